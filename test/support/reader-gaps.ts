// What the reader makes of gaps between two groups.
import { type Caught, reading } from './reader-forms.ts';
import { type GapSubject, gapOf, latestGapYear, movedBy, nowOf, rowOf } from './reader-gap-truth.ts';
import { nothing, type ReadSize, readCell, readSigned, readSize } from './reader-text.ts';
import { sizesOf, type Truth, truthOf, wrongSize, wrongWay } from './reader-truth.ts';

type GapReading = {
  readonly form: RegExp;
  readonly against: (caught: Caught, gap: GapSubject) => readonly (string | null)[];
};

const gapReading = (form: string, against: GapReading['against']): GapReading => ({
  form: reading(form, () => []).form,
  against,
});

const favour = `(?:, in favour of (?<favour>[a-z ]+))?`;

/** Sentences on gaps. */
export const gapReadings: readonly GapReading[] = [
  gapReading('The same gap for YEAR cannot be given for (?<area>England)\\.', ({ area }, gap) => [
    gapOf(gap, rowOf(gap, area ?? '')) === null ? null : 'it can be given',
  ]),
  gapReading('The same gap was', () => []),
  gapReading(
    `In (?<year>YEAR)(?:, the latest year with both figures)?, the figure was (?<a>VALUE) for (?<groupA>[a-z ]+) and (?<b>VALUE) for (?<groupB>[a-z]+)STATUS(?:(?:, |\\. That is )a gap of (?<size>SIZE)${favour}|: (?<none>no gap)|: (?<refused>no gap is given))\\.`,
    levelled,
  ),
  gapReading(
    `The gap (?<way>narrowed|widened) by (?<by>SIZE) from (?<size>SIZE) in (?<year>YEAR)\\.`,
    movedGap,
  ),
  gapReading(`The gap was (?<way>unchanged) from (?<size>SIZE) in (?<year>YEAR)\\.`, movedGap),
  gapReading(`The gap was (?<way>about the same) as in (?<year>YEAR) \\((?<size>SIZE)\\)\\.`, movedGap),
  gapReading(
    `The gap was (?<size>SIZE) in (?<year>YEAR)${favour}, so it has (?<way>turned) round\\.`,
    movedGap,
  ),
  gapReading(
    `The gap was (?<size>SIZE) in (?<year>YEAR); the figures are rounded, so it (?<way>may not have changed)\\.`,
    movedGap,
  ),
  gapReading(`[Tt]he figure for (?<group>[a-z]+) (?<way>rose|fell|changed) by (?<size>SIZE)`, sideMoved),
  gapReading(`[Tt]he figure for (?<group>[a-z]+) was (?<way>unchanged)`, sideMoved),
  gapReading(
    `, so (?<council>[A-Z][A-Za-z ]+)’s is (?<size>SIZE) (?<way>wider|narrower) than (?<area>England)’s`,
    wider,
  ),
  gapReading(
    `(?<size>SIZE) in (?<area>England|the North West) \\((?<a>VALUE) and (?<b>VALUE)${favour}\\)`,
    (caught, gap) => levelled(caught, gap),
  ),
  gapReading(`(?<area>England)’s was (?<size>SIZE)${favour}\\.`, nationsOwn),
  gapReading(
    `the gap between (?<groupA>[a-z ]+) and (?<groupB>[a-z]+) (?<way>widened)(?: by (?<by>SIZE))? to (?<now>SIZE)\\.`,
    movedGap,
  ),
  gapReading(
    `the gap between (?<groupA>[a-z ]+) and (?<groupB>[a-z]+), at (?<now>SIZE), is (?<way>wider) than England’s (?<theirs>SIZE)(?<more> and has widened)?\\.(?: What do places with a narrower gap do\\?)?`,
    asked,
  ),
  gapReading(
    `the gap between (?<groupA>[a-z ]+) and (?<groupB>[a-z]+), at (?<now>SIZE), has (?<way>widened)\\. Is the help for (?<helped>[a-z ]+) reaching them\\?`,
    asked,
  ),
  gapReading(`(?<area>England)’s was (?<size>SIZE)${favour}\\.`, theirs),
  gapReading(`: (?<first>[A-Z][a-z]+) (?<size>SIZE) behind$`, titled),
  gapReading('No figures of both groups for YEAR are available for (?<area>England)\\.', ({ area }, gap) => [
    rowOf(gap, area ?? '') === undefined ? null : `${area} has both`,
  ]),
];

