import { describe, expect, it } from 'vitest';
import { authoritiesOf } from '../../src/judgements/authorities.ts';
import { findingsOn } from '../../src/judgements/findings.ts';
import { rankOf } from '../../src/judgements/rank.ts';
import type { Area } from '../../src/model/area.ts';
import { total } from '../../src/model/breakdown.ts';
import { type KnownValue, shownTo } from '../../src/model/value.ts';
import { rankSentence } from '../../src/narrative/rank-phrases.ts';
import { textOf } from '../../src/narrative/sentence.ts';
import { cell, council, indicatorOf, nation, observationOf, region, settingOf } from '../support/findings.ts';

const authority = (index: number): Area => ({
  code: `A${100 + index}`,
  name: `Area ${index}`,
  kind: 'authority',
});

type Asked = {
  readonly own: string;
  readonly others: readonly string[];
  readonly before?: { readonly own: string; readonly others: readonly string[] };
  readonly said?: Parameters<typeof indicatorOf>[0];
  readonly areas?: (area: Area) => Area;
};

/** The findings on the council among other authorities. */
function among({ own, others, before, said, areas = area => area }: Asked) {
  const indicator = indicatorOf({ ranked: true, ...said });
  const rows = (period: string, mine: string, theirs: readonly string[]) => [
    observationOf(indicator, { value: cell(mine), period }),
    ...theirs.map((text, index) =>
      observationOf(indicator, { value: cell(text), period, area: authority(index).code }),
    ),
  ];
  const observations = [
    ...rows('201314', own, others),
    ...(before === undefined ? [] : rows('201213', before.own, before.others)),
    observationOf(indicator, { value: cell('99'), area: nation.code }),
    observationOf(indicator, { value: cell('98'), area: region.code }),
  ];
  const plain = settingOf(observations, [indicator]);
  const all = [council, region, nation, ...others.map((_, index) => areas(authority(index)))];
  const setting = { ...plain, areas: new Map(all.map(area => [area.code, area])) };
  const found = findingsOn(setting, indicator);
  if (found === null) throw new Error('the test has no figure');
  return {
    ...found,
    words: textOf(rankSentence(found) ?? []),
    again: rankOf(setting, indicator, found.latest),
  };
}

const spread = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => String(from + index));

