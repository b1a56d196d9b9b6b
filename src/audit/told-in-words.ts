import { Big } from 'big.js';
import type { Published } from '../gate/primary.ts';
import { type Issue, issueOf } from '../issues.ts';
import { typedSentences, withoutComments, withoutRestsOn } from '../model/commentary.ts';
import type { DisclosurePolicy } from '../model/council.ts';
import { type Path, type Place, placeIn } from '../model/place.ts';
import type { Period } from '../model/time.ts';
import { decimalsIn } from '../model/value.ts';
import type { CouncilFolder } from '../sources/council-folder.ts';
import { stemOf } from '../sources/files.ts';
import { isAimed, isAttributed, learnersTyped, numberIn, numberPattern } from '../sources/typed-claims.ts';
import { readYaml } from '../sources/yaml.ts';
import type { HiddenCell } from './hidden-cells.ts';
import { isNamedIn, learners, mayBeOfYear, measureIsNamedIn, numbersIn, tellingOf } from './telling.ts';

/** What a field is about, as far as the file says: null where it may be about anything. */
type Scope = {
  readonly theme: string | null;
  readonly indicator: string | null;
  readonly group: string | null;
  readonly area: string | null;
  readonly period: Period | null;
};

const anything: Scope = { theme: null, indicator: null, group: null, area: null, period: null };

/** A field of the folder that reaches a page. */
type Field = {
  readonly text: string;
  readonly placeOf: (index: number) => Place;
  readonly scope: Scope;
  /** True where numbers of pupils are reported already, or are what is aimed for. */
  readonly isSettled: boolean;
};

type Numbers = {
  readonly numbers: readonly { readonly number: Big; readonly written: string; readonly place: Place }[];
  readonly scope: Scope;
};

/**
 * Holds every field of a council's folder that reaches a page, words and typed numbers, against what the gate hid, of the same
 * measure, group and year as far as the field says which: an issue for each that tells a hidden cell, and for each
 * number of pupils that no published figure is.
 */
export function checkOfficersWords(
  folder: CouncilFolder,
  published: readonly Published[],
  hidden: readonly HiddenCell[],
): readonly Issue[] {
  const cells = hidden.filter(
    ({ inside, base, value }) => inside !== null || base !== null || value !== null,
  );
  const { fields, entries } = readFields(folder, cells.length > 0, hidden);
  const counts = publishedBases(published);
  return [
    ...fields.flatMap(field => {
      const told = toldIn(field, cells);
      const untraced = field.isSettled ? [] : untracedIn(field, counts, folder.council.disclosure);
      const isTold = (issue: Issue) =>
        told.some(({ line, column }) => issue.line === line && issue.column === column);
      return [...told, ...untraced.filter(issue => !isTold(issue))];
    }),
    ...entries.flatMap(entry => toldByNumbers(entry, cells)),
  ];
}

function toldIn({ text, placeOf, scope }: Field, cells: readonly HiddenCell[]): readonly Issue[] {
  const about = cells.filter(cell => mayBeAbout(scope, cell));
  if (about.length === 0) return [];
  return typedSentences(text).flatMap(({ from, text: sentence }) => {
    const numbers = numbersIn(sentence);
    if (numbers.length === 0) return [];
    for (const cell of about) {
      if (!mayBeOfYear(sentence, cell.period)) continue;
      const isOfMeasure = scope.indicator !== null || measureIsNamedIn(sentence, cell);
      const isOfGroup = isNamedIn(sentence, cell) || isOfCell(scope, cell);
      const isClose = isOfMeasure || (scope.theme !== null && cell.namedBy.length > 0);
      const found = tellingOf(sentence, cell, isClose && isOfGroup, numbers, true);
      if (found === null) continue;
      const isLoose = found.how === 'count-and-base' && !isOfMeasure && !isOfGroup && scope.theme === null;
      if (isLoose && !new RegExp(learners, 'i').test(sentence)) continue;
      if (/^count/.test(found.how) && isOfOthers(sentence, found.index + found.spelling.length)) continue;
      return [
        issueOf(placeOf(from + found.index), 'words-tell-hidden', found.spelling, cell.name, cell.place),
      ];
    }
    return [];
  });
}

