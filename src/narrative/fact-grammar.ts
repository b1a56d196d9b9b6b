import { spaced } from '../model/spelling.ts';
import type { Period } from '../model/time.ts';

const movements = ['rose', 'fell', 'unchanged', 'improved', 'worsened'] as const;
const records = ['highest', 'lowest', 'best', 'worst'] as const;
const sides = ['above', 'below', 'in line with', 'better than', 'worse than'] as const;
const gapMovements = ['narrowed', 'widened', 'unchanged'] as const;
const gapSides = ['wider than', 'narrower than'] as const;

type SayingOf<Way, Side, Who> =
  | { readonly kind: 'movement'; readonly way: Way }
  | { readonly kind: 'side'; readonly side: Side; readonly who: Who };

/** What is said of a figure; `Who` is the comparator's name, or the comparator once it is found. */
export type Saying<Who = string> =
  | SayingOf<(typeof movements)[number], (typeof sides)[number], Who>
  | { readonly kind: 'record'; readonly which: (typeof records)[number]; readonly since: Period | null }
  | { readonly kind: 'rank'; readonly place: number };

export type GapSaying<Who = string> = SayingOf<(typeof gapMovements)[number], (typeof gapSides)[number], Who>;

/** A fact as it can be read, before anything in it is known to exist; `year` null for the edition's own. */
export type Fact = { readonly year: Period | null } & (
  | {
      readonly kind: 'measure';
      readonly indicator: string;
      readonly group: string | null;
      readonly saying: Saying;
    }
  | {
      readonly kind: 'gap';
      readonly indicator: string;
      readonly group: string;
      readonly saying: GapSaying;
    }
  /** Said of every headline (`headlines`) or of every measure of a theme. */
  | { readonly kind: 'all'; readonly of: string; readonly saying: Saying }
);

const oneOf = (words: readonly string[]) => words.join('|');
const saying = `(?:(?<way>${oneOf(movements)})|(?<which>${oneOf(records)})(?: since (?<since>\\d{4}/\\d{2}))?|ranked (?<place>[1-9]\\d{0,2})|(?<side>${oneOf(sides)}) (?<who>.+))`;
const gapSaying = `(?:(?<way>${oneOf(gapMovements)})|(?<side>${oneOf(gapSides)}) (?<who>.+))`;
const forms = {
  all: new RegExp(`^all (?:of (?!headlines )|(?=headlines ))(?<of>[a-z0-9-]+) ${saying}$`),
  gap: new RegExp(`^(?<indicator>[a-z0-9-]+) gap (?<group>.+?) ${gapSaying}$`),
  measure: new RegExp(`^(?<indicator>[a-z0-9-]+)(?: for (?<group>.+?))? ${saying}$`),
} as const;

/**
 * Reads a fact: `ks2-rwm-l4 rose`, `… for Girls above England`, `… gap Boys narrowed`, `… highest`, `… ranked 53`,
 * `all headlines rose`; null when it is none.
 */
export function readFact(written: string): Fact | null {
  const dated = /^(?<words>.*?)(?: in (?<year>\d{4}\/\d{2}))?$/.exec(spaced(written));
  const { words = '', year } = dated?.groups ?? {};
  const when = { year: year === undefined ? null : year.replace('/', '') };
  const all = forms.all.exec(words)?.groups;
  if (all !== undefined) return { kind: 'all', ...when, of: all.of ?? '', saying: sayingOf(all) as Saying };
  const gap = forms.gap.exec(words)?.groups;
  if (gap !== undefined) {
    const { indicator = '', group = '' } = gap;
    return { kind: 'gap', ...when, indicator, group, saying: sayingOf(gap) as GapSaying };
  }
  const measure = forms.measure.exec(words)?.groups;
  if (measure === undefined) return null;
  const { indicator = '', group = null } = measure;
  return { kind: 'measure', ...when, indicator, group, saying: sayingOf(measure) as Saying };
}

/** Every fact that may be said of an indicator, its groups and pairs, beside these comparators. */
export function factsOf(
  indicator: string,
  groups: readonly string[],
  pairs: readonly string[],
  comparators: readonly string[],
): readonly string[] {
  const subjects = [indicator, ...groups.map(group => `${indicator} for ${group}`)];
  return [
    ...subjects.flatMap(subject => sayings(subject, [...movements, ...records], sides, comparators)),
    ...pairs.flatMap(group => sayings(`${indicator} gap ${group}`, gapMovements, gapSides, comparators)),
  ];
}

/** Every fact that may be said of the headlines and of all the measures of a theme. */
export function universalFacts(themes: readonly string[], comparators: readonly string[]): readonly string[] {
  const subjects = ['all headlines', ...themes.map(theme => `all of ${theme}`)];
  return subjects.flatMap(subject => sayings(subject, movements, sides, comparators));
}

function sayings(
  subject: string,
  ways: readonly string[],
  sides: readonly string[],
  comparators: readonly string[],
): readonly string[] {
  return [
    ...ways.map(way => `${subject} ${way}`),
    ...sides.flatMap(side => comparators.map(who => `${subject} ${side} ${who}`)),
  ];
}

/** What the groups of a form's expression say; the expression lets nothing else through. */
function sayingOf({ way, which, since, place, side, who }: Readonly<Record<string, string | undefined>>) {
  if (which !== undefined) return { kind: 'record', which, since: since?.replace('/', '') ?? null };
  if (place !== undefined) return { kind: 'rank', place: Number(place) };
  return way === undefined ? { kind: 'side', side, who } : { kind: 'movement', way };
}
