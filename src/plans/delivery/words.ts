import { countAlone, countWords, type Draft, listed, mention, say } from '../../narrative/sentence.ts';
import { numberedSentences } from '../kit/words.ts';
import type { DeliveryFindings, Standing } from './findings.ts';

/** How many actions stand where, and how many of last year's are told of. */
export function deliverySentences(found: DeliveryFindings) {
  return {
    counts: numberedSentences('delivery.counts', countDrafts(found)),
    before: numberedSentences('delivery.before', beforeDrafts(found)),
  };
}

function countDrafts({ all, counts }: DeliveryFindings): readonly Draft[] {
  const some = counts.filter(({ count }) => count > 0);
  if (some.length === 0) return [];
  const clauses = some.map(
    ({ count, figure, standing }) =>
      say`${mention(figure, countWords(count))} ${standingWords(standing, count)}`,
  );
  return [say`Of ${mention(all)} ${all.text === '1' ? 'action' : 'actions'}, ${listed(clauses)}.`];
}

function beforeDrafts({ promised, told }: DeliveryFindings): readonly Draft[] {
  if (promised === null || told === null || promised.text === '0') return [];
  const actions = promised.text === '1' ? 'action' : 'actions';
  return [
    say`The edition before had ${mention(promised)} ${actions}; this one tells of ${mention(told, toldWords(Number(told.text), Number(promised.text)))}.`,
  ];
}

/** "none", "two", "all three"; of one action "it". */
function toldWords(count: number, of: number): string {
  if (count < of) return countAlone(count);
  return of === 1 ? 'it' : `all ${countWords(of)}`;
}

/** "is done", "are overdue", "have passed their deadline without a word on their status". */
function standingWords(standing: Standing, count: number): string {
  const one = count === 1;
  switch (standing) {
    case 'done':
      return one ? 'is done' : 'are done';
    case 'under-way':
      return one ? 'is under way' : 'are under way';
    case 'overdue':
      return one ? 'is overdue' : 'are overdue';
    case 'passed-not-stated':
      return one
        ? 'has passed its deadline with no status stated'
        : 'have passed their deadline with no status stated';
    case 'not-started':
      return one ? 'has not been started' : 'have not been started';
    case 'was-to-begin':
      return one ? 'was to begin by now with no status stated' : 'were to begin by now with no status stated';
    case 'to-come':
      return one ? 'is not yet due' : 'are not yet due';
    case 'each-year':
      return one ? 'is due each year with no status stated' : 'are due each year with no status stated';
    case 'going-on':
      return one ? 'has no deadline and no status' : 'have no deadline and no status';
  }
}
