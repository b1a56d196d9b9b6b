import { z } from 'zod';
import type { Report } from '../issues.ts';
import { type Area, areaSchema, type NeighbourList, neighbourListSchema } from '../model/area.ts';
import { type Topic, topicSchema } from '../model/breakdown.ts';
import { type Edition, editionSchema } from '../model/edition.ts';
import { type Term, termSchema } from '../model/glossary.ts';
import { type Indicator, indicatorSchema } from '../model/indicator.ts';
import { type Place, valueAt } from '../model/place.ts';
import { type Source, sourceSchema } from '../model/source.ts';
import { nearest } from '../model/spelling.ts';
import { catalogueFileSchema, type Theme } from '../model/theme.ts';
import { editionId, isPeriod } from '../model/time.ts';
import type { InData } from '../plans/kit/fields.ts';
import { type Profile, profileSchema } from '../profiles/schema.ts';
import type { Read, YamlFiles } from './catalogue.ts';
import { type England, nationalNeighbours, suggestedArea } from './england.ts';
import { start, stemOf } from './files.ts';
import type { National } from './national.ts';

export type Known = {
  /** The code of the council's own area; empty when it was not understood. */
  readonly council: string;
  readonly areas: Register<Area>;
  readonly neighbours: Register<NeighbourList>;
  readonly sources: Register<Source>;
  readonly topics: Register<Topic>;
  readonly themes: Register<Theme>;
  readonly indicators: Register<Indicator>;
  readonly profiles: Register<Profile>;
  readonly editions: Register<Edition>;
  readonly terms: Register<Term>;
};

/**
 * Gathers the names that England’s lists and the YAML files give, faulty entries too; what a file of the council says
 * of a name stands in the place of what England’s list says. Names given twice in the files are reported.
 */
export function gatherNames(files: YamlFiles, england: England, national: National, report: Report): Known {
  const { council, areas, sources, breakdowns, glossary, catalogue, editions } = files;
  const listed = <T extends z.ZodObject>(file: Read<unknown> | null, list: string, schema: T, key: string) =>
    registerOf(itemsOf(file, list, schema, key), isWhole(file, list, key), report);
  const inThemes = <T extends z.ZodObject>(list: string, schema: T) => {
    const all = catalogue.flatMap(file => itemsOf(file, list, schema, 'id').map(one => withTheme(one, file)));
    const areWhole = catalogue.every(file => isWhole(file, list, 'id'));
    return registerOf(all, areWhole, report);
  };
  const code = council?.value?.code ?? '';
  const models = nationalNeighbours(england, code, report).map(list => [list.id, list] as const);
  const lists = withOthers(listed(areas, 'neighbours', neighbourListSchema, 'id'), models);
  return {
    council: england.byCode.get(code)?.code ?? code,
    areas: areasOf(files, england, lists, report),
    neighbours: lists,
    sources: withOthers(listed(sources, 'sources', sourceSchema, 'id'), byId(national.sources)),
    topics: withOthers(listed(breakdowns, 'topics', topicSchema, 'id'), byId(national.topics)),
    themes: withOthers(
      registerOf(catalogue.flatMap(themeOf), !catalogue.includes(null), report),
      byId(national.themes),
    ),
    indicators: withOthers(inThemes('indicators', indicatorSchema), byId(national.indicators)),
    profiles: inThemes('profiles', profileSchema),
    editions: registerOf(editions.flatMap(editionOf), !editions.includes(null), report),
    terms: withOthers(
      listed(glossary, 'terms', termSchema, 'term'),
      national.terms.map(term => [term.term, term] as const),
    ),
  };
}

function byId<T extends { readonly id: string }>(all: readonly T[]): readonly (readonly [string, T])[] {
  return all.map(one => [one.id, one] as const);
}

export function soundPart<T extends z.ZodObject>(schema: T, data: unknown): Partial<z.output<T>> {
  const whole = schema.safeParse(data);
  if (whole.success) return whole.data as Partial<z.output<T>>;
  const sound: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(schema.shape)) {
    const result = z.safeParse(inner, valueAt(data, [key]));
    if (result.success && result.data !== undefined) sound[key] = result.data;
  }
  return sound as Partial<z.output<T>>;
}

function namedBy<T extends z.ZodObject>(
  schema: T,
  name: string,
  data: unknown,
  place: Place,
): NamedEntry<z.output<T>> {
  const whole = schema.safeParse(data).data ?? null;
  return { name, whole, entry: whole ?? soundPart(schema, data), place };
}

