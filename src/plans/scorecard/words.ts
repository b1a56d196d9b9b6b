import {
  capitalised,
  countWords,
  type Draft,
  listed,
  mention,
  say,
  type Written,
} from '../../narrative/sentence.ts';
import { isGood } from '../../targets/progress.ts';
import { partSentences, statusClause } from '../../targets/words.ts';
import { numberedSentences } from '../kit/words.ts';
import type { Direction, RowFindings, ScorecardFindings } from './findings.ts';

/** How many measures stand where and go which way; and, by measure, what is said of each year's target. */
export function scorecardSentences(found: ScorecardFindings) {
  return {
    counts: numberedSentences('scorecard.counts', countDrafts(found)),
    outcomes: found.outcomes.map(({ outcome, rows }) => ({
      outcome,
      rows: rows.map((row): RowSaid => ({ ...row, sentences: rowSentences(row) })),
    })),
  };
}

/** A measure with what is said of each year's target. */
export type RowSaid = RowFindings & { readonly sentences: readonly Written[] };

function rowSentences({ row, years }: RowFindings): readonly Written[] {
  return years.flatMap(({ aim, found, judged }) =>
    found === null ? [] : numberedSentences(`scorecard.${row.id}.${aim.year}`, partSentences(found, judged)),
  );
}

function countDrafts(found: ScorecardFindings): readonly Draft[] {
  const { all, kpis, statuses } = found;
  const told = statuses.filter(({ count, status }) => count > 0 && status !== 'not-measurable');
  const untold = statuses.find(({ status }) => status === 'not-measurable');
  const good = told.some(({ status }) => isGood(status));
  const none = good || told.length === 0 ? [] : say`; none is on track or achieved`;
  const clauses = told.map(
    ({ count, figure, status }) => say`${mention(figure, countWords(count))} ${statusClause(status, count)}`,
  );
  const measures = all.text === '1' ? 'measure' : 'measures';
  const key =
    kpis.text === '0'
      ? []
      : say`, of which ${mention(kpis, countWords(Number(kpis.text)))} ${kpis.text === '1' ? 'is a key performance indicator' : 'are key performance indicators'}`;
  const total = say`The scorecard has ${mention(all)} ${measures}${key}.`;
  const status =
    clauses.length === 0 ? [] : [say`Against the targets that were last due, ${listed(clauses)}${none}.`];
  const rest =
    untold === undefined || untold.count === 0
      ? []
      : [
          say`For ${mention(untold.figure, countWords(untold.count))} the figures cannot tell, as there is no measure, no target or no figure.`,
        ];
  return [total, ...status, ...rest, ...moveDrafts(found)];
}

/** Which way the measures went, and since when; then how many can be compared with no earlier year. */
function moveDrafts({ directions, outcomes }: ScorecardFindings): readonly Draft[] {
  const some = directions.filter(({ count }) => count > 0);
  const moved = some.filter(({ direction }) => direction !== 'none');
  const clauses = some.map(
    ({ count, figure, direction }) => say`${mention(figure, countWords(count))} ${wayOf(direction, count)}`,
  );
  const changes = outcomes
    .flatMap(({ rows }) => rows)
    .flatMap(({ direction, change }) => (direction === 'none' || change === null ? [] : change));
  const since = changes.every(({ lastYear }) => lastYear)
    ? 'the year before'
    : 'the last year that each can be compared with';
  return [
    ...(moved.length === 0 ? [] : [say`Since ${since}, ${listed(clauses.slice(0, moved.length))}.`]),
    ...clauses.slice(moved.length).map(clause => say`${capitalised(clause)}.`),
  ];
}

function wayOf(direction: Direction, count: number): string {
  const one = count === 1;
  switch (direction) {
    case 'better':
      return one ? 'has become better' : 'have become better';
    case 'worse':
      return one ? 'has become worse' : 'have become worse';
    case 'same':
      return one ? 'is the same' : 'are the same';
    case 'open':
      return 'cannot be called better or worse';
    case 'none':
      return 'cannot be compared with an earlier year';
  }
}

/** The direction of travel in words: "Better", "Not known", and of a neutral measure that neither can be said. */
export function directionWord({ direction }: Pick<RowFindings, 'direction'>): string {
  switch (direction) {
    case 'better':
      return 'Better';
    case 'worse':
      return 'Worse';
    case 'same':
      return 'The same';
    case 'open':
      return 'Neither better nor worse can be said';
    case 'none':
      return 'Not known';
  }
}
