import { planKind } from '../kind.ts';
import { checkGovernance } from './checks.ts';
import { governanceFindings } from './findings.ts';
import { governancePage } from './page.ts';
import { governanceForm } from './schema.ts';
import { governanceSentences } from './words.ts';

/** Who decides, by which law and principles, and who was asked. */
export const governance = planKind({
  form: governanceForm,
  check: checkGovernance,
  find: governanceFindings,
  say: governanceSentences,
  page: governancePage,
});
