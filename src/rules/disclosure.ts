import type { Place } from '../model/place.ts';
import { fault, warning } from './advice.ts';

/** The rules that officers' words and typed numbers are held to, once it is known what the gate hides. */
export const disclosureRules = {
  'hidden-in-vain': (indicator: string) =>
    warning`a few pupils behind this figure of "${indicator}" can be told from others that are printed already, by a national publisher or in an earlier edition, and no hiding helps: ask whoever answers for the data whether they may be known`,
  'words-tell-hidden': (spelling: string, cell: string, row: Place) =>
    fault`"${spelling}" tells what is hidden of "${cell}" (${row.file}:${row.line}): take the number out, and say it without one or of a larger group`,
  'few-pupils-typed': (spelling: string) =>
    fault`"${spelling}" is a number of pupils so small that it may say who they are, and no figure that is published: take it out, or say it of a larger group`,
  'pupils-untraced': (spelling: string) =>
    warning`"${spelling}" is a number of pupils that no published figure is, so nobody can tell whether it may be told: name a figure in braces, or take the number out`,
};

/** The rule that a finished site is held to before it is published. */
export const auditRules = {
  'site-tells-hidden': (cell: string, check: string, what: string, file: string, spelling: string) =>
    fault`what is hidden of "${cell}" is told by the site in ${file} (${check}, ${what}): "${spelling}"; take it out where it comes from (words of officers), or report it as a fault of the tool`,
};
