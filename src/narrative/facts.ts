import { subtract } from '../arithmetic.ts';
import { type Issue, issueOf } from '../issues.ts';
import { type Comparison, compare, isClose } from '../judgements/comparison.ts';
import { type Findings, findingsOn } from '../judgements/findings.ts';
import { type Gap, type GapFindings, gapFindings } from '../judgements/gap.ts';
import { asOf, type Beside, everyBeside, type Setting } from '../judgements/setting.ts';
import { type Breakdown, type Topic, total } from '../model/breakdown.ts';
import { type Figure, refusals } from '../model/figure.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Place } from '../model/place.ts';
import { lower, nearest } from '../model/spelling.ts';
import { periodLabel } from '../model/time.ts';
import type { Value } from '../model/value.ts';
import { comparisonSentences } from './comparison-phrases.ts';
import { type Fact, factsOf, type GapSaying, readFact, type Saying, universalFacts } from './fact-grammar.ts';
import { breakdownNamed } from './figure-names.ts';
import { gapElsewhere, gapMovement, gapSentence } from './gap-phrases.ts';
import { changeSentence, levelSentence } from './phrases.ts';
import { rankSentence } from './rank-phrases.ts';
import { textOf } from './sentence.ts';
import { recordSentence } from './trend-phrases.ts';

export type Held = {
  readonly outcome: 'so' | 'not-so';
  /** The computed sentence, or why nothing may be said. */
  readonly says: string;
  readonly figures: readonly Figure[];
};

type Way = Extract<Saying, { kind: 'movement' }>['way'];
type Side = Extract<Saying, { kind: 'side' }>['side'];
type GapWay = Extract<GapSaying, { kind: 'movement' }>['way'];
type GapSide = Extract<GapSaying, { kind: 'side' }>['side'];

/** What the data says of a measure's movement, or of its place beside a comparator. */
export function measureHeld(
  setting: Setting,
  indicator: Indicator,
  breakdown: Breakdown,
  saying: Saying<Beside>,
): Held {
  const found = findingsOn(setting, indicator, breakdown);
  const { period } = setting.edition;
  if (found === null || found.latest.period !== period)
    return notSo(`No figure for ${periodLabel(period)} is available.`);
  if (found.level.value.kind === 'absent') return notSo(textOf(levelSentence(found, period)));
  switch (saying.kind) {
    case 'movement':
      return movementHeld(found, saying.way);
    case 'record':
      return recordHeld(found, saying);
    case 'rank':
      return rankHeld(found, saying.place);
    case 'side':
      return sideHeld(setting, found, saying.side, saying.who);
  }
}

/** A record is one of the comparable years held, four at least (R20); the best of them is by the measure's direction. */
function recordHeld(
  found: Findings,
  { which: said, since }: Pick<Extract<Saying, { kind: 'record' }>, 'which' | 'since'>,
): Held {
  const { trend, indicator } = found;
  const { record } = trend;
  if (record.outcome === 'refused')
    return notSo(`No record may be said: ${lower(refusals[record.because])}.`);
  if (record.outcome === 'none')
    return notSo('It is neither the highest nor the lowest of the years that may be compared.');
  const good = indicator.polarity === 'neutral' ? null : indicator.polarity === 'high' ? 'highest' : 'lowest';
  const isSaid =
    said === record.which || (good !== null && said === (good === record.which ? 'best' : 'worst'));
  const isHeld = since === null || record.from <= since;
  return {
    outcome: isSaid && isHeld ? 'so' : 'not-so',
    says: textOf(recordSentence(found, record)),
    figures: [record.figure, ...record.figure.inputs],
  };
}

function rankHeld(found: Findings, place: number): Held {
  const { rank } = found;
  const sentence = rankSentence(found);
  if (rank === null || sentence === null) return notSo('Authorities are not ranked on this measure.');
  return {
    outcome: rank.outcome === 'ranked' && rank.place === place ? 'so' : 'not-so',
    says: textOf(sentence),
    figures: [rank.figure],
  };
}

/** What the data says of a gap's movement, or of its width beside the same gap elsewhere. */
function gapHeld(setting: Setting, found: GapFindings, saying: GapSaying<Beside>): Held {
  const { period } = setting.edition;
  if (found.now.period !== period) return notSo(`No gap for ${periodLabel(period)} is available.`);
  return saying.kind === 'movement'
    ? gapMovementHeld(found, saying.way, setting)
    : gapSideHeld(found, saying.side, saying.who, setting);
}

function movementHeld(found: Findings, way: Way): Held {
  const { change, indicator } = found;
  const sentence = textOf(changeSentence(found) ?? ['No change is given.']);
  const judged = way === 'improved' || way === 'worsened';
  const neutral = judged && indicator.polarity === 'neutral';
  return {
    outcome: isMovement(found, way) ? 'so' : 'not-so',
    says: neutral ? `${sentence} Of this measure neither way is called better.` : sentence,
    figures: [change.figure, ...change.rests],
  };
}

