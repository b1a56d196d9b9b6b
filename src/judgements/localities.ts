import { knownAmount, refused, subtract } from '../arithmetic.ts';
import { type Area, type LocalityKind, localityKinds } from '../model/area.ts';
import { type Breakdown, total } from '../model/breakdown.ts';
import type { Amount, Figure, LocalityCount, Refusal, Tally } from '../model/figure.ts';
import { sizeText } from '../model/format.ts';
import type { Indicator } from '../model/indicator.ts';
import { type Period, periodLabel } from '../model/time.ts';
import { type KnownValue, shown } from '../model/value.ts';
import { judgedIn } from './bands.ts';
import { type Comparison, compareWith } from './comparison.ts';
import { countIn, figure, type Level, observed, tallied } from './figures.ts';
import { councilBeside, remembered, type Setting } from './setting.ts';

/** A ward or locality: its figure, or null where none is held, and how it stands to the council's own. */
export type LocalityRow = {
  readonly area: Area;
  readonly level: Level | null;
  readonly comparison: Comparison | null;
};

export type HeldRow = LocalityRow & { readonly level: Level & { readonly value: KnownValue } };

/** The highest and the lowest, each all that are printed alike; or why none is named. */
type Extremes =
  | {
      readonly outcome: 'found';
      readonly highest: readonly HeldRow[];
      readonly lowest: readonly HeldRow[];
      readonly spread: Figure;
    }
  | { readonly outcome: 'refused'; readonly because: Refusal; readonly spread: Figure };

/** What may be said of an indicator in the localities of one kind, in the edition's year. */
export type LocalityFindings = {
  readonly kind: LocalityKind;
  readonly indicator: Indicator;
  readonly period: Period;
  readonly own: Level | null;
  /** Every locality of the kind: the highest first, those without a figure last. */
  readonly rows: readonly LocalityRow[];
  readonly held: readonly HeldRow[];
  readonly extremes: Extremes;
  readonly counts: {
    readonly listed: Tally;
    readonly held: Tally;
    readonly suppressed: Tally;
    /** On the worse side of the council's own figure, or above it where neither side is worse; null without that figure. */
    readonly beyond: Tally | null;
    /** Too close to it to say. */
    readonly open: Tally | null;
  };
};

/** The fewest localities with a figure among which a highest and a lowest are worth naming. */
const fewest = 3;

/** The findings on the wards and on the localities of the council, each kind that has a row for the edition's year. */
export function localitiesOf(setting: Setting, indicator: Indicator): readonly LocalityFindings[] {
  return localityKinds.flatMap(kind => localityFindings(setting, indicator, kind) ?? []);
}

/** Null where none of them has a row for the edition's year. */
export function localityFindings(
  setting: Setting,
  indicator: Indicator,
  kind: LocalityKind,
  breakdown: Breakdown = total,
): LocalityFindings | null {
  return known(setting, indicator, kind, breakdown);
}

const known = remembered(
  ({ id }: Indicator, kind: LocalityKind, { topic, group }: Breakdown) => [id, kind, topic, group],
  findings,
);

function findings(
  setting: Setting,
  indicator: Indicator,
  kind: LocalityKind,
  breakdown: Breakdown,
): LocalityFindings | null {
  const { areas, council, edition, known } = setting;
  const { period } = edition;
  const listed = [...areas.values()].filter(area => area.kind === kind && area.parent === council.code);
  const at = (code: string) => known.at(indicator.id, code, breakdown, period);
  const row = at(council.code);
  const own = row === undefined ? null : observed(row, indicator);
  const judged = judgedIn(setting, indicator, breakdown, period);
  const rows = listed.map((area): LocalityRow => {
    const found = at(area.code);
    if (found === undefined) return { area, level: null, comparison: null };
    const comparison = own === null ? null : compareWith(judged, found, councilBeside(setting), own);
    return { area, level: observed(found, indicator), comparison };
  });
  if (rows.every(({ level }) => level === null)) return null;
  const held = rows.filter(isHeld).toSorted((a, b) => shown(b.level.value).cmp(shown(a.level.value)));
  const count = counter(setting, indicator, kind, breakdown);
  const suppressed = rows.filter(
    ({ level }) => level?.figure.amount.kind === 'refused' && isSuppressed(level),
  );
  return {
    kind,
    indicator,
    period,
    own,
    rows: [...held, ...rows.filter(each => !isHeld(each))],
    held,
    extremes: extremesOf(setting, indicator, kind, breakdown, held, suppressed),
    counts: {
      listed: count('listed', rows.length, []),
      held: count('held', held.length, held),
      suppressed: count('suppressed', suppressed.length, suppressed),
      ...sidesOf(indicator, held, count),
    },
  };
}

function isHeld(row: LocalityRow): row is HeldRow {
  return row.level?.value.kind === 'known';
}

function isSuppressed({ value }: Level): boolean {
  return value.kind === 'absent' && value.because === 'c';
}

const localityNames: Readonly<Record<LocalityKind, string>> = { ward: 'Wards', locality: 'Localities' };

const counted: Readonly<Record<LocalityCount, string>> = {
  listed: 'all',
  held: 'with a figure',
  suppressed: 'suppressed',
  worse: 'worse than the council',
  above: 'above the council',
  open: 'too close to the council to say',
};

