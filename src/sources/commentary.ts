import type { Commentary } from '../model/commentary.ts';
import type { Edition } from '../model/edition.ts';
import { placeIn } from '../model/place.ts';
import { restsOnIn, withoutRestsOn } from '../model/rests-on.ts';
import {
  type Entry,
  entriesOf,
  type Folder,
  filesOf,
  readText,
  standingAt,
  start,
  stemOf,
  strange,
} from './files.ts';
import type { Known } from './names.ts';
import { entryOf, isUnknown, suggestion } from './register.ts';
import { checkWords } from './words.ts';

const folderName = 'content/commentary';

/** The officers' words: `content/commentary/<edition>/<theme>.md`, `home` for the home page; a folder that may be missing. */
export function readCommentary(folder: Folder, known: Known): readonly Commentary[] {
  if (standingAt(folder, folderName) === 'missing') return [];
  return entriesOf(folder, folderName).flatMap(entry => {
    if (entry.kind === 'file') {
      strange(folder, entry, 'folders named after editions, as 2013-14,');
      return [];
    }
    if (isUnknown(known.editions, entry.name)) {
      folder.report(start(entry.path), 'unknown-edition', entry.name, suggestion(known.editions, entry.name));
    }
    const edition = entryOf(known.editions, entry.name);
    return filesOf(folder, entry.path, '.md')
      .filter(file => !/^readme\.md$/i.test(file.name))
      .flatMap(file => readOne(folder, file, entry.name, edition, known));
  });
}

function readOne(
  folder: Folder,
  file: Entry,
  editionName: string,
  edition: Partial<Edition>,
  known: Known,
): readonly Commentary[] {
  const theme = stemOf(file.path);
  if (theme !== 'home') {
    if (isUnknown(known.themes, theme)) {
      folder.report(start(file.path), 'unknown-theme', theme, suggestion(known.themes, theme));
    } else if (edition.themes?.includes(theme) === false) {
      folder.report(start(file.path), 'theme-not-in-edition', theme, editionName);
    }
  }
  const text = readText(folder, file.path);
  if (text === null) return [];
  if (text.trim() === '') {
    folder.report(start(file.path), 'empty-commentary');
    return [];
  }
  for (const { index, what } of restsOnIn(text).faults) {
    folder.report(placeIn(text, start(file.path), index), 'bad-rests-on', what);
  }
  checkWords(withoutRestsOn(text), index => placeIn(text, start(file.path), index), known, folder.report);
  return [{ edition: editionName, theme, markdown: text, place: start(file.path) }];
}