function isMovement({ change }: Findings, way: Way): boolean {
  switch (way) {
    case 'rose':
    case 'fell':
    case 'unchanged':
      return change.outcome === way;
    case 'improved':
      return change.verdict === 'better';
    case 'worsened':
      return change.verdict === 'worse';
  }
}

function sideHeld(setting: Setting, found: Findings, side: Side, beside: Beside): Held {
  const { indicator, latest, level } = found;
  const comparisons = compare(setting, indicator, latest, [beside]);
  const [comparison] = comparisons.held;
  const sentence = comparisonSentences({ ...found, comparisons })
    .map(textOf)
    .join(' ');
  if (comparison === undefined) return notSo(sentence);
  const { amount } = comparison.figure;
  if (amount.kind === 'refused')
    return notSo(`No difference from ${beside.phrase} is given: ${refusals[amount.because].toLowerCase()}.`);
  return {
    outcome: isSide(comparison, side) ? 'so' : 'not-so',
    says: sentence,
    figures: [comparison.figure, level.figure, comparison.level.figure],
  };
}

/** Above, better and their like are said only beyond what is broadly in line. */
function isSide(comparison: Comparison, said: Side): boolean {
  const { degree, side, verdict } = comparison;
  const close = isClose(comparison) && degree !== 'uncertain';
  const apart = !isClose(comparison);
  switch (said) {
    case 'above':
    case 'below':
      return apart && side === said;
    case 'in line with':
      return close;
    case 'better than':
      return apart && verdict === 'better';
    case 'worse than':
      return apart && verdict === 'worse';
  }
}

function gapMovementHeld(found: GapFindings, way: GapWay, { edition }: Setting): Held {
  const { now, before, movement } = found;
  if (before === null || movement === null) {
    const { amount } = now.figure;
    return notSo(
      amount.kind === 'refused'
        ? textOf(gapSentence(found, edition.period))
        : 'There is no comparable earlier gap.',
    );
  }
  const [sentence] = gapMovement(found);
  return {
    outcome: movement.outcome === way ? 'so' : 'not-so',
    says: sentence === undefined ? 'The two years are too close to say which is wider.' : textOf(sentence),
    figures: [movement.figure, now.figure, before.figure],
  };
}

function gapSideHeld(found: GapFindings, side: GapSide, beside: Beside, { edition }: Setting): Held {
  const there = found.elsewhere.find(({ area }) => area.code === beside.code);
  const here = textOf(gapSentence(found, edition.period));
  if (there === undefined)
    return notSo(`${here} No figures of both groups are available for ${beside.phrase}.`);
  return {
    outcome: widthBeside(found.now, there) === side ? 'so' : 'not-so',
    says: `${here} ${textOf(gapElsewhere({ ...found, elsewhere: [there] }, there.area))}`,
    figures: [found.now.figure, there.figure],
  };
}

/** Wider or narrower by what is printed; neither when the two are equal, uncertain or the other way round. */
function widthBeside(here: Gap, there: Gap): 'wider than' | 'narrower than' | null {
  if (here.value.kind === 'absent' || there.value.kind === 'absent') return null;
  if (here.value.number.times(there.value.number).lt(0)) return null;
  const amount = subtract(widthOf(here.value), widthOf(there.value));
  if (amount.kind === 'refused' || amount.sign === null || amount.number.eq(0)) return null;
  return amount.sign > 0 ? 'wider than' : 'narrower than';
}

function widthOf(value: Extract<Value, { kind: 'known' }>): Value {
  return { ...value, number: value.number.abs() };
}

function notSo(says: string): Held {
  return { outcome: 'not-so', says, figures: [] };
}

/** What the data says of a fact as it was written; or that nothing can be read from it, and what was likely meant. */
export type Checked = Held | { readonly outcome: 'unknown'; readonly near: string | null };

export function checkFact(written: string, setting: Setting): Checked {
  const fact = readFact(written);
  const held = fact === null ? null : heldOf(fact, fact.year === null ? setting : asOf(setting, fact.year));
  return held ?? { outcome: 'unknown', near: nearFact(written, setting) };
}

/** What is wrong with a fact that some words rest on: nothing knows it, or it is not so. */
export function factIssues(place: Place, fact: string, held: Checked, words: string): readonly Issue[] {
  switch (held.outcome) {
    case 'so':
      return [];
    case 'unknown':
      return [issueOf(place, 'unknown-fact', fact, held.near)];
    case 'not-so':
      return [issueOf(place, 'fact-not-so', fact, held.says, firstWords(words))];
  }
}

/** The words as their writer would look for them: "Reading did best, with …". */
function firstWords(words: string): string {
  const all = words.trim().split(/\s+/);
  return all.length > 8 ? `${all.slice(0, 8).join(' ')} …` : all.join(' ');
}