/** Four of ninety schools are no pupils. */
function isOfOthers(words: string, from: number): boolean {
  return /^ (?:[\w-]+ ){0,3}(?:schools|settings|authorities|councils|academies|subjects|places|days|weeks|governors|measures)\b/i.test(
    words.slice(from),
  );
}

/** True where nothing in a field's place says that it is about another measure, or another chapter. */
function mayBeAbout(scope: Scope, cell: HiddenCell): boolean {
  return (
    (scope.indicator === null || scope.indicator === cell.indicator) &&
    (scope.theme === null || scope.theme === cell.theme)
  );
}

/** True where a field stands in an entry, or on a row, of the cell itself. */
function isOfCell({ indicator, group, area, period }: Scope, cell: HiddenCell): boolean {
  return (
    indicator === cell.indicator &&
    group === cell.breakdown.group &&
    (area === null || area === cell.area) &&
    (period === null || period === cell.period)
  );
}

const pupils = new RegExp(
  String.raw`(?<![\w/.,£#-]|\b(?:levels?|grades?|stages?|years?|aged?|post|to|and|under|over|every|each|per|or|in|(?:under|over) a)[ -])(?<count>${numberPattern})(?: (?:of|out of) (?:the |our |all |these )*(?<of>${numberPattern}))?(?: (?!of\b|to\b|in\b|by\b|and\b|or\b|for\b|points?\b|schools?\b)[\p{L}-]+){0,2} ${learnersTyped}\b(?!['’])`,
  'giu',
);

/** Numbers of pupils that no published figure is: an error where so few may not be told, a warning otherwise. */
function untracedIn(
  { text, placeOf }: Field,
  counts: ReadonlySet<number>,
  policy: DisclosurePolicy,
): readonly Issue[] {
  return typedSentences(text).flatMap(({ from, text: sentence }) =>
    [...sentence.matchAll(pupils)].flatMap(({ index, 0: spelling, groups }) => {
      const count = numberIn(groups?.count ?? '');
      const of = groups?.of === undefined ? null : numberIn(groups.of);
      if (!Number.isInteger(count) || counts.has(of ?? count)) return [];
      const isSmall =
        (count < policy['count-below'] && groups?.count !== 'one') ||
        (of !== null && (of <= policy['base-at-most'] || of - count < policy['count-below']));
      if (!isSmall && (isAimed(sentence) || isAttributed(sentence))) return [];
      return [issueOf(placeOf(from + index), isSmall ? 'few-pupils-typed' : 'pupils-untraced', spelling)];
    }),
  );
}

function publishedBases(published: readonly Published[]): ReadonlySet<number> {
  return new Set(published.flatMap(({ base }) => base ?? []));
}

/** Entries whose numbers give a hidden cell: a count beside what it is of, or a number of its own measure, group and year. */
function toldByNumbers({ numbers, scope }: Numbers, cells: readonly HiddenCell[]): readonly Issue[] {
  for (const cell of cells) {
    const { inside, base, value } = cell;
    const rest = inside !== null && base !== null ? base - inside : null;
    const at = (number: number | null) =>
      number === null ? undefined : numbers.find(each => each.number.eq(number));
    const isAbout = mayBeAbout(scope, cell) && (scope.period === null || scope.period === cell.period);
    if (!isAbout) continue;
    const part = at(inside) ?? at(rest);
    const all = numbers.find(each => each !== part && base !== null && each.number.eq(base));
    const isBoth = part !== undefined && all !== undefined && inside !== base;
    const isOwn = isOfCell({ ...scope, group: scope.group ?? 'Total' }, cell);
    const share = numbers.find(({ number, written }) => value?.round(decimalsIn(written)).eq(number));
    const told = isBoth ? part : isOwn ? (part ?? at(base) ?? share) : undefined;
    if (told !== undefined)
      return [issueOf(told.place, 'words-tell-hidden', told.written, cell.name, cell.place)];
  }
  return [];
}

type Fields = { readonly fields: readonly Field[]; readonly entries: readonly Numbers[] };

/** Every field of the folder; numbers in fields of their own with `withNumbers`. */
function readFields(folder: CouncilFolder, withNumbers: boolean, hidden: readonly HiddenCell[]): Fields {
  const read = [...folder.texts].map(([path, text]): Fields => {
    if (path.startsWith('content/commentary/')) return commentaryFields(path, text);
    if (path.endsWith('.yaml') && (withNumbers || text.search(pupils) !== -1)) return yamlFields(path, text);
    return { fields: [], entries: [] };
  });
  return {
    fields: [...read.flatMap(({ fields }) => fields), ...notesOf(folder, hidden)],
    entries: read.flatMap(({ entries }) => entries),
  };
}

