import { chartChecks } from './charts.ts';
import type { DrivenCheck, PageCheck, SiteCheck } from './check.ts';
import { drivenChecks } from './driven.ts';
import { fileChecks } from './files.ts';
import { lookChecks } from './looks.ts';
import { markChecks } from './marks.ts';
import { htmlValidateCheck, nuCheck } from './markup.ts';
import { proseChecks } from './prose.ts';
import { statementChecks } from './statement.ts';
import { structureChecks } from './structure.ts';
import { tableChecks } from './tables.ts';

/** Every check of a page as a browser shows it. */
export const pageChecks: readonly PageCheck[] = [
  ...structureChecks,
  ...proseChecks,
  ...chartChecks,
  ...markChecks,
  ...tableChecks,
  ...lookChecks,
];

/** Every check of the site as files. */
export const siteChecks: readonly SiteCheck[] = [
  ...statementChecks,
  ...fileChecks,
  htmlValidateCheck,
  nuCheck,
];

/** Every check that works the browser. */
export const everyDrivenCheck: readonly DrivenCheck[] = drivenChecks;