describe('a rank', () => {
  it('is the place among all authorities, regions and the nation left out', () => {
    expect(among({ own: '60', others: spread(41, 24) }).words).toBe(
      'It was joint fifth of 25 authorities, in the top quarter (band A).',
    );
  });

  it('is by the places that were published, and a table of them prints as many as tell them apart', () => {
    const unrounded = (text: string) => shownTo(cell(text) as KnownValue, 1);
    const indicator = indicatorOf({ ranked: true, decimals: 1 });
    const all = ['62.04', '62.01', '61.04', ...spread(20, 20)];
    const areas = all.map((_, index) => (index === 1 ? council : authority(index)));
    const rows = all.map((text, index) =>
      observationOf(indicator, { value: unrounded(text), area: areas[index]?.code ?? '' }),
    );
    const plain = settingOf(rows, [indicator]);
    const setting = { ...plain, areas: new Map(areas.map(area => [area.code, area])) };
    const at = setting.known.at(indicator.id, council.code, total, '201314');
    const found = at === undefined ? null : rankOf(setting, indicator, at);
    expect(found?.figure.text).toBe('second of 23');
    expect(found?.figure.working).toContain('highest published figure first');
    expect(
      found
        ?.placings()
        .slice(0, 4)
        .map(({ place, text }) => `${place} ${text}`),
    ).toEqual(['1 62.04%', '2 62.01%', '3 61.0%', '4 39.0%']);
  });

  it('is from the lowest where lower is better', () => {
    const found = among({ own: '60', others: spread(41, 24), said: { polarity: 'low' } });
    expect(found.words).toBe('It was joint 20th of 25 authorities, in the bottom quarter (band D).');
  });

  it('is shared by those level on what is printed, counted out beyond three, and leaves out the next places', () => {
    const found = among({
      own: '70',
      others: [...Array.from({ length: 4 }, () => '70'), ...spread(41, 20), '80'],
    });
    expect(found.words).toBe(
      'It was joint second of 26 authorities, level with four others, in the top quarter (band A).',
    );
    const places = found.rank?.placings().map(({ place }) => place);
    expect(places?.slice(0, 8)).toEqual([1, 2, 2, 2, 2, 2, 7, 8]);
  });

  it('bands include their upper bound, so the median itself is in the third quarter', () => {
    expect(among({ own: '50', others: [...spread(40, 10), ...spread(51, 10)] }).rank?.quarter).toBe('C');
    const low = { polarity: 'low' as const };
    expect(
      among({ own: '50', others: [...spread(40, 10), ...spread(51, 10)], said: low }).rank?.quarter,
    ).toBe('B');
  });

  it('says where it was the year before and how many places it moved, a smaller number being up', () => {
    const others = spread(41, 24);
    expect(among({ own: '60', others, before: { own: '50', others } }).words).toBe(
      'It was joint fifth of 25 authorities, in the top quarter (band A); in 2012/13 it was joint 15th of 25, so it moved up 10 places.'.replace(
        'joint sixth',
        'sixth',
      ),
    );
    expect(among({ own: '60', others, before: { own: '60', others } }).words).toContain('as well.');
  });

  it('is compared with that of the year before among those with a figure in both years', () => {
    const others = spread(41, 24);
    const apart = among({
      own: '60',
      others: [...others, '90'],
      before: { own: '50', others: [...others, 'c'] },
    });
    expect(apart.words).toBe(
      'It was joint sixth of 26 authorities, in the top quarter (band A); in 2012/13 it was joint 15th of 25, and it moved up 10 places among the 25 with a figure in both years.',
    );
    expect(apart.rankMove).toMatchObject({ places: 10, figure: { of: 25 } });
    const [now, before] = apart.rankMove?.figure.inputs ?? [];
    expect(now).toMatchObject({ kind: 'rank', text: 'joint fifth of 25', of: 25, tied: 2 });
    expect(now?.inputs).toEqual([apart.rank?.figure]);
    expect(before).toBe(apart.rankMove?.before.figure);
    const kept = among({
      own: '60',
      others: [...others, '90'],
      before: { own: '60', others: [...others, 'c'] },
    });
    expect(kept.words).toContain(
      '; in 2012/13 it was joint fifth of 25, and it kept its place among the 25 with a figure in both years.',
    );
    const few = among({ own: '60', others, before: { own: '50', others: [...spread(41, 18), ...'cccccc'] } });
    expect(few.rankMove).toBeNull();
  });

  it('is not said to move by as many places as there were others level with it, but how many those were', () => {
    const level = (count: number) => [
      ...Array.from({ length: count }, () => '50'),
      ...spread(55, 24 - count),
    ];
    const others = spread(41, 24);
    const moved = (count: number) =>
      among({ own: '49.6', others, before: { own: '50', others: level(count) }, said: { decimals: 1 } });
    // Now 16th; then joint 21st with four others, or joint 20th with five.
    expect(moved(4).words).toContain('so it moved up five places.');
    expect(moved(5).words).toContain('; in 2012/13 it was joint 20th of 25, level with five others.');
    expect(moved(5).rankMove).toMatchObject({
      places: null,
      figure: { text: '[z]', amount: { because: 'many-level' }, of: 25 },
    });
  });

  it('has every place once in the year of a reorganisation: those that were made, or those that ended', () => {
    const area = (code: string, rest: Partial<Area> = {}): Area => ({
      code,
      name: code,
      kind: 'authority',
      ...rest,
    });
    const others = spread(20, 20).map((text, index) => [area(`A${100 + index}`), text] as const);
    const old = area('B1', { ended: '201314', successors: ['C1', 'C2'] });
    const older = area('B2', { ended: '201314', successors: ['C2'] });
    const ranked = (texts: readonly [string, string, string, string]) => {
      const made = [old, older, area('C1', { began: '201314' }), area('C2', { began: '201314' })];
      const all = [
        [council, '60'] as const,
        ...others,
        ...made.map((each, at) => [each, texts[at] ?? ''] as const),
      ];
      const indicator = indicatorOf({ ranked: true });
      const rows = all.flatMap(([{ code }, text]) =>
        text === '' ? [] : observationOf(indicator, { value: cell(text), area: code }),
      );
      const setting = {
        ...settingOf(rows, [indicator]),
        areas: new Map(all.map(([each]) => [each.code, each])),
      };
      const placeOf = (code: string) => {
        const at = setting.known.at(indicator.id, code, total, '201314');
        return at === undefined ? 'none' : rankOf(setting, indicator, at)?.figure.amount;
      };
      const codes = authoritiesOf(setting, indicator, total, '201314').ranked.map(row => row.area);
      return { among: codes.filter(code => code > 'B' && code < 'E').join(' '), placeOf };
    };
    expect(ranked(['70', '71', '72', '73']).among).toBe('C2 C1');
    expect(ranked(['70', '71', '72', 'x']).among).toBe('B2 B1');
    expect(ranked(['70', 'c', '', '73']).among).toBe('B1');
    expect(ranked(['c', 'c', '72', 'c']).among).toBe('C1');
    expect(ranked(['70', '71', '', '']).among).toBe('B2 B1');
    expect(ranked(['70', '', '72', '73']).placeOf('B1')).toEqual({
      kind: 'refused',
      because: 'other-authority',
    });
  });

  it('is not moved across a break', () => {
    const others = spread(41, 24);
    const said = { breaks: [{ from: '201314', kind: 'method' as const, note: 'New.' }] };
    expect(among({ own: '60', others, before: { own: '50', others }, said }).rankMove).toBeNull();
  });

  it('leaves out suppressed and rough figures, and authorities that were not yet or no longer', () => {
    expect(among({ own: '60', others: ['c', '~70', ...spread(41, 22)] }).rank?.of).toBe(23);
    const gone = among({
      own: '60',
      others: spread(41, 24),
      areas: area => (area.code === 'A123' ? { ...area, ended: '201213' } : area),
    });
    expect(gone.rank?.of).toBe(24);
    const yet = among({
      own: '60',
      others: spread(41, 24),
      areas: area => (area.code === 'A123' ? { ...area, began: '201415' } : area),
    });
    expect(yet.rank?.of).toBe(24);
  });

  it('is refused of fewer than twenty, and where neither direction is better, with the reason', () => {
    expect(among({ own: '60', others: spread(41, 18) }).words).toBe(
      'No rank is given: too few areas have a figure.',
    );
    expect(among({ own: '60', others: spread(41, 19) }).rank?.outcome).toBe('ranked');
    expect(among({ own: '60', others: spread(41, 24), said: { polarity: 'neutral' } }).words).toBe(
      'No rank is given: neither direction of this measure is better.',
    );
  });

  it('is refused where the figure is held back for more than a third of the authorities', () => {
    const held = (count: number) =>
      among({ own: '60', others: [...spread(41, 23), ...Array.from({ length: count }, () => 'c')] }).rank;
    expect(held(12)?.outcome).toBe('ranked');
    expect(held(13)?.outcome).toBe('refused');
  });

  it('is not given of a measure that is not ranked, nor a band of one without bands', () => {
    expect(among({ own: '60', others: spread(41, 24), said: { ranked: false } }).rank).toBeNull();
    expect(among({ own: '60', others: spread(41, 24), said: { banded: false } }).words).toBe(
      'It was joint fifth of 25 authorities.',
    );
  });

  it('is of the place, of how many and shared with how many, in the ledger', () => {
    const { rank } = among({ own: '70', others: ['70', ...spread(41, 20)] });
    expect(rank?.figure).toMatchObject({ kind: 'rank', of: 22, tied: 2, text: 'joint first of 22' });
    expect(rank?.figure.inputs).toHaveLength(22);
    expect(rank?.band).toMatchObject({ kind: 'band', text: 'A', inputs: [rank?.figure] });
  });
});

describe('a council with a handful of children', () => {
  it('has no rank, and nobody says that its measure has no better direction', () => {
    const city: Area = { code: 'E09000001', name: 'City of London', kind: 'authority' };
    const indicator = indicatorOf({ ranked: true });
    const rows = [
      observationOf(indicator, { value: cell('60'), area: city.code }),
      ...spread(41, 24).map((text, index) =>
        observationOf(indicator, { value: cell(text), area: authority(index).code }),
      ),
    ];
    const all = [city, region, nation, ...spread(41, 24).map((_, index) => authority(index))];
    const areas = new Map(all.map(area => [area.code, area]));
    expect(findingsOn({ ...settingOf(rows, [indicator]), areas, council: city }, indicator)?.rank).toBeNull();
  });
});
