import { planKind } from '../kind.ts';
import { checkSelfAssessment } from './checks.ts';
import { selfAssessmentFindings } from './findings.ts';
import { selfAssessmentPage } from './page.ts';
import { selfAssessmentForm } from './schema.ts';
import { selfAssessmentSentences } from './words.ts';

/** How the council judges its own work, with what peers saw beside it. */
export const selfAssessment = planKind({
  form: selfAssessmentForm,
  check: checkSelfAssessment,
  find: selfAssessmentFindings,
  say: selfAssessmentSentences,
  page: selfAssessmentPage,
});
