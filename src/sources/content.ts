import {
  type Commentary,
  namesInBraces,
  type Override,
  overridesFileSchema,
  restsOnIn,
  unreadIn,
  withoutComments,
  withoutRestsOn,
} from '../model/commentary.ts';
import type { Edition } from '../model/edition.ts';
import { placeIn } from '../model/place.ts';
import { readOne } from './catalogue.ts';
import {
  type Entry,
  entriesOf,
  type Folder,
  filesOf,
  kindAt,
  readText,
  reportUnexpected,
  start,
  stemOf,
} from './files.ts';
import { checkRepeats, textsAt } from './name-checks.ts';
import { checkName, entryOf, type Known } from './names.ts';
import { checkFinished, checkLinks, checkShares, checkUniversals, checkWords } from './wording.ts';

const commentaryFolder = 'content/commentary';
const overridesFolder = 'content/overrides';

/** `home` for the home page; the folder may be missing. */
export function readCommentaryFiles(folder: Folder, known: Known): readonly Commentary[] {
  if (kindAt(folder, commentaryFolder) === 'missing') return [];
  return entriesOf(folder, commentaryFolder).flatMap(entry => {
    if (entry.kind === 'file') {
      reportUnexpected(folder, entry, 'folders named after editions, as 2013-14,');
      return [];
    }
    checkName(known.editions, entry.name, 'unknown-edition', start(entry.path), folder.report);
    const edition = entryOf(known.editions, entry.name);
    return filesOf(folder, entry.path, '.md')
      .filter(file => !/^readme\.md$/i.test(file.name))
      .flatMap(file => readChapter(folder, file, entry.name, edition, known));
  });
}

function readChapter(
  folder: Folder,
  file: Entry,
  editionName: string,
  edition: Partial<Edition>,
  known: Known,
): readonly Commentary[] {
  const theme = stemOf(file.path);
  const isThere =
    theme === 'home' || checkName(known.themes, theme, 'unknown-theme', start(file.path), folder.report);
  if (isThere && theme !== 'home' && edition.themes?.includes(theme) === false)
    folder.report(start(file.path), 'theme-not-in-edition', theme, editionName);
  const written = readText(folder, file.path);
  if (written === null) return [];
  for (const index of unreadIn(written))
    folder.report(placeIn(written, start(file.path), index), 'commentary-unread', editionName);
  const text = withoutComments(written);
  if (text.trim() === '') {
    folder.report(start(file.path), written.trim() === '' ? 'empty-commentary' : 'commentary-to-write');
    return [];
  }
  for (const { index, what } of restsOnIn(text).faults) {
    folder.report(placeIn(text, start(file.path), index), 'bad-rests-on', what);
  }
  const words = withoutRestsOn(text);
  const at = (index: number) => placeIn(text, start(file.path), index);
  const facts = restsOnIn(text).paragraphs.flatMap(paragraph => paragraph.facts);
  // A paragraph ends with the facts that it rests on.
  const factsOf = (from: number) => {
    const rest = text.slice(from).search(/\n[ \t]*\n/);
    const to = rest === -1 ? text.length : from + rest;
    return facts.filter(({ index }) => index > from && index < to).map(({ fact }) => fact);
  };
  checkWords(words, at, known, folder.report, factsOf);
  checkUniversals(words, at, folder.report, factsOf);
  checkShares(words, at, folder.report);
  return [{ edition: editionName, theme, markdown: text, place: start(file.path) }];
}

/** The folder may be missing. */
export function readOverrides(folder: Folder, known: Known): readonly Override[] {
  if (kindAt(folder, overridesFolder) === 'missing') return [];
  return filesOf(folder, overridesFolder, '.yaml').flatMap(file => readEditionOverrides(folder, file, known));
}

function readEditionOverrides(folder: Folder, { path }: Entry, known: Known): readonly Override[] {
  const { report } = folder;
  const edition = stemOf(path);
  checkName(known.editions, edition, 'unknown-edition', start(path), report);
  const file = readOne(folder, path, overridesFileSchema, null);
  if (file === null) return [];
  const { document } = file;
  checkRepeats(file, textsAt(file.data, ['overrides', '*', 'sentence']), report);
  return (file.value?.overrides ?? []).map((override, at) => {
    const placed = (key: keyof typeof override) => document.place(['overrides', at, key]);
    const insideOf = (key: 'instead' | 'reason') => document.inside(['overrides', at, key], override[key]);
    const instead = insideOf('instead');
    checkWords(override.instead, instead, known, report);
    checkUniversals(override.instead, instead, report);
    checkShares(override.instead, instead, report);
    checkLinks(override.instead, instead, report);
    checkFinished(override.reason, insideOf('reason'), report);
    return {
      ...override,
      edition,
      places: { sentence: placed('sentence'), computed: placed('computed') },
      names: namesInBraces(override.instead).map(({ name, index }) => ({ name, place: instead(index) })),
    };
  });
}
