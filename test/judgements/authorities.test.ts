import { describe, expect, it } from 'vitest';
import { releasesOf } from '../../src/gate/releases.ts';
import { authoritiesOf, quartilesOf } from '../../src/judgements/authorities.ts';
import { spreadOf } from '../../src/judgements/bands.ts';
import type { Area } from '../../src/model/area.ts';
import { total } from '../../src/model/breakdown.ts';
import type { ReleasedSeries, ReleasedYear } from '../../src/model/release.ts';
import { rankedNumber } from '../../src/model/value.ts';
import { knownTo } from '../../src/series.ts';
import { cell, council, indicatorOf, observationOf, settingOf } from '../support/findings.ts';

const indicator = indicatorOf({ ranked: true, decimals: 1 });

/** A setting in which authorities, by their codes, have one figure each. */
function withFigures(figures: ReadonlyMap<string, string>) {
  const rows = [...figures].map(([area, text]) => observationOf(indicator, { area, value: cell(text) }));
  const areas = [...figures.keys()].map(code => ({ code, name: code, kind: 'authority' }) as const);
  return {
    ...settingOf(rows, [indicator]),
    areas: new Map<string, Area>(areas.map(area => [area.code, area])),
  };
}

const tensAndTwenties = (count: number) =>
  new Map(Array.from({ length: count }, (_, at) => [`A${100 + at}`, at % 2 === 0 ? '10' : '20']));

describe('all authorities with a figure', () => {
  it('lie a standard deviation of all of them apart, without the City of London and the Isles of Scilly', () => {
    const spread = (figures: ReadonlyMap<string, string>) =>
      spreadOf(withFigures(figures), indicator, total, '201314')?.deviation ?? null;
    const twenty = tensAndTwenties(20);
    expect(spread(twenty)).toBe(5);
    expect(spread(new Map([...twenty, ['E09000001', '0'], ['E06000053', '100']]))).toBe(5);
    expect(spread(tensAndTwenties(19))).toBeNull();
    expect(spread(new Map([...tensAndTwenties(19), ['E09000001', '0']]))).toBeNull();
    expect(spread(new Map([...tensAndTwenties(19), ['A200', 'c'], ['A201', '~10']]))).toBeNull();
  });

  it('lie apart by the nearest earlier year with enough of them, or else by the nearest later one', () => {
    const areas = [council.code, ...Array.from({ length: 20 }, (_, at) => `A${100 + at}`)];
    const yearOf = (period: string, higher: string) =>
      areas.map((area, at) =>
        observationOf(indicator, { area, period, value: cell(at % 2 === 0 ? '10' : higher) }),
      );
    const rows = [...yearOf('201112', '20'), ...yearOf('201314', '12')];
    const setting = {
      ...settingOf(rows, [indicator]),
      areas: new Map<string, Area>(areas.map(code => [code, { code, name: code, kind: 'authority' }])),
    };
    const yearUsed = (period: string) => spreadOf(setting, indicator, total, period)?.period;
    expect(['201011', '201112', '201213', '201314'].map(yearUsed)).toEqual([
      '201112',
      '201112',
      '201112',
      '201314',
    ]);
  });

  it('are in the order of their figures, those level in the order of their codes, with those that have a symbol counted', () => {
    const found = authoritiesOf(
      withFigures(new Map([...tensAndTwenties(20), ['A050', '20'], ['A300', 'c']])),
      indicator,
      total,
      '201314',
    );
    expect(found.ranked.slice(0, 2).map(({ area }, at) => `${area} ${found.places[at]}`)).toEqual([
      'A050 1',
      'A101 1',
    ]);
    expect(found).toMatchObject({ listed: 22, by: 'printed' });
    expect([...found.alike]).toEqual([
      [1, 11],
      [12, 10],
    ]);
    const bounds = quartilesOf(
      withFigures(new Map([...tensAndTwenties(20), ['A200', '15']])),
      indicator,
      total,
      '201314',
    );
    expect(bounds.map(String)).toEqual(['10', '15', '20']);
  });
});

