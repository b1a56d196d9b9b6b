// Ranks, bands, neighbours' averages, changes and differences of every authority, worked out here a second time from the
// files themselves: in whole numbers of 20 places, with nothing of `src/` but what it found, which is held against them.
import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { beforeAll, describe, expect, it } from 'vitest';
import { judgedIn } from '../../src/judgements/bands.ts';
import { changeOf } from '../../src/judgements/change.ts';
import { compare } from '../../src/judgements/comparison.ts';
import { levelOf } from '../../src/judgements/figures.ts';
import { rankMove, rankOf } from '../../src/judgements/rank.ts';
import { nationBeside, neighboursBeside, type Setting } from '../../src/judgements/setting.ts';
import type { Amount } from '../../src/model/figure.ts';
import { referenceCouncil } from '../support/reference-council.ts';

const release = 'data/published/lait/2026-04-08';
const england = 'data/england';
const nation = 'E92000001';
const total = { topic: 'Total', group: 'Total' } as const;
const places = 20n;

const table = (path: string) =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map(line =>
      [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain = '']) => quoted ?? plain),
    );

/** A decimal as a whole number of its 20th places. */
function whole(text: string): bigint {
  const [, minus, units = '', parts = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  const size = BigInt(units + parts.padEnd(Number(places), '0'));
  return minus === '-' ? -size : size;
}

/** A fraction of 20th places, rounded half away from zero to so many decimals, as those are printed without a sign of zero. */
function printed(number: bigint, by: bigint, decimals: number): string {
  const unit = 10n ** (places - BigInt(decimals)) * by;
  const size = number < 0n ? -number : number;
  const units = (2n * size + unit) / (2n * unit);
  const digits = units.toString().padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return number < 0n && units !== 0n ? `-${text}` : text;
}

const schoolYear = (day: string) => {
  const year = Number(day.slice(0, 4)) - (day.slice(5, 7) < '09' ? 1 : 0);
  return `${year}${String((year + 1) % 100).padStart(2, '0')}`;
};

type Authority = { readonly began: string; readonly ended: string; readonly today: boolean };
const authorities = new Map<string, Authority>();
for (const rows of Map.groupBy(
  table(`${england}/areas.csv`).filter(([, , , , kind]) => kind === 'authority'),
  ([, old]) => old,
).values()) {
  const inOrder = rows.toSorted((a, b) => ((a[7] ?? '') < (b[7] ?? '') ? -1 : 1));
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  const [from, to, code] = [first?.[7] ?? '', last?.[8] ?? '', last?.[0] ?? ''];
  authorities.set(code, {
    began: from === '' ? '' : schoolYear(from),
    ended: to === '' ? '9' : schoolYear(to),
    today: to === '',
  });
}

const newest = new Map<string, string>();
for (const rows of Map.groupBy(table(`${england}/areas.csv`), ([, old]) => old).values()) {
  const code = rows.toSorted((a, b) => ((a[7] ?? '') < (b[7] ?? '') ? -1 : 1)).at(-1)?.[0] ?? '';
  for (const [each = ''] of rows) newest.set(each, code);
}

/** Authorities that ended on one day with those that took their place on the next, where they are others. */
const reorganised = [
  ...Map.groupBy(
    table(`${england}/areas.csv`).filter(
      ([code = '', , , , , , , , , made = '']) => made !== '' && newest.get(made) !== newest.get(code),
    ),
    ([, , , , , , region, , to]) => `${region} ${to}`,
  ).values(),
].map(rows => ({
  old: rows.map(([code = '']) => newest.get(code) ?? ''),
  made: [...new Set(rows.flatMap(row => (row[9] ?? '').split(' ').map(code => newest.get(code) ?? '')))],
}));

const neighbours = new Map(
  [...Map.groupBy(table(`${england}/neighbours/2025-05.csv`), ([area = '']) => newest.get(area) ?? '')].map(
    ([area, rows]) => [area, rows.map(([, , other = '']) => newest.get(other) ?? other)] as const,
  ),
);

type Measure = {
  readonly id: string;
  readonly decimals: number;
  readonly polarity: 'high' | 'low' | 'neutral';
  readonly ranked?: boolean;
  readonly banded?: boolean;
  readonly source: string;
};
const measures = new Map<string, Measure>();
for (const folder of [`${england}/catalogue`, 'data/catalogue'])
  for (const name of readdirSync(folder))
    for (const one of (load(readFileSync(`${folder}/${name}`, 'utf8')) as { indicators?: Measure[] })
      .indicators ?? [])
      measures.set(one.id, one);

/** Cells of everyone as they stand in the files, by measure, area and year. */
const cells = new Map<string, Map<string, Map<string, string>>>();
for (const name of readdirSync(release).filter(each => each.endsWith('.csv') && each !== 'series.csv')) {
  const years = (readFileSync(`${release}/${name}`, 'utf8').split('\n', 1)[0] ?? '').split(',').slice(4);
  for (const [id = '', topic, group, area = '', ...row] of table(`${release}/${name}`)) {
    if (topic !== 'Total' || group !== 'Total') continue;
    const areas = cells.get(id) ?? new Map<string, Map<string, string>>();
    cells.set(id, areas);
    areas.set(area, new Map(years.flatMap((year, at) => (row[at] === '' ? [] : [[year, row[at] ?? '']]))));
  }
}
const cell = (id: string, area: string, year: string) => cells.get(id)?.get(area)?.get(year) ?? '';
const isNumber = (text: string) => /^-?\d/.test(text);
const own = new Map(
  table(`${release}/series.csv`)
    .filter(([, topic, group]) => topic === 'Total' && group === 'Total')
    .map(row => [`${row[0]} ${row[3]}`, row[10] ?? '']),
);
const decimalsOf = (id: string, year: string) =>
  Number(own.get(`${id} ${year}`) || measures.get(id)?.decimals);

/** Whether a year of a measure is published to more places than it is printed with. */
const full = new Map<string, boolean>();
function isFull(id: string, year: string): boolean {
  const held = full.get(`${id} ${year}`) ?? hasMorePlaces(id, year);
  full.set(`${id} ${year}`, held);
  return held;
}

function hasMorePlaces(id: string, year: string): boolean {
  const decimals = decimalsOf(id, year);
  return [...(cells.get(id)?.values() ?? [])].some(
    row => ((row.get(year) ?? '').split('.')[1]?.length ?? 0) > decimals,
  );
}

/** The difference of two cells of years: of what was published, or of what is printed where one is known no better. */
function differenceText(
  id: string,
  [a, b]: readonly [string, string],
  [now, then]: readonly [string, string],
) {
  const decimals = decimalsOf(id, now);
  const known = isFull(id, now) && isFull(id, then);
  const [mine, theirs] = [a, b].map(text =>
    known ? whole(text) : whole(printed(whole(text), 1n, decimals)),
  );
  return printed((mine ?? 0n) - (theirs ?? 0n), 1n, decimals);
}

/** The authorities that have a number in a year: of those that ended in it and those made of them the latter, if all of them have. */
function heldIn(id: string, year: string): ReadonlyMap<string, bigint> {
  const held = new Map(
    [...authorities].flatMap(([code, { began, ended }]) => {
      const text = cell(id, code, year);
      return isNumber(text) && began <= year && ended >= year ? [[code, whole(text)] as const] : [];
    }),
  );
  for (const { old, made } of reorganised) {
    const [isOld, isMade] = [old.some(code => held.has(code)), made.some(code => held.has(code))];
    if (isOld && isMade)
      for (const code of made.every(each => held.has(each)) ? old : made) held.delete(code);
  }
  return held;
}

/**
 * What is printed of authorities whose pupils are counted, in tenths of a percentage point: not where from 1 to 5 pupils are in
 * it, or out of it, nor of 10 or fewer, nor 0% and 100% of fewer than 20.
 */
function shownOfCounts(id: string, year: string): ReadonlyMap<string, number> {
  const isOfFew = (some: number) => some >= 1 && some <= 5;
  return new Map(
    table(`data/observations/eyfs/${year}.csv`).flatMap(
      ([measure, area = '', , topic, group, , , numerator = '', denominator = '']) => {
        if (measure !== id || topic !== 'Total' || group !== 'Total' || numerator === '') return [];
        const [some, all] = [Number(numerator), Number(denominator)];
        const isAllOrNone = some === 0 || some === all;
        if (!authorities.has(newest.get(area) ?? '')) return [];
        if (isOfFew(some) || isOfFew(all - some) || all <= 10 || (isAllOrNone && all < 20)) return [];
        const text = printed(BigInt(some) * 100n * 10n ** places, BigInt(all), 1);
        return [[newest.get(area) ?? '', Number(text.replace('.', ''))] as const];
      },
    ),
  );
}

/** Where an authority stands: its place, how many were placed, how many share it, and its band or none. */
function placeOf({ id, polarity, banded = true }: Measure, area: string, year: string) {
  const held = [...heldIn(id, year).values()];
  const mine = whole(cell(id, area, year));
  const better = held.filter(each => (polarity === 'low' ? each < mine : each > mine)).length;
  const [of, tied] = [held.length, held.filter(each => each === mine).length];
  const sorted = held.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  // A quantile of type 7, four times over, so that it is a whole number.
  const above = [1, 2, 3].filter(quarter => {
    const at = (of - 1) * quarter;
    const [below = 0n, next = 0n] = [sorted[Math.floor(at / 4)], sorted[Math.ceil(at / 4)]];
    return 4n * mine > 4n * below + (next - below) * BigInt(at % 4);
  }).length;
  const quarter = polarity === 'low' ? above : 3 - above;
  const middle = better + 1 + (tied - 1) / 2;
  const fits = middle >= (quarter * of) / 4 - 1 && middle <= ((quarter + 1) * of) / 4 + 1;
  return `${better + 1}/${of}, ${tied}, ${banded && fits ? 'ABCD'[quarter] : '-'}`;
}

/** How many places up an authority moved among those with a number in both years, or that as many were level with it; of how many. */
function moveOf({ id, polarity }: Measure, area: string, [now, then]: readonly [string, string]) {
  const years = [heldIn(id, now), heldIn(id, then)] as const;
  const both = [...years[0].keys()].filter(code => years[1].has(code));
  const [after, before] = years.map(held => {
    const mine = held.get(area) ?? 0n;
    const others = both.filter(code => code !== area).map(code => held.get(code) ?? 0n);
    return {
      better: others.filter(each => (polarity === 'low' ? each < mine : each > mine)).length,
      level: others.filter(each => each === mine).length,
    };
  });
  const places = (before?.better ?? 0) - (after?.better ?? 0);
  const isLevel = places !== 0 && Math.max(after?.level ?? 0, before?.level ?? 0) >= Math.abs(places);
  return `${isLevel ? 'level' : places} of ${both.length}`;
}

function amountText(amount: Amount): string {
  if (amount.kind === 'refused') return amount.because;
  return amount.range === null ? amount.number.toFixed(amount.decimals) : 'range';
}

let settings: ReadonlyMap<string, Setting> = new Map();
let editions: ReadonlyMap<string, Pick<Setting, 'folder' | 'known'>> = new Map();
let indicators: Setting['folder']['indicators'] = [];

beforeAll(() => {
  const { folder, known } = referenceCouncil();
  editions = new Map([...known].map(([id, { folder, figures }]) => [id, { folder, known: figures }]));
  const held = known.get('2024-25');
  const edition = folder.editions.find(({ id }) => id === '2024-25');
  const areas = new Map(held?.folder.areas.map(area => [area.code, area]));
  const [council, whole] = [areas.get('E06000049'), areas.get(nation)];
  if (held === undefined || edition === undefined || council === undefined || whole === undefined)
    throw new Error('the reference council has no edition 2024-25');
  const shared = { edition, folder: held.folder, known: held.figures, areas, nation: whole, region: whole };
  indicators = held.folder.indicators.filter(
    ({ id }) => cells.has(id) && measures.get(id)?.source === 'lait',
  );
  settings = new Map(
    [...authorities].flatMap(([code, { today }]) => {
      const area = areas.get(code);
      if (!today || area === undefined) return [];
      const list = {
        id: 'statistical-neighbours-2025-05',
        label: '',
        source: '',
        areas: neighbours.get(code) ?? [],
      };
      const setting: Setting = {
        ...shared,
        council: area,
        neighbours: list,
        neighboursBefore: null,
        memory: new Map(),
      };
      return [[code, setting] as const];
    }),
  );
});

describe('of all authorities of today', () => {
  it('there are 153, and more than 100 measures', () => {
    expect(settings.size).toBe(153);
    expect(indicators.length).toBeGreaterThan(100);
  });

  it('neighbours’ averages, changes and differences from England are as worked out apart', () => {
    const wrong: string[] = [];
    const counts = { means: 0, changes: 0, differences: 0 };
    for (const indicator of indicators.filter((_, at) => at % 2 === 0)) {
      const { id } = indicator;
      for (const [code, setting] of settings) {
        const series = setting.known.series(id, code, total);
        const latest = series.at(-1);
        const year = [...(cells.get(id)?.get(code)?.keys() ?? [])].filter(each => each <= '202425').at(-1);
        if (latest?.period !== year) wrong.push(`${id} ${code}: latest ${latest?.period}, ${year}`);
        if (latest === undefined || year === undefined) continue;
        const check = (what: keyof typeof counts, found: string, ours: string) => {
          counts[what] += 1;
          if (found !== ours) wrong.push(`${id} ${code} ${year} ${what}: ${found}, not ${ours}`);
        };
        const mine = cell(id, code, year);
        const decimals = decimalsOf(id, year);

        const beside = neighboursBeside(setting);
        const others = (neighbours.get(code) ?? []).map(other => cell(id, other, year)).filter(isNumber);
        const level = beside === null ? null : levelOf(setting, indicator, beside, total, year);
        const sum = others.reduce((added, text) => added + whole(text), 0n);
        if (others.length >= 5)
          check(
            'means',
            `${level === null ? '' : amountText(level.figure.amount)} of ${level?.figure.count}`,
            `${printed(sum, BigInt(others.length), decimals)} of ${others.length}`,
          );

        if (!isNumber(mine)) continue;
        const theirs = cell(id, nation, year);
        if (isNumber(theirs)) {
          const [found] = compare(setting, judgedIn(setting, indicator, total, year), latest, [
            nationBeside(setting),
          ]).held;
          const amount = found === undefined ? '' : amountText(found.figure.amount);
          check('differences', amount, differenceText(id, [mine, theirs], [year, year]));
        }
        const before = `${Number(year.slice(0, 4)) - 1}${year.slice(2, 4)}`;
        const earlier = cell(id, code, before);
        const change = changeOf(series, latest, judgedIn(setting, indicator, total, year)).figure.amount;
        if (!isNumber(earlier) || change.kind === 'refused') continue;
        const coarse = decimalsOf(id, before);
        if (coarse === decimals)
          check('changes', amountText(change), differenceText(id, [mine, earlier], [year, before]));
      }
    }
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(5000);
  });

  it('ranks, ties and bands are as worked out apart', () => {
    const wrong: string[] = [];
    const counts = { places: 0, bands: 0 };
    const ranked = indicators.filter(({ ranked, polarity }) => ranked && polarity !== 'neutral');
    for (const [at, indicator] of ranked.entries()) {
      const measure = measures.get(indicator.id);
      if (measure === undefined) throw new Error(`no measure ${indicator.id}`);
      // One rank has the places of all authorities; bands are asked of each in its turn, a sixth of them of each measure.
      const asked = [...settings].filter((_, turn) => turn % 6 === at % 6);
      for (const [code, setting] of asked) {
        const latest = setting.known.series(indicator.id, code, total).at(-1);
        if (latest?.value.kind !== 'known') continue;
        const rank = rankOf(setting, indicator, latest);
        const ours = placeOf(measure, code, latest.period);
        const found = `${rank?.place}/${rank?.of}, ${rank?.tied}, ${rank?.quarter ?? '-'}`;
        counts.bands += 1;
        // No rank is given among few, nor where a third of those with a row have no figure.
        const [, of] = /\/(\d+)/.exec(ours) ?? [];
        const rows = [...settings.keys()].filter(
          each => cell(indicator.id, each, latest.period) !== '',
        ).length;
        const isRanked = Number(of) >= 20 && Number(of) * 3 >= rows * 2;
        if (isRanked ? found !== ours : rank?.outcome !== 'refused')
          wrong.push(`${indicator.id} ${code} ${latest.period}: ${found}, not ${ours}`);
        if (code !== asked[0]?.[0]) continue;
        for (const { row, place } of rank?.placings() ?? []) {
          counts.places += 1;
          const theirs = placeOf(measure, row.area, latest.period);
          if (!theirs.startsWith(`${place}/`))
            wrong.push(`${indicator.id} ${row.area}: ${place}, not ${theirs}`);
        }
      }
    }
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(counts.places).toBeGreaterThan(9000);
    expect(counts.bands).toBeGreaterThan(2000);
  });

  it('moves in rank are as worked out apart, among those with a figure in both years', () => {
    const wrong: string[] = [];
    let [moves, apart] = [0, 0];
    const ranked = indicators.filter(({ ranked, polarity }) => ranked && polarity !== 'neutral');
    for (const [at, indicator] of ranked.entries()) {
      const measure = measures.get(indicator.id);
      if (measure === undefined) throw new Error(`no measure ${indicator.id}`);
      for (const [code, setting] of [...settings].filter((_, turn) => turn % 9 === at % 9)) {
        const [earlier, latest] = setting.known.series(indicator.id, code, total).slice(-2);
        if (latest === undefined || earlier === undefined) continue;
        const move = rankMove(setting, indicator, latest, rankOf(setting, indicator, latest), earlier);
        if (move === null) continue;
        const found = `${move.places ?? 'level'} of ${move.both.of}`;
        const ours = moveOf(measure, code, [latest.period, earlier.period]);
        moves += 1;
        if (move.before.of !== move.both.of) apart += 1;
        if (found !== ours) wrong.push(`${indicator.id} ${code} ${latest.period}: ${found}, not ${ours}`);
      }
    }
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(moves).toBeGreaterThan(1000);
    expect(apart).toBeGreaterThan(200);
  });

  it('ranks and moves of counted pupils leave out a figure that few, or all but few, are in', () => {
    const of = (year: string) => shownOfCounts('eyfs-gld', year);
    const place = (year: string) => {
      const held = [...of(year).values()];
      const mine = of(year).get('E06000049') ?? 0;
      const tied = held.filter(each => each === mine).length;
      return { place: 1 + held.filter(each => each > mine).length, of: held.length, tied };
    };
    const { known, folder } = editions.get('2013-14') ?? {};
    const indicator = folder?.indicators.find(({ id }) => id === 'eyfs-gld');
    const setting = settings.get('E06000049');
    if (known === undefined || indicator === undefined || setting === undefined)
      throw new Error('nothing held');
    const then = { ...setting, known, areas: new Map(folder?.areas.map(area => [area.code, area])) };
    const rows = known.series('eyfs-gld', 'E06000049', total).slice(-2);
    expect(rows.map(({ period }) => period)).toEqual(['201213', '201314']);
    for (const row of rows)
      expect(rankOf({ ...then, memory: new Map() }, indicator, row)).toMatchObject(place(row.period));
    // 15 of 15 in the one year, and 16 of 21 in the other.
    for (const year of ['201213', '201314']) expect(of(year).has('E06000053')).toBe(false);
  });

  it.each([
    // Without the Isles of Scilly, where 16 of 21 children would stand higher: all but 5.
    ['2013-14', 'E06000049', 'eyfs-gld', -17, 151, '48th of 151', 'joint 31st of 151'],
    ['2013-14', 'E06000049', 'exclusions-fixed', -9, 151, '100th of 151', 'joint 92nd of 152'],
    ['2012-13', 'E06000049', 'exclusions-fixed', 28, 151, 'joint 92nd of 152', '119th of 151'],
    // 44 alike after 73 alike: one point of rounding.
    ['2024-25', 'E10000014', 'ks2-reading-score', null, 151, 'joint 37th of 151', 'joint 56th of 151'],
  ])('a move in rank of %s, %s, %s', (id, code, measure, places, of, now, before) => {
    const { known, folder } = editions.get(id) ?? {};
    const indicator = folder?.indicators.find(each => each.id === measure);
    const setting = settings.get(code);
    if (known === undefined || indicator === undefined || setting === undefined)
      throw new Error('nothing held');
    const areas = new Map(folder?.areas.map(area => [area.code, area]));
    const then = { ...setting, known, areas, memory: new Map() };
    const [earlier, latest] = known.series(measure, code, total).slice(-2);
    if (earlier === undefined || latest === undefined) throw new Error('no two years held');
    const move = rankMove(then, indicator, latest, rankOf(then, indicator, latest), earlier);
    expect(move).toMatchObject({ places, both: { of }, before: { figure: { text: before } } });
    expect(rankOf(then, indicator, latest)?.figure.text).toBe(now);
  });
});
