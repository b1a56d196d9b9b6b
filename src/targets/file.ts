import type { Figure } from '../model/figure.ts';
import { addresses } from '../pages/addresses.ts';
import { csvText } from '../pages/data-files.ts';
import type { EditionMaterial } from '../pages/material.ts';
import type { FileView } from '../pages/page.ts';
import type { PartFindings, TargetFindings } from './findings.ts';
import { ownerOf, statusNames } from './schema.ts';
import { officerWords } from './words.ts';

type Row = { readonly found: TargetFindings; readonly part: PartFindings; readonly at: number };

/** The columns of `targets.csv`, in order: what each holds, of which type, and where it is found. */
const columns: readonly {
  readonly name: string;
  readonly about: string;
  readonly datatype: 'string' | 'decimal';
  readonly of: (row: Row) => string | number | null;
}[] = [
  {
    name: 'row',
    about: 'Name of the target, and the number of its part',
    datatype: 'string',
    of: ({ found, at }) => `${found.target.id}.${at + 1}`,
  },
  { name: 'target', about: 'Name of the target', datatype: 'string', of: ({ found }) => found.target.id },
  {
    name: 'part',
    about: 'Which part of it, where it has several',
    datatype: 'string',
    of: ({ part }) => part.part.label ?? null,
  },
  {
    name: 'promise',
    about: 'What was promised',
    datatype: 'string',
    of: ({ found }) => found.target.promise,
  },
  {
    name: 'owner',
    about: 'The role that answers for it',
    datatype: 'string',
    of: ({ found, part }) => ownerOf(found.target, part.part),
  },
  {
    name: 'measure',
    about: 'Id of the measure; empty where none can tell',
    datatype: 'string',
    of: ({ part }) => part.measure?.id ?? null,
  },
  {
    name: 'topic',
    about: 'What pupils or schools are grouped by',
    datatype: 'string',
    of: ({ part }) => part.measure?.breakdown.topic ?? null,
  },
  {
    name: 'group',
    about: 'The group',
    datatype: 'string',
    of: ({ part }) => part.measure?.breakdown.group ?? null,
  },
  {
    name: 'against',
    about: 'Whom the aim sets the figure beside; empty for a number of its own',
    datatype: 'string',
    of: ({ part }) => part.measure?.beside?.code ?? null,
  },
  {
    name: 'operator',
    about: 'What the aim asks for: at-least, above, at-most or below',
    datatype: 'string',
    of: ({ part }) => part.part.operator ?? null,
  },
  {
    name: 'baseline_period',
    about: 'Academic year of the starting point',
    datatype: 'string',
    of: ({ part }) => part.part.baseline?.period ?? null,
  },
  {
    name: 'baseline',
    about: 'The starting point',
    datatype: 'decimal',
    of: ({ part }) => numberOf(part.planned.baseline),
  },
  {
    name: 'aim_period',
    about: 'Academic year by which the aim is to be reached',
    datatype: 'string',
    of: ({ part }) => part.part.aim?.period ?? null,
  },
  {
    name: 'aim',
    about: 'The number aimed for: not an outcome',
    datatype: 'decimal',
    of: ({ part }) => numberOf(part.planned.aim),
  },
  {
    name: 'outcome',
    about: 'The figure of the year of this edition; empty where there is none',
    datatype: 'decimal',
    of: ({ part }) => (part.isProjected ? null : numberOf(part.now)),
  },
  {
    name: 'projection',
    about: 'What was projected for that year, where there is no outcome: not an outcome',
    datatype: 'decimal',
    of: ({ part }) => (part.isProjected ? numberOf(part.now) : null),
  },
  {
    name: 'ahead',
    about: 'How far ahead of the line from the starting point to the aim; below zero where behind',
    datatype: 'decimal',
    of: ({ part }) => (part.part.baseline === undefined ? null : numberOf(part.worked?.ahead ?? null)),
  },
  {
    name: 'to_go',
    about: 'How far still to go to the aim',
    datatype: 'decimal',
    of: ({ part }) => numberOf(part.worked?.toGo ?? null),
  },
  {
    name: 'status',
    about: 'Status of this part, as computed',
    datatype: 'string',
    of: ({ part }) => statusNames[part.status],
  },
  {
    name: 'target_status',
    about: 'Status of the whole target: on track only if every part is',
    datatype: 'string',
    of: ({ found }) => statusNames[found.status],
  },
  {
    name: 'officers_judgement',
    about: 'What officers said of the target for this edition',
    datatype: 'string',
    of: ({ found }) => officerWords[found.review?.judgement ?? 'not-stated'].toLowerCase(),
  },
  {
    name: 'why_not',
    about: 'Why no status is worked out',
    datatype: 'string',
    of: ({ part }) => part.because,
  },
];

/** `targets.csv` of an edition, a row for each part of a target; null where no plan is in force. */
export function targetsFile({ found, setting }: EditionMaterial): FileView | null {
  if (found.targets === null) return null;
  const rows = found.targets.plans.flatMap(({ targets }) =>
    targets.flatMap(each => each.parts.map((part, at) => ({ found: each, part, at }))),
  );
  return {
    path: addresses.file(setting.edition.id, 'targets.csv'),
    text: csvText(
      columns.map(({ name }) => name),
      rows.map(row => columns.map(({ of }) => of(row))),
    ),
  };
}

/** What `targets.csv` holds, column by column. */
export const targetColumns = columns.map(({ name, about, datatype }) => ({ name, about, datatype }));

function numberOf(figure: Figure | null): number | null {
  return figure?.amount.kind === 'known' ? Number(figure.amount.number) : null;
}