function commentaryFields(path: string, written: string): Fields {
  const theme = stemOf(path);
  const text = withoutRestsOn(withoutComments(written));
  const placeOf = (index: number) => placeIn(written, { file: path, line: 1, column: 1 }, index);
  const scope = { ...anything, theme: theme === 'home' ? null : theme };
  return { fields: [{ text, placeOf, scope, isSettled: true }], entries: [] };
}

/** Fields in which numbers of pupils are reported by another rule, or are what somebody aims for. */
const settled: readonly (string | number)[] = ['instead', 'promise', 'aim', 'milestones'];

function yamlFields(path: string, text: string): Fields {
  const document = readYaml(text, path, () => {});
  if (document === null) return { fields: [], entries: [] };
  const fields: Field[] = [];
  const entries: Numbers[] = [];
  const walk = (value: unknown, at: Path, around: Scope): void => {
    if (typeof value === 'string' && !isNumber(value)) {
      const placeOf = (index: number) => document.inside(at, value)(index);
      const isSettled = at.some(step => settled.includes(step));
      fields.push({ text: value, placeOf, scope: around, isSettled });
    } else if (Array.isArray(value)) {
      value.forEach((item, index) => {
        walk(item, [...at, index], around);
      });
    } else if (typeof value === 'object' && value !== null && document.written(at) === null) {
      const held = Object.entries(value);
      const scope = scopeOf(value as Readonly<Record<string, unknown>>, at, around);
      const numbers = held.flatMap(([key, each]) => {
        if (['period', 'year', 'date', 'line'].includes(key) || !isNumber(each)) return [];
        const spelled = document.written([...at, key]) ?? String(each);
        return [{ number: new Big(String(each)), written: spelled, place: document.place([...at, key]) }];
      });
      if (numbers.length > 0 && path.startsWith('data/plans/')) entries.push({ numbers, scope });
      for (const [key, each] of held) walk(each, [...at, key], scope);
    }
  };
  const theme = path.startsWith('data/catalogue/') ? stemOf(path) : null;
  walk(document.data, [], { ...anything, theme });
  return { fields, entries };
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value));
}

function scopeOf(entry: Readonly<Record<string, unknown>>, at: Path, around: Scope): Scope {
  const own = (...keys: readonly string[]) => {
    const held = keys
      .map(key => entry[key])
      .find(value => typeof value === 'string' || typeof value === 'number');
    return held === undefined ? null : String(held);
  };
  const isIndicator = at[0] === 'indicators' && at.length === 2;
  return {
    theme: around.theme,
    indicator: (isIndicator ? own('id') : own('indicator')) ?? around.indicator,
    group: own('group') ?? around.group,
    area: own('area') ?? around.area,
    period: own('period', 'year') ?? around.period,
  };
}

/** The notes of rows, but for those of hidden figures, which are not printed. */
function notesOf(
  { observations, profileCounts, texts }: CouncilFolder,
  hidden: readonly HiddenCell[],
): readonly Field[] {
  const rowOf = ({ file, line }: Place) => `${file}:${line}`;
  const unprinted = new Set(hidden.flatMap(({ isHidden, place }) => (isHidden ? [rowOf(place)] : [])));
  const noted = (note: string | null, place: Place, scope: Scope): readonly Field[] => {
    if (note === null || unprinted.has(rowOf(place))) return [];
    const line = texts.get(place.file)?.split('\n')[place.line - 1] ?? '';
    const column = line.indexOf(note.replaceAll('"', '""')) + 1;
    const placeOf = (index: number) => ({ ...place, column: column === 0 ? place.column : column + index });
    return [{ text: note, placeOf, scope, isSettled: false }];
  };
  return [
    ...observations.flatMap(({ note, place, indicator, breakdown, area, period }) =>
      noted(note, place, { theme: null, indicator, group: breakdown.group, area, period }),
    ),
    ...profileCounts.flatMap(({ note, place }) => noted(note, place, anything)),
  ];
}