export function itemsOf<T extends z.ZodObject>(
  file: Read<unknown> | null,
  list: string,
  schema: T,
  key: string,
): readonly NamedEntry<z.output<T>>[] {
  const items = valueAt(file?.data, [list]);
  if (file === null || !Array.isArray(items)) return [];
  return items.flatMap((item: unknown, at) => {
    const name = valueAt(item, [key]);
    const named = typeof name === 'string' && name !== '';
    return named ? [namedBy(schema, name, item, file.document.place([list, at, key]))] : [];
  });
}

/** The file is sound, or every item has a name, or the list may be left out and no misspelt key can be it. */
function isWhole(file: Read<unknown> | null, list: string, key: string): boolean {
  if (file === null || file.value !== null) return file !== null;
  const items = valueAt(file.data, [list]);
  if (Array.isArray(items)) return items.every(item => typeof valueAt(item, [key]) === 'string');
  const isOptional = ['areas', 'indicators', 'profiles', 'neighbours'].includes(list);
  const keys = typeof file.data === 'object' && file.data !== null ? Object.keys(file.data) : null;
  return items === undefined && isOptional && keys !== null && nearest(list, keys) === null;
}

/** A theme is known by its file's name, which is also its folder of observations. */
function withTheme<T>(
  one: NamedEntry<T>,
  file: Read<unknown> | null,
): NamedEntry<T & { readonly theme: string }> {
  const theme = file === null ? '' : fileName(file);
  const entry = { ...one.entry, theme } as Partial<T & { readonly theme: string }>;
  return { ...one, entry, whole: one.whole === null ? null : { ...one.whole, theme } };
}

function themeOf(file: Read<unknown> | null): readonly NamedEntry<Theme>[] {
  if (file === null) return [];
  const place = file.document.place(['theme', 'id']);
  return [namedBy(catalogueFileSchema.shape.theme, fileName(file), valueAt(file.data, ['theme']), place)];
}

function editionOf(file: Read<unknown> | null): readonly NamedEntry<Edition>[] {
  if (file === null) return [];
  const name = fileName(file);
  const id = isPeriod(name) ? editionId(name) : name;
  return [namedBy(editionSchema, id, file.data, file.document.place(['id']))];
}

function fileName(file: Read<unknown>): string {
  return stemOf(file.document.file);
}

/** The areas of the council’s own list and of England’s, each under every code it has had. */
function areasOf(
  { areas: file, council }: YamlFiles,
  england: England,
  lists: Register<NeighbourList>,
  report: Report,
): Register<Area> {
  const given = itemsOf(file, 'areas', areaSchema, 'code').map((one): NamedEntry<Area> => {
    const national = england.byCode.get(one.name);
    if (national === undefined) return one;
    const entry = { ...national, ...one.entry, code: national.code };
    return {
      ...one,
      name: national.code,
      entry,
      whole: one.whole === null ? null : said(national, one.whole),
    };
  });
  const own = registerOf(given, isWhole(file, 'areas', 'code'), report);
  const all = withOthers(own, england.byCode);
  const { code = '', region = '', nation = '' } = council?.value ?? {};
  const beside = [...lists.entries.values()].flatMap(({ entry }) => entry.areas ?? []);
  const likely = [code, region, nation, ...beside, ...own.entries.keys()].filter(each =>
    all.entries.has(each),
  );
  // An area's name, or its number, in place of its code is a common slip.
  const names = new Map(file?.value?.areas.map(({ name, code }) => [name.toLowerCase(), code]));
  const meant = (written: string) =>
    names.get(written.toLowerCase()) ?? suggestedArea(england, written, likely);
  return { ...all, meant };
}

/**
 * What the council’s own list says of an area, with what England’s list knows of it besides: the name is the council’s on
 * every day, and what it was called before too where it says so; the codes are England’s, by their days.
 */
