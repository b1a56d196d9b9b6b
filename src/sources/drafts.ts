import type { Report } from '../issues.ts';
import type { Path } from '../model/place.ts';
import type { Read, YamlFiles } from './catalogue.ts';
import { textsAt } from './references.ts';
import { checkFinished } from './words.ts';

const ofIndicators = ['label', 'short', 'definition', 'statement', 'subject', 'method'];
const ofProfiles = ['label', 'short', 'definition', 'method'];

/** Where the YAML files hold words for readers. */
const catalogueWords: readonly Path[] = [
  ['theme', 'label'],
  ['theme', 'about'],
  ...ofIndicators.map(key => ['indicators', '*', key]),
  ['indicators', '*', 'caveats', '*'],
  ['indicators', '*', 'breaks', '*', 'note'],
  ...ofProfiles.map(key => ['profiles', '*', key]),
  ['profiles', '*', 'caveats', '*'],
];
const topicWords: readonly Path[] = [
  ['topics', '*', 'label'],
  ['topics', '*', 'about'],
];

/** Reports what was left in the words of the YAML files while they were being drafted. */
export function checkDrafts(files: YamlFiles, report: Report): void {
  const check = (file: Read<unknown> | null, patterns: readonly Path[]) => {
    if (file === null) return;
    for (const { path, text } of patterns.flatMap(pattern => textsAt(file.data, pattern)))
      checkFinished(text, () => file.document.place(path), report);
  };
  for (const file of files.catalogue) check(file, catalogueWords);
  for (const file of files.editions) check(file, [['title']]);
  check(files.breakdowns, topicWords);
  check(files.glossary, [['terms', '*', 'meaning']]);
}
