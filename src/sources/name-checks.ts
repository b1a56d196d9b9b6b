import type { Report } from '../issues.ts';
import { repeatsIn } from '../model/alike.ts';
import { type Area, isLocalityKind, overlap } from '../model/area.ts';
import { type Path, valueAt } from '../model/place.ts';
import { nearest } from '../model/spelling.ts';
import type { Read, YamlFiles } from './catalogue.ts';
import { checkName, entryOf, type Known, registersOf, standsFor, wholeOf } from './names.ts';
import { checkStanding } from './wording.ts';

type File = Read<unknown>;

export type TextAt = { readonly path: Path; readonly text: string };

/** Reports names that nothing has, names repeated where each may stand once, and unfinished words. */
export function checkCatalogueNames(files: YamlFiles, known: Known, report: Report): void {
  for (const file of Object.values(files).flat()) if (file !== null) checkFields(file, known, report);
  for (const file of files.catalogue) if (file !== null) checkProfiles(file, report);
  for (const file of files.editions) if (file !== null) checkEdition(file, known, report);
  const { breaks, areas, breakdowns } = files;
  for (const list of ['breaks', 'pauses'])
    if (breaks !== null) checkRepeats(breaks, textsAt(breaks.data, [list, '*', 'id']), report);
  if (areas !== null) checkNeighbours(areas, known, report);
  if (breakdowns !== null) checkTopics(breakdowns, known, report);
}

function checkFields(file: File, known: Known, report: Report): void {
  checkNamesIn(file, known, report);
  for (const { field, text, path } of file.fields)
    if (field.kind === 'plain') checkStanding(text, () => file.document.place(path), report);
}

/** Reports names that nothing has, wherever the schema of a file says that a text is one. */
export function checkNamesIn({ document, fields }: File, known: Known, report: Report): void {
  for (const { field, text, path } of fields) {
    if (field.kind !== 'data' || field.to === 'target' || field.to === 'measure') continue;
    for (const register of registersOf(known, field.to))
      checkName(register, text, `unknown-${field.to}`, () => document.place(path), report);
  }
}

/** The texts at a pattern of steps, in which "*" stands for every item of a list. */
export function textsAt(data: unknown, pattern: Path, before: Path = []): readonly TextAt[] {
  const [step, ...rest] = pattern;
  if (step === undefined)
    return typeof data === 'string' && data !== '' ? [{ path: before, text: data }] : [];
  if (step !== '*') return textsAt(valueAt(data, [step]), rest, [...before, step]);
  return Array.isArray(data) ? data.flatMap((item: unknown, at) => textsAt(item, rest, [...before, at])) : [];
}

/** Reports the second and later of equal texts. */
export function checkRepeats(
  { document }: Pick<File, 'document'>,
  texts: readonly TextAt[],
  report: Report,
): void {
  for (const [{ path, text }, first] of repeatsIn(texts, ({ text }) => text))
    report(document.place(path), 'duplicate-id', text, document.place(first.path));
}

/** No list names an area twice, by whichever code; nor two of which one took the other’s place; nor the council itself. */
function checkNeighbours(file: File, known: Known, report: Report): void {
  const council = wholeOf(known.areas, known.council);
  for (const list of indexesOf(file, ['neighbours'])) {
    const texts = textsAt(file.data, ['neighbours', list, 'areas', '*']);
    checkRepeats(file, texts, report);
    const those = texts.map(({ path, text }) => ({ path, text, area: wholeOf(known.areas, text) }));
    those.forEach(({ path, text, area }, at) => {
      if (area === null) return;
      const isCouncil = council !== null && shareFigures(area, council);
      const other = those
        .slice(0, at)
        .find(each => each.area !== null && each.text !== text && shareFigures(each.area, area));
      if (isCouncil || other !== undefined)
        report(
          file.document.place(path),
          'overlapping-neighbours',
          text,
          isCouncil ? known.council : (other?.text ?? ''),
          isCouncil,
        );
    });
  }
}

function shareFigures(one: Area, other: Area): boolean {
  return one === other || overlap(one, other);
}

function checkTopics(file: File, known: Known, report: Report): void {
  for (const topic of indexesOf(file, ['topics'])) {
    const groups = textsAt(file.data, ['topics', topic, 'groups', '*', 'id']);
    const names = groups.map(({ text }) => text);
    checkRepeats(file, groups, report);
    checkRefined(file, topic, known, report);
    for (const key of ['group', 'against']) {
      for (const { path, text } of textsAt(file.data, ['topics', topic, 'gaps', '*', key])) {
        const of = nameOf(file, ['topics', topic, 'id']);
        if (!names.includes(text))
          report(file.document.place(path), 'unknown-group', text, of, nearest(text, names));
      }
    }
  }
}

