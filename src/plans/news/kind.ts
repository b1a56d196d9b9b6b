import { planKind } from '../kind.ts';
import { checkNews } from './checks.ts';
import { newsFindings } from './findings.ts';
import { newsPage } from './page.ts';
import { newsForm } from './schema.ts';
import { newsSentences } from './words.ts';

/** What was written about the council's schools, with each claim held against the figures. */
export const news = planKind({
  form: newsForm,
  check: checkNews,
  find: newsFindings,
  say: newsSentences,
  page: newsPage,
});
