import type { Report } from '../../issues.ts';
import type { Commentary } from '../../model/commentary.ts';
import type { Place } from '../../model/place.ts';
import { fieldsIn } from '../kit/fields.ts';
import { type PlanBook, type PlanFile, planKinds, planSchemas } from '../kit/file.ts';
import { placeAt } from '../../sources/text.ts';

const numbers = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** "six core principles", "three key priorities", "3 priority areas"; "two priorities" alone may be of something else. */
const counted = new RegExp(
  String.raw`\b(?<number>${numbers.join('|')}|\d{1,2})\s+(?:(?:(?:core|key|main|guiding|fundamental|strategic|shared)\s+)*(?<principle>principles?)\b|(?:(?:core|key|main|strategic|shared)\s+)+(?<priority>priority(?!\s+(?:schools?|groups?))|priorities)\b|(?<area>priority\s+areas?)\b)`,
  'gi',
);

/** Words for readers and where they begin. */
type Said = { readonly text: string; readonly place: (index: number) => Place };

/** X12: reports words of an edition that give another number of principles or priorities than its governance lists. */
export function checkMiscounted(
  books: readonly PlanBook[],
  commentary: readonly Commentary[],
  report: Report,
): void {
  for (const book of books) {
    const { governance } = book.plans;
    if (governance === undefined) continue;
    const said = [
      ...planKinds.flatMap(kind => (book.plans[kind] === undefined ? [] : saidIn(book.plans[kind]))),
      ...commentary.filter(({ edition }) => edition === book.edition).map(saidInCommentary),
    ];
    for (const each of said) check(each, governance, report);
  }
}

function check({ text, place }: Said, { value, file }: PlanFile<'governance'>, report: Report): void {
  for (const match of text.matchAll(counted)) {
    const { number = '', principle } = match.groups ?? {};
    const what = principle === undefined ? 'priorities' : 'principles';
    const held = value[what].length;
    const at = numbers.indexOf(number.toLowerCase());
    const count = at === -1 ? Number(number) : at + 1;
    if (held > 0 && count !== held)
      report(place(match.index), 'principles-miscounted', match[0], held, what, file);
  }
}

function saidIn(plan: PlanFile): readonly Said[] {
  return fieldsIn(planSchemas[plan.kind], plan.value).flatMap(({ field, text, path }) =>
    field.kind === 'words' || field.kind === 'plain' ? [{ text, place: () => plan.place(path) }] : [],
  );
}

function saidInCommentary({ markdown, place }: Commentary): Said {
  return {
    text: markdown,
    place: index => {
      const at = placeAt(markdown, place.file, index);
      return { ...at, line: place.line + at.line - 1 };
    },
  };
}