function said(national: Area, own: Area): Area {
  const { phrase: _, earlier = [], ...known } = national;
  const isRenamed = own.name !== national.name;
  const phrase = own.phrase ?? (isRenamed ? undefined : national.phrase);
  const called = { name: own.name, ...(phrase === undefined ? {} : { phrase }) };
  const days = new Set([...earlier, ...(own.earlier ?? [])].map(({ to }) => to));
  const before = [...days].toSorted().map(to => {
    const [coded, named] = [earlier, own.earlier].map(all => all?.find(each => each.to >= to));
    return {
      ...(named ?? (isRenamed ? called : (coded ?? called))),
      ...{ code: coded?.code ?? national.code, type: coded?.type ?? national.type, to },
    };
  });
  return {
    ...known,
    ...own,
    ...called,
    code: national.code,
    ...(before.length === 0 ? {} : { earlier: before }),
  };
}

/** What stands for the files of the tool, where an entry is theirs and not the council's. */
export const nationalFile = 'england';

/** Names of the files stand in the place of those that come with the tool. */
function withOthers<T extends object>(own: Register<T>, others: Iterable<readonly [string, T]>): Register<T> {
  const place = start(nationalFile);
  const entries = new Map(own.entries);
  for (const [name, one] of others) {
    const code = 'code' in one && typeof one.code === 'string' ? one.code : name;
    const held = own.entries.get(code);
    entries.set(name, held ?? { name: code, entry: one, whole: one, place });
  }
  return { ...own, entries, meant: written => nearest(written, entries.keys()) };
}

type NamedEntry<T> = {
  readonly name: string;
  /** What is sound of it: one faulty key does not keep the others from being relied on. */
  readonly entry: Partial<T>;
  /** All of it, or null when any of it is faulty. */
  readonly whole: T | null;
  readonly place: Place;
};

/**
 * What may be referred to by name. When a file that could add names was not understood, `complete` is false
 * and nothing is called unknown, so that one fault is not reported a hundred times.
 */
export type Register<T> = {
  readonly entries: ReadonlyMap<string, NamedEntry<T>>;
  readonly complete: boolean;
  /** The name most likely meant by one that is not there; null where none is near. */
  readonly meant: (written: string) => string | null;
  /** Answers already given by `suggestion`. */
  readonly suggested: Map<string, string | null>;
};

export function registerOf<T>(
  named: readonly NamedEntry<T>[],
  complete: boolean,
  report: Report,
): Register<T> {
  const entries = new Map<string, NamedEntry<T>>();
  for (const one of named) {
    const first = entries.get(one.name);
    if (first === undefined) entries.set(one.name, one);
    else report(one.place, 'duplicate-id', one.name, first.place);
  }
  return {
    entries,
    complete,
    meant: written => nearest(written, entries.keys()),
    suggested: new Map(),
  };
}

/** The name that what was written stands for: of an area the code it has now, whichever of its codes was written. */
export function standsFor<T>(register: Register<T>, written: string): string {
  return register.entries.get(written)?.name ?? written;
}

/** Certainly: never of a register that may lack names. */
export function isUnknown<T>(register: Register<T>, name: string): boolean {
  return register.complete && !register.entries.has(name);
}

type NameRule =
  `unknown-${'area' | 'edition' | 'indicator' | 'neighbours' | 'profile' | 'role' | 'source' | 'theme' | 'topic'}`;

/** Reports a name that is certainly not there, with the one most likely meant; true of others. */
export function checkName(
  register: Register<unknown>,
  name: string,
  rule: NameRule,
  place: Place | (() => Place),
  report: Report,
): boolean {
  if (!isUnknown(register, name)) return true;
  report(typeof place === 'function' ? place() : place, rule, name, suggestion(register, name));
  return false;
}

/** Where things are kept that a field may name; targets are in a file of their own. */
export function registersOf(known: Known, to: Exclude<InData, 'target'>): readonly Register<unknown>[] {
  if (to === 'measure') return [known.indicators, known.profiles];
  return [to === 'neighbours' ? known.neighbours : known[`${to}s`]];
}

export function entryOf<T>(register: Register<T>, name: string): Partial<T> {
  return register.entries.get(name)?.entry ?? {};
}

/** Null when there is none, or any of it is faulty. */
export function wholeOf<T>(register: Register<T>, name: string): T | null {
  return register.entries.get(name)?.whole ?? null;
}

export function heldBy<T>({ entries }: Register<T>): readonly T[] {
  return [...new Set([...entries.values()].map(({ whole }) => whole))].filter(whole => whole !== null);
}

export function suggestion<T>(register: Register<T>, name: string): string | null {
  const answered = register.suggested.get(name);
  if (answered !== undefined) return answered;
  const answer = register.meant(name);
  register.suggested.set(name, answer);
  return answer;
}