const miscounted: Readonly<Record<LocalityCount, string>> = {
  listed: 'a boundary is drawn anew',
  held: 'a figure is released or withheld',
  suppressed: 'a figure is released or withheld',
  worse: 'one of those counted changes sides',
  above: 'one of those counted changes sides',
  open: 'one of those counted changes sides',
};

type Count = (which: LocalityCount, number: number, of: readonly LocalityRow[]) => Tally;

function counter(setting: Setting, indicator: Indicator, kind: LocalityKind, breakdown: Breakdown): Count {
  return (which, number, of) => {
    const about = { is: 'localities', of: kind, which } as const;
    return tallied(countIn(setting, indicator.id, breakdown, about), number, {
      what: [`${localityNames[kind]}: ${counted[which]}, ${periodLabel(setting.edition.period)}`],
      falseIf: miscounted[which],
      inputs: of.flatMap(({ level, comparison }) =>
        which === 'worse' || which === 'above' || which === 'open'
          ? (comparison?.figure ?? [])
          : (level?.figure ?? []),
      ),
      working: which === 'listed' ? 'Counted in data/areas.yaml' : 'Counted from the figures of the table',
    });
  };
}

function sidesOf(
  { polarity }: Indicator,
  held: readonly HeldRow[],
  count: Count,
): Pick<LocalityFindings['counts'], 'beyond' | 'open'> {
  const compared = held.filter(({ comparison }) => comparison?.figure.amount.kind === 'known');
  if (compared.length === 0 || compared.length < held.length) return { beyond: null, open: null };
  const beyond = compared.filter(
    ({ comparison }) => comparison?.side === (polarity === 'high' ? 'below' : 'above'),
  );
  const open = compared.filter(({ comparison }) => comparison?.degree === 'uncertain');
  return {
    beyond: count(polarity === 'neutral' ? 'above' : 'worse', beyond.length, beyond),
    open: count('open', open.length, open),
  };
}

function extremesOf(
  { council, edition }: Setting,
  indicator: Indicator,
  kind: LocalityKind,
  breakdown: Breakdown,
  held: readonly HeldRow[],
  suppressed: readonly LocalityRow[],
): Extremes {
  const subject = {
    kind: 'spread',
    indicator: indicator.id,
    area: council.code,
    breakdown,
    period: edition.period,
    about: { is: 'localities', of: kind, which: null },
  } as const;
  const spreadOf = (amount: Amount, rows: readonly LocalityRow[]) =>
    figure(subject, amount, {
      text: sizeText(amount, indicator.unit),
      what: [
        `Highest less lowest of the ${localityNames[kind].toLowerCase()}, ${periodLabel(edition.period)}`,
      ],
      falseIf: `a ${kind}’s figure is revised so that another is the highest or the lowest, or they are not as far apart`,
      inputs: rows.flatMap(({ level }) => level?.figure ?? []),
      working:
        amount.kind === 'known'
          ? 'The highest figure less the lowest, as printed'
          : 'Not given: no highest and lowest can be named',
    });
  const because = refusalOf(held, suppressed);
  const [highest, lowest] = because === null ? [endOf(held, 1), endOf(held, -1)] : [[], []];
  const [top, bottom] = [highest[0], lowest[0]];
  if (because !== null || top === undefined || bottom === undefined) {
    const why = because ?? 'precision';
    return { outcome: 'refused', because: why, spread: spreadOf(refused(why), [...held, ...suppressed]) };
  }
  const amount = between(top.level.value, bottom.level.value);
  return { outcome: 'found', highest, lowest, spread: spreadOf(amount, [...highest, ...lowest]) };
}

/** A hidden locality could be either end, and a figure known only roughly has no place in an order. */
function refusalOf(held: readonly HeldRow[], suppressed: readonly LocalityRow[]): Refusal | null {
  if (suppressed.length > 0) return 'suppressed';
  if (held.length < fewest) return 'too-few-areas';
  return held.some(({ level }) => level.value.precision === 'about') ? 'approximate' : null;
}

/** All that are at one end as printed; none where figures of different precision leave that open. */
function endOf(held: readonly HeldRow[], way: 1 | -1): readonly HeldRow[] {
  return held.filter(row =>
    held.every(other => {
      const order = orderOf(row.level.value, other.level.value);
      return order !== null && order * way >= 0;
    }),
  );
}

function orderOf(a: KnownValue, b: KnownValue): -1 | 0 | 1 | null {
  if (a.decimals === b.decimals) return shown(a).cmp(shown(b));
  const amount = subtract(a, b);
  return amount.kind === 'known' ? amount.sign : null;
}

function between(a: KnownValue, b: KnownValue): Amount {
  return a.decimals === b.decimals ? knownAmount(shown(a).minus(shown(b)), a.decimals) : subtract(a, b);
}

/** Every figure of the localities of a kind, those that others rest on first. */
export function localityFigures({ own, rows, extremes, counts }: LocalityFindings): readonly Figure[] {
  return [
    ...[own, ...rows.map(({ level }) => level)].flatMap(level => level?.figure ?? []),
    ...rows.flatMap(({ comparison }) => comparison?.figure ?? []),
    ...[counts.listed, counts.held, counts.suppressed, counts.beyond, counts.open].flatMap(
      each => each?.figure ?? [],
    ),
    extremes.spread,
  ];
}