/** What the data says, or null when something in the fact has a name that nothing has. */
function heldOf(fact: Fact, setting: Setting): Held | null {
  if (fact.kind === 'all') return allHeld(fact, setting);
  const indicator = setting.folder.indicators.find(({ id }) => id === fact.indicator);
  if (indicator === undefined) return null;
  if (fact.kind === 'gap') return pairHeld(fact, indicator, setting, setting.folder.topics);
  const breakdown = fact.group === null ? total : breakdownNamed(fact.group, indicator, setting);
  const saying = withComparator(fact.saying, indicator, setting);
  return breakdown === null || saying === null ? null : measureHeld(setting, indicator, breakdown, saying);
}

function pairHeld(
  { group, saying: said }: Extract<Fact, { kind: 'gap' }>,
  indicator: Indicator,
  setting: Setting,
  topics: readonly Topic[],
): Held | null {
  const saying = withComparator(said, indicator, setting);
  if (saying === null || !pairsOf(indicator, topics).includes(group)) return null;
  const found = gapFindings(setting, indicator, topics).find(({ pair }) => pair.group === group);
  return found === undefined
    ? notSo('No gap between the two groups is available.')
    : gapHeld(setting, found, saying);
}

/** So only when it is so of every measure; otherwise every exception is named, with what the data says of it (X25). */
function allHeld({ of, saying: said }: Extract<Fact, { kind: 'all' }>, setting: Setting): Held | null {
  const measures = measuresOf(of, setting);
  if (measures === null) return null;
  const held = measures.flatMap(indicator => {
    const saying = withComparator(said, indicator, setting);
    return saying === null ? [] : [{ indicator, ...measureHeld(setting, indicator, total, saying) }];
  });
  if (held.length < measures.length) return null;
  const exceptions = held.filter(({ outcome }) => outcome === 'not-so');
  const named = exceptions.map(({ indicator, says }) => `${indicator.short}: ${says}`);
  if (held.length === 0) return notSo('There are no such measures.');
  return {
    outcome: exceptions.length === 0 ? 'so' : 'not-so',
    says:
      exceptions.length === 0
        ? `So of each of the ${held.length} measures.`
        : `Not so of ${exceptions.length} of the ${held.length} measures. ${named.join(' ')}`,
    figures: held.flatMap(({ figures: [figure] }) => figure ?? []),
  };
}

/** The headlines of the edition, or the measures of a theme that exist in its year; null when there is no such theme. */
function measuresOf(
  of: string,
  { edition, folder: { indicators, themes } }: Setting,
): readonly Indicator[] | null {
  if (of === 'headlines')
    return edition.headlines.flatMap(id => indicators.find(indicator => indicator.id === id) ?? []);
  if (!themes.some(({ id }) => id === of)) return null;
  return indicators.filter(
    ({ theme, start, end }) =>
      theme === of && start <= edition.period && (end === undefined || edition.period <= end),
  );
}

type Named<Part> = { readonly kind: 'side'; readonly side: Part; readonly who: string };

/** A saying with its comparator in place of the name, or null when nothing has that name. */
function withComparator<Side, Other extends { readonly kind: 'movement' | 'record' | 'rank' }>(
  saying: Other | Named<Side>,
  indicator: Indicator,
  setting: Setting,
) {
  if (saying.kind !== 'side') return saying;
  const who = everyBeside(setting, indicator).find(beside => namesOf(beside).includes(folded(saying.who)));
  return who === undefined ? null : { ...saying, who };
}

/** What a comparator may be called: "nation", "England"; "region", "the North West". */
function namesOf({ comparator, name, phrase }: Beside): readonly string[] {
  const names = comparator === 'estimates' ? [name, phrase] : [comparator, name, phrase];
  return names.map(folded);
}

function folded(name: string): string {
  return name.toLowerCase().replace(/^the /, '');
}

function pairsOf(indicator: Indicator, topics: readonly Topic[]): readonly string[] {
  return topicsOf(indicator, topics).flatMap(({ gaps }) => gaps.map(({ group }) => group));
}

function topicsOf(indicator: Indicator, topics: readonly Topic[]): readonly Topic[] {
  return topics.filter(({ id }) => indicator.breakdowns.includes(id));
}

/** The fact that was likely meant: the nearest by spelling of those that may be said of the nearest indicator. */
function nearFact(written: string, setting: Setting): string | null {
  const { indicators, topics, themes } = setting.folder;
  const id = nearest(
    written.trim().split(/\s/)[0] ?? '',
    indicators.map(indicator => indicator.id),
  );
  const indicator = indicators.find(indicator => indicator.id === id);
  if (indicator === undefined) {
    const who = [setting.nation.name, setting.region.name, 'neighbours'];
    const universal = universalFacts(
      themes.map(theme => theme.id),
      who,
    );
    return nearest(written, universal);
  }
  const groups = topicsOf(indicator, topics).flatMap(topic => topic.groups.map(group => group.id));
  const who = everyBeside(setting, indicator).map(({ comparator, name }) =>
    comparator === 'neighbours' ? comparator : name,
  );
  return nearest(written, factsOf(indicator.id, groups, pairsOf(indicator, topics), who));
}
