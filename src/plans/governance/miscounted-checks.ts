import type { Commentary } from '../../model/commentary.ts';
import type { Place } from '../../model/place.ts';
import { placeAt } from '../../sources/text.ts';
import type { PlanCheck } from '../kit/checks.ts';
import { fieldsIn } from '../kit/fields.ts';
import type { PlanFile } from '../kit/form.ts';
import type { Governance } from './schema.ts';

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
export function checkMiscounted({ plan, book, commentary, edition, report }: PlanCheck<Governance>): void {
  const said = [
    ...book.plans.flatMap(saidIn),
    ...commentary.filter(each => each.edition === edition.id).map(saidInCommentary),
  ];
  for (const { text, place } of said) {
    for (const match of text.matchAll(counted)) {
      const { number = '', principle } = match.groups ?? {};
      const what = principle === undefined ? 'priorities' : 'principles';
      const held = plan.value[what].length;
      const at = numbers.indexOf(number.toLowerCase());
      const count = at === -1 ? Number(number) : at + 1;
      if (held > 0 && count !== held)
        report(place(match.index), 'principles-miscounted', match[0], held, what, plan.file);
    }
  }
}

function saidIn({ form, value, place }: PlanFile<unknown>): readonly Said[] {
  return fieldsIn(form.schema, value).flatMap(({ field, text, path }) =>
    field.kind === 'words' || field.kind === 'plain' ? [{ text, place: () => place(path) }] : [],
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
