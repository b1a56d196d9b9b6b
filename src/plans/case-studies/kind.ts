import { planKind } from '../kind.ts';
import { checkCaseStudies } from './checks.ts';
import { caseStudiesFindings } from './findings.ts';
import { caseStudiesPage } from './page.ts';
import { caseStudiesForm } from './schema.ts';
import { caseStudiesSentences } from './words.ts';

/** What other councils did with their schools, with the numbers that were printed of it. */
export const caseStudies = planKind({
  form: caseStudiesForm,
  check: checkCaseStudies,
  find: caseStudiesFindings,
  say: caseStudiesSentences,
  page: caseStudiesPage,
});
