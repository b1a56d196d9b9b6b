// What may be said of the wards of a council, and what may not. All invented.
import { describe, expect, it } from 'vitest';
import { localitiesOf, localityFigures } from '../../src/judgements/localities.ts';
import { refusalsIn } from '../../src/judgements/refusals.ts';
import type { Area } from '../../src/model/area.ts';
import type { Indicator } from '../../src/model/indicator.ts';
import { localitySentences } from '../../src/narrative/locality-phrases.ts';
import { cell, council, indicatorOf, observationOf, settingOf } from '../support/findings.ts';

const names = ['Ash', 'Birch', 'Cedar', 'Elm', 'Fir', 'Oak'];

function found(
  cells: readonly string[],
  {
    own = '84',
    polarity = 'high',
    kind = 'ward',
    listed = cells.length,
  }: {
    readonly own?: string | null;
    readonly polarity?: Indicator['polarity'];
    readonly kind?: 'ward' | 'locality';
    readonly listed?: number;
  } = {},
) {
  const indicator = indicatorOf({ polarity });
  const areas = names
    .slice(0, listed)
    .map((name): Area => ({ code: name.toLowerCase(), name, kind, parent: council.code }));
  const rows = cells.map((text, at) =>
    observationOf(indicator, { value: cell(text), area: areas[at]?.code ?? '' }),
  );
  const mine = own === null ? [] : [observationOf(indicator, { value: cell(own) })];
  const setting = settingOf([...rows, ...mine], [indicator]);
  const all = new Map([...setting.areas, ...areas.map(area => [area.code, area] as const)]);
  const [only] = localitiesOf({ ...setting, areas: all }, indicator);
  if (only === undefined) throw new Error('the test has no localities');
  return only;
}

const said = (...given: Parameters<typeof found>) =>
  localitySentences('id', found(...given), 'Cheshire East').sentences.map(({ text }) => text);

describe('the highest and the lowest ward', () => {
  it('are named with their figures, how far apart they are and how many there are', () => {
    expect(said(['92', '61', '84', '70'])).toEqual([
      'There are figures for all four wards: the highest was 92% in Ash (the best) and the lowest 61% in Birch (the worst), 31 percentage points apart.',
      'Two of these were worse than Cheshire East’s own 84%.',
    ]);
  });

  it('are named together where they are printed alike', () => {
    expect(said(['92', '61', '92', '61', '61'])[0]).toBe(
      'There are figures for all five wards: the highest was 92% in Ash and Cedar (the best) and the lowest 61% in Birch, Elm and Fir (the worst), 31 percentage points apart.',
    );
    expect(said(['80', '80', '80'])[0]).toBe('There are figures for all three wards, and each is 80%.');
  });

  it('are worst at the top where lower is better, and neither where no side is', () => {
    expect(said(['12', '3', '5'], { polarity: 'low', own: '4' })).toEqual([
      'There are figures for all three wards: the highest was 12% in Ash (the worst) and the lowest 3% in Birch (the best), 9 percentage points apart.',
      'Two of these were worse than Cheshire East’s own 4%.',
    ]);
    const neutral = said(['12', '3', '5'], { polarity: 'neutral', own: '4' }).join(' ');
    expect(neutral).not.toMatch(/worst|best|worse|better/);
    expect(neutral).toContain('Two of these were above Cheshire East’s own 4%.');
  });

  it('are those of the wards that have a figure, and the number of all is given', () => {
    expect(said(['92', '61', 'x', '70'], { listed: 6 })[0]).toContain(
      'There are figures for three of the six wards: the highest was 92%',
    );
  });

  it('are not named while one is suppressed, which could be either', () => {
    expect(said(['92', '61', 'c', '70'])).toEqual([
      'No highest or lowest ward is named: the figure of one of the four wards is suppressed to protect confidential information, and could be either.',
      'Of the three wards with a figure, two were worse than Cheshire East’s own 84%.',
    ]);
    const { extremes } = found(['92', '61', 'c', 'c', '70']);
    expect(extremes.spread.amount).toEqual({ kind: 'refused', because: 'suppressed' });
    expect(extremes.spread.text).toBe('[c]');
  });

  it('are not said of two, which is told; of one alone there are none to be said', () => {
    const unsaid = (cells: readonly string[]) => {
      const one = found(cells);
      const indicators = [{ indicator: one.indicator, everyone: null, groups: [], localities: [one] }];
      return refusalsIn({ indicators, topics: [], profiles: [] }).map(({ because }) => because);
    };
    expect(unsaid(['92', '61'])).toEqual(['too-few-areas']);
    expect(unsaid(['92'])).toEqual([]);
  });

  it('are not named of two, nor where the precision leaves them open', () => {
    expect(said(['92', '61', 'x', 'x'])).toEqual([
      'In Ash it was 92%, 8 percentage points above Cheshire East’s own 84% (better).',
      'In Birch it was 61%, 23 percentage points below Cheshire East’s own 84% (worse).',
      'There are figures for two of the four wards: too few to name a highest and a lowest.',
    ]);
    expect(said(['92', '92.3', '70'])[0]).toBe(
      'No highest or lowest ward is named: the figures were rounded too far to tell.',
    );
    expect(said(['92', '~61', '70'])[0]).toBe(
      'No highest or lowest ward is named: not all figures are known exactly enough.',
    );
    expect(found(['92', '90.3', '70']).extremes.outcome).toBe('found');
  });
});