/** Reports groups of a topic that refines others without one group of each that they lie in, or with one that is not there. */
function checkRefined(file: File, topic: number, known: Known, report: Report): void {
  const refined = textsAt(file.data, ['topics', topic, 'refines', '*']).map(({ text }) => text);
  for (const group of indexesOf(file, ['topics', topic, 'groups'])) {
    const path = ['topics', topic, 'groups', group];
    const lying = textsAt(file.data, [...path, 'in', '*']);
    if (lying.length !== refined.length)
      report(file.document.place([...path, 'id']), 'group-in-others', nameOf(file, [...path, 'id']), refined);
    for (const [at, { path, text }] of lying.entries()) {
      const names = entryOf(known.topics, refined[at] ?? '').groups?.map(({ id }) => id);
      if (names !== undefined && !names.includes(text))
        report(file.document.place(path), 'unknown-group', text, refined[at] ?? '', nearest(text, names));
    }
  }
}

function checkProfiles(file: File, report: Report): void {
  for (const profile of indexesOf(file, ['profiles'])) {
    const parts = textsAt(file.data, ['profiles', profile, 'parts', '*']);
    const names = parts.map(({ text }) => text);
    checkRepeats(file, parts, report);
    checkRepeats(file, textsAt(file.data, ['profiles', profile, 'phases', '*']), report);
    for (const { path, text } of textsAt(file.data, ['profiles', profile, 'subtotal', 'parts', '*'])) {
      const of = nameOf(file, ['profiles', profile, 'id']);
      if (!names.includes(text))
        report(file.document.place(path), 'unknown-part', text, of, nearest(text, names));
    }
  }
}

/** A headline leads to its theme's page, so its theme must be in the edition. */
function checkEdition(file: File, known: Known, report: Report): void {
  const themes = textsAt(file.data, ['themes', '*']);
  const headlines = textsAt(file.data, ['headlines', '*']);
  checkRepeats(file, themes, report);
  checkRepeats(file, headlines, report);
  for (const { path, text } of headlines) {
    const theme = entryOf(known.indicators, text).theme;
    if (theme === undefined || themes.length === 0 || themes.some(one => one.text === theme)) continue;
    report(file.document.place(path), 'theme-not-in-edition', theme, nameOf(file, ['id']));
  }
}

function nameOf(file: File, path: Path): string {
  const name = valueAt(file.data, path);
  return typeof name === 'string' ? name : '';
}

/** Reports wards and localities that lie in no council or in another one, and lists of them that cannot make one up. */
export function checkLocalities(file: File | null, known: Known, report: Report): void {
  if (file === null) return;
  const madeUp = textsAt(file.data, ['make-up', '*', 'areas', '*']).map(({ text }) => text);
  for (const at of indexesOf(file, ['areas'])) checkParent(file, at, madeUp, known, report);
  for (const at of indexesOf(file, ['make-up'])) checkMakeUp(file, at, known, report);
}

function checkParent(file: File, at: number, madeUp: readonly string[], known: Known, report: Report): void {
  const path = ['areas', at];
  const [code = '', kind, parent] = ['code', 'kind', 'parent'].map(key => textAt(file, [...path, key]));
  if (kind === undefined) return;
  const itself = file.document.place([...path, 'code']);
  const place = file.document.place([...path, 'parent']);
  if (!isLocalityKind(kind)) {
    if (parent !== undefined) report(place, 'parent-of-no-locality', parent, kind);
  } else if (parent === undefined) {
    report(itself, 'locality-without-parent', code, kind, known.council);
  } else if (!checkName(known.areas, parent, 'unknown-area', place, report)) {
    return;
  } else if (known.council !== '' && standsFor(known.areas, parent) !== known.council) {
    report(place, 'locality-elsewhere', parent, kind, known.council);
  } else if (!madeUp.includes(code) && textAt(file, [...path, 'stands-alone']) === undefined) {
    report(itself, 'locality-alone', code, kind);
  }
}

function checkMakeUp(file: File, at: number, known: Known, report: Report): void {
  const path = ['make-up', at];
  const of = textAt(file, [...path, 'of']);
  const listed = textsAt(file.data, [...path, 'areas', '*']);
  checkRepeats(file, listed, report);
  const place = file.document.place([...path, 'of']);
  const isThere = of !== undefined && checkName(known.areas, of, 'unknown-area', place, report);
  if (isThere && known.council !== '' && standsFor(known.areas, of) !== known.council)
    report(place, 'make-up-elsewhere', of, known.council);
  const first = listed.map(({ text }) => entryOf(known.areas, text).kind).find(kind => kind !== undefined);
  for (const { path, text } of listed) {
    const place = file.document.place(path);
    if (!checkName(known.areas, text, 'unknown-area', place, report)) continue;
    const { kind } = entryOf(known.areas, text);
    if (kind === undefined || first === undefined) continue;
    if (!isLocalityKind(kind) || kind !== first) report(place, 'make-up-mixed', text, kind, first);
  }
}

function indexesOf(file: File, path: Path): readonly number[] {
  const items = valueAt(file.data, path);
  return Array.isArray(items) ? items.map((_, at) => at) : [];
}

function textAt(file: File, path: Path): string | undefined {
  const text = valueAt(file.data, path);
  return typeof text === 'string' && text !== '' ? text : undefined;
}
