import { gapFindings } from '../judgements/gap.ts';
import {
  asOf,
  type Beside,
  besides,
  nationBeside,
  neighboursBeside,
  regionBeside,
  type Setting,
} from '../judgements/setting.ts';
import { type Breakdown, type Topic, total } from '../model/breakdown.ts';
import type { Indicator } from '../model/indicator.ts';
import { nearest } from '../model/spelling.ts';
import { type Fact, factsOf, readFact, universalFacts } from './fact-grammar.ts';
import { gapHeld, type Held, measureHeld, notSo } from './facts.ts';

/** What the data says of a fact as it was written; or that nothing can be read from it, and what was likely meant. */
export type Checked = Held | { readonly outcome: 'unknown'; readonly near: string | null };

/** Checks a fact that commentary rests on against what an edition knows. */
export function checkFact(written: string, setting: Setting): Checked {
  const fact = readFact(written);
  const held = fact === null ? null : heldOf(fact, fact.year === null ? setting : asOf(setting, fact.year));
  return held ?? { outcome: 'unknown', near: nearFact(written, setting) };
}

/** What the data says, or null when something in the fact has a name that nothing has. */
function heldOf(fact: Fact, setting: Setting): Held | null {
  if (fact.kind === 'all') return allHeld(fact, setting);
  const indicator = setting.folder.indicators.find(({ id }) => id === fact.indicator);
  if (indicator === undefined) return null;
  if (fact.kind === 'gap') return pairHeld(fact, indicator, setting, setting.folder.topics);
  const breakdown = fact.group === null ? total : groupOf(fact.group, indicator, setting.folder.topics);
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
    ? notSo('No gap between the two groups is held.')
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
function withComparator<Way, Side>(
  saying: { readonly kind: 'movement'; readonly way: Way } | Named<Side>,
  indicator: Indicator,
  setting: Setting,
) {
  if (saying.kind === 'movement') return saying;
  const who = comparators(setting, indicator).find(beside => namesOf(beside).includes(folded(saying.who)));
  return who === undefined ? null : { ...saying, who };
}

function comparators(setting: Setting, indicator: Indicator): readonly Beside[] {
  const neighbours = neighboursBeside(setting);
  return [
    nationBeside(setting),
    regionBeside(setting),
    ...(neighbours === null ? [] : [neighbours]),
    ...besides(setting, indicator),
  ];
}

/** What a comparator may be called: "nation", "England"; "region", "the North West". */
function namesOf({ comparator, name, phrase }: Beside): readonly string[] {
  const names = comparator === 'estimates' ? [name, phrase] : [comparator, name, phrase];
  return names.map(folded);
}

function folded(name: string): string {
  return name.toLowerCase().replace(/^the /, '');
}

function groupOf(group: string, indicator: Indicator, topics: readonly Topic[]): Breakdown | null {
  const topic = topicsOf(indicator, topics).find(({ groups }) => groups.some(({ id }) => id === group));
  return topic === undefined ? null : { topic: topic.id, group };
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
  const who = comparators(setting, indicator).map(({ comparator, name }) =>
    comparator === 'neighbours' ? comparator : name,
  );
  return nearest(written, factsOf(indicator.id, groups, pairsOf(indicator, topics), who));
}