describe('the numbers of published columns', () => {
  const year = (released: string, status: ReleasedYear['status'] = 'final'): ReleasedYear => ({
    ...{ period: '201314', status, released, isStated: true, decimals: null, series: 'A series' },
  });
  /** One year of a release: an area to a line, a number or the place of a symbol among the states. */
  const release = (
    when: ReleasedYear,
    cells: Readonly<Record<string, number | 'c' | ''>>,
  ): ReleasedSeries => {
    const texts = Object.values(cells);
    return {
      ...{
        indicator: indicator.id,
        breakdown: total,
        companion: null,
        publication: 'a-source',
        file: when.released,
      },
      rows: new Map(Object.keys(cells).map((area, row) => [area, row])),
      lines: new Int32Array(texts.map((_, row) => row + 2)),
      years: [when],
      numbers: new Float64Array(texts.map(text => (typeof text === 'number' ? text : 0))),
      states: new Uint8Array(texts.map(text => (typeof text === 'number' ? 1 : text === 'c' ? 2 : 0))),
    };
  };
  const releases = releasesOf(
    [
      release(year('2014-10-01', 'provisional'), { A1: 45.04, A2: 46.26, A3: 12.5, A4: 'c', A5: 7 }),
      release(year('2015-01-01'), { A1: 45, A2: 46.3, A3: '', A4: 44.1, A5: 'c' }),
      release(year('2015-02-01', 'projection'), { A1: 99, A6: 99 }),
      release(year('2016-01-01'), { A1: 1, A7: 1 }),
    ],
    new Map([[indicator.id, indicator]]),
  );
  const areas = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', council.code];
  const own = observationOf(indicator, { area: 'A2', value: cell('50.0'), released: '2015-03-01' });
  const ownToo = observationOf(indicator, { area: council.code, value: cell('61.0') });
  const { known, edition } = settingOf([own, ownToo], [indicator]);

  it.each([
    ['of publishers alone', knownTo(edition, [], releases), 'A1 45, A2 46.3, A3 12.5, A4 44.1, A5 -'],
    [
      'beside rows of the officer’s own',
      knownTo(
        edition,
        [
          known.at(indicator.id, 'A2', total, '201314'),
          known.at(indicator.id, council.code, total, '201314'),
        ].flatMap(row => row ?? []),
        releases,
      ),
      'A1 45, A2 50, A3 12.5, A4 44.1, A5 -, E06000049 61',
    ],
    [
      'under earlier codes, which the newest stand for too',
      knownTo(edition, [], releases.under(new Map([['A1', 'A7']]))),
      'A1 45, A2 46.3, A3 12.5, A4 44.1, A5 -, A7 45',
    ],
  ])('are those of the figures that an edition knows, %s', (_, figures, said) => {
    const once = areas.map(area => figures.once(indicator.id, area, total, '201314'));
    const found = figures.cells(indicator.id, areas, total, '201314').filter(cell => cell !== null);
    expect(found.map(({ area, number }) => `${area} ${number ?? '-'}`).join(', ')).toBe(said);
    const made = areas.flatMap(area => figures.at(indicator.id, area, total, '201314') ?? []);
    expect(once.filter(figure => figure !== undefined)).toEqual(made);
    const shown = found.map(cell => ({ ...cell, decimals: cell.number === null ? 0 : cell.decimals }));
    expect(shown).toEqual(
      made.map(({ area, value, series, status, released, source }) => ({
        ...{ area, status, released, source, isOwn: series === null },
        number: rankedNumber(value),
        because: value.kind === 'absent' ? value.because : null,
        decimals: value.kind === 'known' ? value.decimals : 0,
        isAbout: value.kind === 'known' && value.precision === 'about',
        isUnrounded: value.kind === 'known' && value.precision === 'unrounded',
      })),
    );
  });
});