function levelled(caught: Caught, gap: GapSubject): readonly (string | null)[] {
  const {
    year = latestGapYear(gap),
    area = gap.council,
    a,
    b,
    groupA,
    groupB,
    size,
    favour: ahead,
    none,
    refused,
  } = caught;
  const row = rowOf(gap, area, year);
  const truth = gapOf(gap, row);
  const order = [
    groupA === undefined || groupA === gap.group,
    groupB === undefined || groupB === gap.against,
  ];
  const levels = a === row?.[1] && b === row?.[2] ? null : `the levels are ${row?.[1]} and ${row?.[2]}`;
  if (refused !== undefined) return [levels, truth === null ? null : 'the gap can be given'];
  if (truth === null) return [levels, 'there is no gap to give'];
  return [
    levels,
    order.every(Boolean) ? null : 'the groups are the other way round',
    none !== undefined && (truth.printed !== 0 || (!truth.open && truth.sign !== 0))
      ? 'there is a gap'
      : null,
    size === undefined ? null : wrongSize(truth, readSize(size)),
    ahead !== undefined
      ? wrongWay(truth, -1)
      : !truth.open && truth.sign === -1
        ? `it is in favour of ${gap.group}`
        : null,
    ahead === undefined || ahead === gap.group ? null : `it is in favour of ${gap.group}`,
  ];
}

/** The nation's gap by itself, for the year of the council's. */
function theirs(
  { area = '', size = '', favour: ahead }: Caught,
  gap: GapSubject,
): readonly (string | null)[] {
  const truth = gapOf(gap, rowOf(gap, area));
  if (truth === null) return [`${area} has no gap to give`];
  return [
    wrongSize(truth, readSize(size)),
    ahead !== undefined
      ? wrongWay(truth, -1)
      : !truth.open && truth.sign === -1
        ? `it is in favour of ${gap.group}`
        : null,
    ahead === undefined || ahead === gap.group ? null : `it is in favour of ${gap.group}`,
  ];
}

function movedGap(caught: Caught, gap: GapSubject): readonly (string | null)[] {
  const before = gap.table.rows.slice(1).find(([header = '']) => header.startsWith(`${gap.council}, `));
  const [now, year] = [rowOf(gap, gap.council, latestGapYear(gap)), before?.[0]?.split(', ').at(-1) ?? ''];
  const by = movedBy(gap, now, before);
  const [truth, then] = [gapOf(gap, now), gapOf(gap, before)];
  if (by === null || truth === null || then === null) return ['there are not two gaps to compare'];
  const size = caught.by === undefined ? null : readSize(caught.by);
  return [
    caught.year === undefined || caught.year === year ? null : `the gap before is of ${year}`,
    gap.breaks.some(first => year < first && first <= latestGapYear(gap)) ? 'a break stands between' : null,
    caught.size === undefined ? null : wrongSize(then, readSize(caught.size)),
    caught.now === undefined ? null : wrongSize(truth, readSize(caught.now)),
    caught.favour === undefined || caught.favour === gap.group ? null : `it was in favour of ${gap.group}`,
    caught.way === 'turned' ? wrongTurn(caught, truth, then) : wrongMove(caught.way ?? '', size, by),
  ];
}

function wrongTurn(caught: Caught, now: Truth, then: Truth): string | null {
  const was = caught.favour === undefined ? 1 : -1;
  return wrongWay(then, was) ?? wrongWay(now, was === 1 ? -1 : 1);
}

