import type { Report } from '../issues.ts';
import type { Place } from '../model/place.ts';
import { heldBy, type Known } from './names.ts';
import { numberIn, numberPattern } from './typed-claims.ts';

/** Words of an edition's plans, with the place of each index in them. */
type Said = { readonly text: string; readonly placeOf: (index: number) => Place };

/** What is sat and not counted: "five GCSEs" and "two GCSEs" are two things to reach. */
const qualification = /certificate|level|qualification|examination/i;

/**
 * Reports two counts of one thing in the plans of an edition (X11): four NLEs here and eight there are counted otherwise, as
 * those available and those at work, and the words between the number and the name have to say so.
 */
export function checkCountedTerms(all: readonly Said[], known: Known, report: Report): void {
  for (const { term, expansion, forms = [] } of heldBy(known.terms)) {
    if (expansion === undefined || !/^[A-Z]{2,6}$/.test(term) || qualification.test(expansion)) continue;
    const names = [...new Set([term, expansion, ...forms])].map(name => RegExp.escape(name)).join('|');
    const counted = new RegExp(String.raw`\b(?<count>${numberPattern}) (?:${names})s?\b`, 'gi');
    const found = all.flatMap(({ text, placeOf }) =>
      [...text.matchAll(counted)].map(({ index, groups, 0: spelling }) => ({
        place: placeOf(index),
        spelling,
        count: numberIn(groups?.count ?? ''),
      })),
    );
    const [first, ...others] = found;
    const other = others.find(({ count }) => count !== first?.count);
    if (first !== undefined && other !== undefined)
      report(other.place, 'counts-differ', other.spelling, first.spelling, first.place);
  }
}
