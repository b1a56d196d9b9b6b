// What is printed of an invented council: by the gate, and as it would be with small figures alone taken out.
import { throughGate } from '../../src/gate/public-folder.ts';
import { planKinds } from '../../src/plans/index.ts';
import { loadFolder } from '../../src/sources/load.ts';
import { withCouncilFolder } from '../support/council-folder.ts';
import type { Knowledge, Seen } from './attacker.ts';
import { filesOf } from './folder.ts';
import { measuresOf, nested, type Row, type Shape, topics } from './pupils.ts';

/** The thresholds of every invented council, as its methodology prints them. */
export const policy = { 'count-below': 6, 'base-at-most': 10, 'extremes-base-below': 20 } as const;

/** The name of a row, or of a figure that is printed of it. */
export function nameOf(
  each: Pick<Seen, 'indicator' | 'area' | 'period' | 'topic' | 'group'>,
  printing: string,
): string {
  return [each.indicator, each.area, each.period, each.topic, each.group, printing].join('|');
}

/** Whether a row says something of a few pupils by itself. */
export function isTelling({ indicator, inside, all }: Row): boolean {
  const isFew = (count: number) => count >= 1 && count < policy['count-below'];
  if (indicator.endsWith('-number')) return isFew(inside);
  const isAll = inside === 0 || inside === all;
  return (
    all <= policy['base-at-most'] ||
    isFew(inside) ||
    isFew(all - inside) ||
    (isAll && all < policy['extremes-base-below'])
  );
}

/** Nothing of an invented council is printed by others, and all of it is counted. */
const asInvented = { row: null, isPublic: false, isKept: true } as const;

/** Rows printed with every base, but for those that tell of a few by themselves. */
export function withoutTelling(rows: readonly Row[], shape: Shape): readonly Seen[] {
  return rows.map(row => {
    const { indicator, area, period, topic, group, released, inside, all } = row;
    const isCount = indicator.endsWith('-number');
    const [isHidden, decimals] = [isTelling(row), isCount ? 0 : shape.decimals];
    const share = Math.round(((100 * inside) / all) * 10 ** decimals) / 10 ** decimals;
    return {
      ...{ indicator, area, period, topic, group, isHidden, decimals, printing: released },
      ...asInvented,
      value: isHidden ? null : isCount ? inside : share,
      base: isHidden || isCount ? null : all,
    };
  });
}

/** All that leaves the gate of a council's folder, whether a page prints it or not: more than any reader sees. */
export function pastGate(rows: readonly Row[], shape: Shape): readonly Seen[] {
  return withCouncilFolder(filesOf(shape, rows), root => {
    const loaded = loadFolder(root, planKinds);
    if (loaded.outcome === 'issues') throw new Error(JSON.stringify(loaded.issues[0]));
    return throughGate(loaded.folder, () => {}).published.map(
      ({ value, breakdown, base, released, ...row }) => ({
        ...{ indicator: row.indicator, area: row.area, period: row.period, ...breakdown, base },
        ...asInvented,
        printing: released ?? '',
        isHidden: value.kind === 'absent' && value.because === 'c',
        value: value.kind === 'known' ? Number(value.number.round(value.decimals, 1)) : null,
        decimals: value.kind === 'known' ? value.decimals : 0,
      }),
    );
  });
}

/**
 * The same where the officer has left out every figure that tells of a few, its count and its share, and believes that it is safe
 * so. The attacker knows that there are such pupils in each table of which other rows are there.
 */
export function pastGateLeftOut(rows: readonly Row[], shape: Shape): readonly Seen[] {
  const figureOf = (row: Row) => nameOf({ ...row, indicator: row.indicator.replace(/-number$/, '') }, '');
  const tableOf = (row: Row) =>
    nameOf({ ...row, group: '', area: row.topic === 'Total' ? '' : row.area }, row.released);
  const telling = new Set(rows.filter(isTelling).map(figureOf));
  const entered = rows.filter(row => !telling.has(figureOf(row)));
  const tables = new Set(entered.map(tableOf));
  const leftOut = rows.filter(row => telling.has(figureOf(row)));
  return [
    ...pastGate(entered, shape),
    ...leftOut.map(row => ({
      ...asInvented,
      ...{ indicator: row.indicator, area: row.area, period: row.period, topic: row.topic, group: row.group },
      ...{ printing: row.released, value: null, base: null, decimals: 0 },
      isHidden: isTelling(row) && tables.has(tableOf(row)),
    })),
  ];
}

/** What everyone knows of an invented council. */
export function knowledgeOf(shape: Shape): Knowledge {
  const measures = new Map(
    measuresOf(shape).map(({ id, of, isCount }) => [
      id,
      { cohort: 'year-6', of, whole: isCount ? null : 100 },
    ]),
  );
  const refining = (topic: 'Sex' | 'Disadvantage') =>
    topics[topic].map((group, at) => ({
      topic,
      group,
      of: nested,
      groups: topics[nested].filter(
        (_, place) => (topic === 'Sex' ? Math.floor(place / 2) : place % 2) === at,
      ),
    }));
  const wards = Array.from({ length: shape.wards }, (_, at) => `ward-${at + 1}`);
  return {
    measureOf: indicator => measures.get(indicator) ?? null,
    isOfPupils: () => true,
    topicsIn: () =>
      Object.entries(topics)
        .filter(([topic]) => topic !== nested || shape.isNested)
        .map(([topic, groups]) => ({ topic, groups, isEveryone: true })),
    parts: shape.isNested ? [...refining('Sex'), ...refining('Disadvantage')] : [],
    within: [
      ['reading-high', 'reading'],
      ['both', 'reading'],
      ['both', 'maths'],
    ],
    both: [{ of: 'both', all: ['reading', 'maths'] }],
    sums: [],
    shares: [],
    makeUp: wards.length === 0 ? [] : [{ of: 'W01', areas: wards }],
    policy,
    protectsOthers: false,
    isRowlessEmpty: true,
  };
}
