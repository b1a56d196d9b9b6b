import type { PublicFolder } from '../gate/public-folder.ts';
import { type Area, type NeighbourList, withFewChildren } from '../model/area.ts';
import type { Edition } from '../model/edition.ts';
import type { Comparator, Indicator } from '../model/indicator.ts';
import { lower } from '../model/spelling.ts';
import type { Period } from '../model/time.ts';
import type { KnownFigures } from '../series.ts';

/** Who is reported on, when, what is known, and whom the figures are set beside. */
export type Setting = {
  readonly edition: Edition;
  readonly council: Area;
  readonly region: Area;
  readonly nation: Area;
  readonly neighbours: NeighbourList | null;
  /** The list before it, in the year the list changes. */
  readonly neighboursBefore: NeighbourList | null;
  readonly areas: ReadonlyMap<string, Area>;
  /** What the council's folder holds for every edition: its catalogue, sources, plans and words. */
  readonly folder: PublicFolder;
  readonly known: KnownFigures;
  /** Kept for as long as the setting is. */
  readonly memory: Memory;
};

/** Something a figure is set beside: one area, or the average of a list of neighbours. */
export type Beside = {
  readonly comparator: Comparator | 'council';
  /** The area's code or the list's id: `against` in the ledger. */
  readonly code: string;
  /** For headings and charts: "England", "Statistical neighbours". */
  readonly name: string;
  /** For sentences: "England", "the North West". */
  readonly phrase: string;
  readonly list: NeighbourList | null;
  /** True of the neighbours before those of the edition: in tables, and said only where they say something else. */
  readonly former?: boolean;
};

/** Nothing of theirs is called better or worse. */
export function hasFewChildren({ council }: Setting): boolean {
  return withFewChildren.includes(council.code);
}

/** What the indicator is set beside in this setting, in the order the catalogue names them. */
export function comparatorsOf(setting: Setting, indicator: Indicator): readonly Beside[] {
  return indicator.comparators.flatMap(comparator => beside(setting, comparator));
}

/** Every comparator that may be named with an indicator: the nation, the region and the neighbours, then its own. */
export function everyBeside(setting: Setting, indicator: Indicator): readonly Beside[] {
  const neighbours = neighboursBeside(setting);
  return [
    nationBeside(setting),
    regionBeside(setting),
    ...(neighbours === null ? [] : [neighbours]),
    ...comparatorsOf(setting, indicator),
  ];
}

/** Of what is said beside several comparators, as comparisons or paces, the one beside this; of two lists of neighbours the edition's. */
export function withComparator<Said extends { readonly beside: Beside }>(
  said: readonly Said[],
  comparator: Comparator,
): Said | undefined {
  return said.find(({ beside }) => beside.comparator === comparator && beside.former !== true);
}

export function nationBeside({ nation }: Setting): Beside {
  return oneArea('nation', nation);
}

export function councilBeside({ council }: Setting): Beside {
  return oneArea('council', council);
}

export function regionBeside({ region }: Setting): Beside {
  return oneArea('region', region);
}

export function neighboursBeside({ neighbours }: Setting): Beside | null {
  return neighbours === null ? null : neighbourAverage(neighbours);
}

/**
 * The edition's list, and the one before it in the year the list changes. Then each says in tables which it is; in sentences and
 * charts the edition's is the statistical neighbours, and the one before says which it is (R10).
 */
function neighbourLists({ neighbours, neighboursBefore }: Setting): readonly Beside[] {
  const lists = [neighbours, neighboursBefore].filter(list => list !== null);
  return lists.map((list, at) => ({
    ...neighbourAverage(list),
    ...(lists.length > 1 ? { name: list.label } : {}),
    ...(at > 0 ? { phrase: `the ${lower(list.label)}` } : {}),
    former: at > 0,
  }));
}

function beside(setting: Setting, comparator: Comparator): readonly Beside[] {
  switch (comparator) {
    case 'nation':
      return [nationBeside(setting)];
    case 'region':
      return [regionBeside(setting)];
    case 'neighbours':
      return neighbourLists(setting);
    case 'estimates':
      return areasOfKind(setting, 'estimate').map(area => oneArea(comparator, area));
    case 'united-kingdom':
      return areasOfKind(setting, 'united-kingdom').map(area => oneArea(comparator, area));
  }
}

function areasOfKind(setting: Setting, kind: Area['kind']): readonly Area[] {
  return [...setting.areas.values()].filter(area => area.kind === kind);
}

function oneArea(comparator: Beside['comparator'], area: Area): Beside {
  return { comparator, code: area.code, name: area.name, phrase: area.phrase ?? area.name, list: null };
}

/** What the areas of the edition's own list are called where no other list stands beside it. */
export const ownNeighbours = 'Statistical neighbours';

function neighbourAverage(list: NeighbourList): Beside {
  const name = ownNeighbours;
  return { comparator: 'neighbours', code: list.id, name, phrase: `the ${lower(name)}`, list };
}

export function asOf(setting: Setting, year: Period): Setting {
  const { series } = setting.known;
  const known = {
    ...setting.known,
    series: (...key: Parameters<typeof series>) => series(...key).filter(({ period }) => period <= year),
  };
  return { ...setting, known, edition: { ...setting.edition, period: year }, memory: new Map() };
}

/** What has been worked out of a setting already: for each kind of work, its results by what was asked, name within name. */
type Memory = Map<object, Remembered>;
type Remembered = Map<string, unknown>;

/** Work on a setting that is done once for all who ask the same of it; `namesOf` tells one question from another, by as many names each. */
export function remembered<Asked extends readonly unknown[], Made>(
  namesOf: (...asked: Asked) => readonly [string, ...string[]],
  make: (setting: Setting, ...asked: Asked) => Made,
): (setting: Setting, ...asked: Asked) => Made {
  return (setting, ...asked) => {
    const names = namesOf(...asked);
    const last = names[names.length - 1] ?? '';
    let held = mapIn(setting.memory, make);
    for (let at = 0; at < names.length - 1; at += 1) held = mapIn(held, names[at] ?? '');
    const known = held.get(last) as Made | undefined;
    if (known !== undefined) return known;
    const made = make(setting, ...asked);
    held.set(last, made);
    return made;
  };
}

/** The map that a map has under a name: one joined to another would be a new text to look up for each question. */
function mapIn<Key>(map: Map<Key, unknown>, name: Key): Remembered {
  const found = map.get(name) as Remembered | undefined;
  if (found !== undefined) return found;
  const made: Remembered = new Map();
  map.set(name, made);
  return made;
}
