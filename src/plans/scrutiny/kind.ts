import { planKind } from '../kind.ts';
import { checkScrutiny } from './checks.ts';
import { scrutinyFindings } from './findings.ts';
import { scrutinyPage } from './page.ts';
import { scrutinyForm } from './schema.ts';
import { scrutinySentences } from './words.ts';

/** What those who hold the council to account recommended and asked, and what is behind. */
export const scrutiny = planKind({
  form: scrutinyForm,
  check: checkScrutiny,
  find: scrutinyFindings,
  say: scrutinySentences,
  page: scrutinyPage,
  gathers: true,
});
