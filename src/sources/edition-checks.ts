import type { Report } from '../issues.ts';
import { isTotal } from '../model/breakdown.ts';
import { type Edition, promisesOf } from '../model/edition.ts';
import type { Read, YamlFiles } from './catalogue.ts';
import type { Observation } from './council-folder.ts';
import { entryOf, type Known } from './names.ts';

/** A figure of the council itself, in a row of its own or in a release. */
export type OwnOutcome = Pick<Observation, 'indicator' | 'breakdown' | 'period' | 'released'>;

/**
 * Warns of what an edition would lack without a word: every figure of its year, when all came out after its cut-off; a
 * headline of which it knows no figure; and pairs of groups whose gap no chapter shows. `own` are the council's own figures.
 */
export function checkEditions(
  files: YamlFiles,
  own: readonly OwnOutcome[],
  known: Known,
  report: Report,
): void {
  for (const file of files.editions) if (file?.value) checkEdition(file, file.value, own, known, report);
  checkPairs(files, own, report);
}

function checkEdition(
  { document }: Read<Edition>,
  edition: Edition,
  outcomes: readonly OwnOutcome[],
  known: Known,
  report: Report,
): void {
  const cutOff = edition['cut-off'];
  const isKnown = ({ period, released }: OwnOutcome) =>
    period <= edition.period && (released === null || released <= cutOff);
  const ofYear = outcomes.filter(({ period }) => period === edition.period);
  if (ofYear.length > 0 && !ofYear.some(isKnown)) {
    const [first = ''] = ofYear.flatMap(({ released }) => released ?? []).toSorted();
    report(document.place(['cut-off']), 'edition-empty', edition.id, cutOff, first, ofYear.length);
    return;
  }
  edition.headlines.forEach((id, at) => {
    const theme = entryOf(known.indicators, id).theme ?? '';
    const isHeld = outcomes.some(row => row.indicator === id && isTotal(row.breakdown) && isKnown(row));
    if (!isHeld && promisesOf(edition, { id, theme }).length === 0)
      report(document.place(['headlines', at]), 'headline-without-figure', id, edition.id, cutOff);
  });
}

/** Warns of pairs of a topic that the council has figures for, and that no chapter of an edition gathers. */
function checkPairs(
  { breakdowns, catalogue, editions }: YamlFiles,
  own: readonly OwnOutcome[],
  report: Report,
): void {
  const told = new Set(editions.flatMap(file => file?.value?.themes ?? []));
  const gathered = catalogue.flatMap(file => {
    const theme = file?.value?.theme;
    return theme !== undefined && told.has(theme.id) ? theme.topics : [];
  });
  breakdowns?.value?.topics.forEach(({ id, gaps }, at) => {
    const isHeld = own.some(({ breakdown }) => breakdown.topic === id);
    if (gaps.length > 0 && isHeld && !gathered.includes(id))
      report(breakdowns.document.keyPlace(['topics', at], 'gaps'), 'gap-not-shown', id);
  });
}