describe('a locality alone', () => {
  it('is a level beside the council’s own, and no highest', () => {
    expect(said(['15.1'], { own: '3.4', polarity: 'neutral', kind: 'locality' })).toEqual([
      'In Ash it was 15.1%, 11.7 percentage points above Cheshire East’s own 3.4%.',
    ]);
    expect(said(['15.1'], { own: null, kind: 'locality' })).toEqual(['In Ash it was 15.1%.']);
    expect(said(['c'], { kind: 'locality' })).toEqual([
      'No figure is given for Ash: it is suppressed to protect confidential information.',
    ]);
  });
});

describe('wards beside the council', () => {
  it('are counted on its worse side only where that can be told', () => {
    expect(said(['84', '84', '90'])[1]).toBe('None of these was worse than Cheshire East’s own 84%.');
    expect(said(['70', '84', '90'])[1]).toBe('One of these was worse than Cheshire East’s own 84%.');
    expect(said(['70', '80', '90'], { own: '79.8' })[1]).toBe(
      'One of these was worse than Cheshire East’s own 79.8%; for one it is too close to say.',
    );
    expect(said(['70', '80', '90'], { own: 'c' })).toHaveLength(1);
  });

  it('are listed from the highest, those without a figure last', () => {
    const rows = found(['61', 'c', '92', 'x', '70'], { listed: 6 }).rows;
    expect(rows.map(({ area }) => area.name)).toEqual(['Cedar', 'Fir', 'Ash', 'Birch', 'Elm', 'Oak']);
  });

  it('have every number that is said of them in the ledger', () => {
    const findings = found(['92', '61', '84', '70']);
    const ids = new Set(localityFigures(findings).map(({ id }) => id));
    const { sentences, title } = localitySentences('id', findings, 'Cheshire East');
    for (const { figures } of [...sentences, ...(title === null ? [] : [title])])
      for (const { id } of figures) expect(ids).toContain(id);
  });
});

it('wards of another council, and localities, are not among the wards', () => {
  const indicator = indicatorOf();
  const area = (code: string, kind: 'ward' | 'locality', parent: string): Area => ({
    code,
    name: code,
    kind,
    parent,
  });
  const areas = [
    area('ash', 'ward', council.code),
    area('elm', 'ward', 'E0'),
    area('town', 'locality', council.code),
  ];
  const rows = areas.map(({ code }) => observationOf(indicator, { value: cell('60'), area: code }));
  const setting = settingOf(rows, [indicator]);
  const lists = localitiesOf(
    { ...setting, areas: new Map([...setting.areas, ...areas.map(each => [each.code, each] as const)]) },
    indicator,
  );
  expect(lists.map(({ kind, rows }) => [kind, rows.map(row => row.area.code)])).toEqual([
    ['ward', ['ash']],
    ['locality', ['town']],
  ]);
});
