import { type Override, overridesFileSchema } from '../model/override.ts';
import { type Entry, type Folder, filesOf, readText, standingAt, start, stemOf } from './files.ts';
import type { Known } from './names.ts';
import { checkRepeats, textsAt } from './references.ts';
import { isUnknown, suggestion } from './register.ts';
import { placesIn } from './text.ts';
import { validate } from './validate.ts';
import { checkFinished, checkWords, namesIn } from './words.ts';
import { readYaml } from './yaml.ts';

const folderName = 'content/overrides';

/** What is to be printed instead of computed sentences: `content/overrides/<edition>.yaml`; a folder that may be missing. */
export function readOverrides(folder: Folder, known: Known): readonly Override[] {
  if (standingAt(folder, folderName) === 'missing') return [];
  return filesOf(folder, folderName, '.yaml').flatMap(file => readOne(folder, file, known));
}

function readOne(folder: Folder, { path }: Entry, known: Known): readonly Override[] {
  const { report } = folder;
  const edition = stemOf(path);
  if (isUnknown(known.editions, edition))
    report(start(path), 'unknown-edition', edition, suggestion(known.editions, edition));
  const text = readText(folder, path);
  const document = text === null ? null : readYaml(text, path, report);
  if (text === null || document === null) return [];
  const checked = validate(document, overridesFileSchema, report);
  checkRepeats({ document, ...checked }, textsAt(checked.data, ['overrides', '*', 'sentence']), report);
  return (checked.value?.overrides ?? []).map((override, at) => {
    const placed = (key: keyof typeof override) => document.place(['overrides', at, key]);
    const insideOf = (key: 'instead' | 'reason') => placesIn(text, override[key], placed(key));
    const instead = insideOf('instead');
    checkWords(override.instead, instead, known, report);
    checkFinished(override.reason, insideOf('reason'), report);
    return {
      ...override,
      edition,
      places: { sentence: placed('sentence'), computed: placed('computed') },
      names: namesIn(override.instead).map(({ name, index }) => ({ name, place: instead(index) })),
    };
  });
}