function wrongMove(
  way: string,
  size: ReadSize | null,
  by: { readonly low: number; readonly high: number },
): string | null {
  const [least, most] = sizesOf(by);
  const fits =
    size === null || (size.low <= most + 10 ** -size.decimals && size.high >= least - 10 ** -size.decimals);
  switch (way) {
    case 'widened':
      return by.low < -nothing || by.high <= nothing
        ? 'it did not surely widen'
        : fits
          ? null
          : 'the size is another';
    case 'narrowed':
      return by.high > nothing || by.low >= -nothing
        ? 'it did not surely narrow'
        : fits
          ? null
          : 'the size is another';
    case 'unchanged':
      return least > nothing ? 'it is not unchanged' : null;
    default:
      return least > 10 ** -(size?.decimals ?? 0) + nothing ? 'it is not too close to say' : null;
  }
}

function sideMoved({ group = '', way = '', size }: Caught, gap: GapSubject): readonly (string | null)[] {
  const before = gap.table.rows.slice(1).find(([header = '']) => header.startsWith(`${gap.council}, `));
  const now = gap.table.rows[0];
  const column = group === gap.group ? 1 : 2;
  if (before === undefined || now === undefined) return ['there is no year before'];
  const cells = [readCell(now[column] ?? '[x]'), readCell(before[column] ?? '[x]')] as const;
  const truth = truthOf(gap.behind, cells, [`${group} ${now[0]}`, `${group} ${before[0]}`]);
  if (truth === null) return ['there is nothing to compare'];
  if (way === 'unchanged')
    return [truth.printed === 0 && (truth.open || truth.sign === 0) ? null : 'it changed'];
  return [
    way === 'changed' ? null : wrongWay(truth, way === 'rose' ? 1 : -1),
    size === undefined ? null : wrongSize(truth, readSize(size)),
  ];
}

function wider({ way, area = 'England' }: Caught, gap: GapSubject): readonly (string | null)[] {
  const by = movedBy(gap, gap.table.rows[0], rowOf(gap, area));
  if (by === null) return ['there are not two gaps to compare'];
  return [
    way === 'wider'
      ? by.low < -nothing
        ? 'it is not surely wider'
        : null
      : by.high > nothing
        ? 'it is not surely narrower'
        : null,
  ];
}

function asked({ way, now = '', theirs, helped, more }: Caught, gap: GapSubject): readonly (string | null)[] {
  const truth = nowOf(gap);
  if (truth === null) return ['there is no gap'];
  const elsewhere = gapOf(gap, rowOf(gap, 'England'));
  return [
    wrongSize(truth, readSize(now)),
    theirs === undefined || elsewhere === null ? null : wrongSize(elsewhere, readSize(theirs)),
    ...(way === 'wider' ? wider({ way }, gap) : []),
    ...(way === 'widened' || more !== undefined ? movedGap({ way: 'widened' }, gap) : []),
    helped === undefined ? null : wrongWay(truth, helped === gap.group ? 1 : -1),
  ];
}

function nationsOwn({ area = '', size = '' }: Caught, gap: GapSubject): readonly (string | null)[] {
  const truth = gapOf(gap, rowOf(gap, area));
  return [truth === null ? `${area} has no gap` : wrongSize(truth, readSize(size))];
}

function titled({ first = '', size = '' }: Caught, gap: GapSubject): readonly (string | null)[] {
  const truth = nowOf(gap);
  if (truth === null) return ['there is no gap'];
  return [wrongWay(truth, first.toLowerCase() === gap.group ? 1 : -1), wrongSize(truth, readSize(size))];
}

/** What contradicts the gap column of the table. */
export function againstGaps(gap: GapSubject): readonly string[] {
  return gap.table.rows.flatMap(row => {
    const signed = readSigned(row[3] ?? '[x]');
    const truth = gapOf(gap, row);
    const wrong = [
      (signed === null) === (truth === null) ? null : 'the gap does not go with the levels',
      signed !== null && signed.low > signed.high ? 'the lower end comes first' : null,
      signed !== null && truth?.size && Math.abs(Math.abs(signed.low) - truth.size.number) > nothing
        ? `the gap is ${truth.size.number}`
        : null,
      signed !== null && truth !== null && signed.low > 0 ? wrongWay(truth, 1) : null,
      signed !== null && truth !== null && signed.high < 0 ? wrongWay(truth, -1) : null,
    ];
    return wrong.flatMap(reason => (reason === null ? [] : `${row.join(' | ')}: ${reason}`));
  });
}
