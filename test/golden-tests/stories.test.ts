// Golden test G17 (docs/rules.md): what a panel of facts adds up to, divides into, and changes by.
import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/narrative/sentence.ts';
import {
  type CaseFact,
  factDraft,
  factFigures,
  factMaker,
  factSchema,
} from '../../src/plans/case-studies.ts';
import { materialFrom, readCouncil } from '../../src/report.ts';
import { withCouncilFolder } from '../support/council-folder.ts';

const place = { file: 'data/plans/2013-14/case-studies.yaml', line: 1, column: 1 };
const material = withCouncilFolder({}, root => materialFrom(readCouncil(root)));
if (material.outcome !== 'made') throw new Error(JSON.stringify(material));
const [edition] = material.material;
if (edition === undefined) throw new Error('there is no edition');
const make = factMaker(edition.setting, { id: 'place', area: 'W02' });

const found = (keys: Omit<CaseFact, 'id' | 'label' | 'precision'> & Partial<CaseFact>) =>
  factFigures(make, factSchema.parse({ id: 'a-fact', label: 'A fact', ...keys }), place);
const line = (keys: Parameters<typeof found>[0]) => textOf(factDraft(found(keys), '2013-06'));

describe('G17: a panel of facts', () => {
  it('453 + 71 + 3 + 1 are 528', () => {
    const parts = [
      { label: 'Maintained', value: '453' },
      { label: 'Academies', value: '71' },
      { label: 'Free schools', value: '3' },
      { label: 'Studio schools', value: '1' },
    ];
    const { value } = found({ kind: 'count', parts });
    expect(value.text).toBe('528');
    expect(value.inputs).toHaveLength(4);
    expect(line({ kind: 'count', parts })).toBe(
      '528; maintained 453, academies 71, free schools 3 and studio schools 1',
    );
  });

  it('197 of 239 are 82.4%, and 31 of 47 are 66.0%', () => {
    expect(line({ kind: 'count', value: '197', of: 239 })).toBe('197 of 239, or 82.4%');
    expect(line({ kind: 'count', value: '31', of: 47 })).toBe('31 of 47, or 66.0%');
  });

  it('£84 to £27 is down 67.9%, and £3.25 million to £1.25 million down 61.5%', () => {
    const from = { value: '84', 'as-at': '2009/10' };
    expect(line({ kind: 'money', value: '27', 'as-at': '2011/12', from })).toBe(
      '£27 in 2011/12; down 67.9% from £84 in 2009/10',
    );
    expect(line({ kind: 'money', value: '1250000', from: { value: '3250000', 'as-at': '2011/12' } })).toBe(
      '£1,250,000; down 61.5% from £3,250,000 in 2011/12',
    );
  });

  it('a percentage changes by points, and a count by per cent (R01)', () => {
    expect(line({ kind: 'percent', value: '81', from: { value: '74', 'as-at': '2010/11' } })).toBe(
      '81%; up 7 percentage points from 74% in 2010/11',
    );
    expect(line({ kind: 'count', value: '10', from: { value: '21', 'as-at': '2012-09' } })).toBe(
      '10; down 52.4% from 21 in September 2012',
    );
    expect(line({ kind: 'percent', value: '72', beside: { value: '58', who: 'Albion' } })).toBe(
      '72%; 14 percentage points above Albion (58%)',
    );
  });

  it('sets only percentages and points apart in points, and counts, money and ranks beside each other', () => {
    expect(line({ kind: 'count', value: '72', beside: { value: '58', who: 'Albion' } })).toBe(
      '72; beside 58 in Albion',
    );
    expect(line({ kind: 'money', value: '72', beside: { value: '58', who: 'Albion' } })).toBe(
      '£72; beside £58 in Albion',
    );
    expect(line({ kind: 'count', value: '72', beside: { value: '72', who: 'Albion' } })).toBe(
      '72; the same as in Albion',
    );
  });

  it('works out nothing exact from what is only about so', () => {
    expect(line({ kind: 'count', value: '300', of: 400, precision: 'about' })).toBe(
      'about 300 of 400, or about 75%',
    );
    expect(line({ kind: 'count', value: '300', of: 400, precision: 'more-than' })).toBe(
      'more than 300 of 400',
    );
    const from = { value: '400', 'as-at': '2012' };
    expect(line({ kind: 'count', value: '300', precision: 'about', from })).toBe(
      'about 300; it was 400 in 2012',
    );
    expect(line({ kind: 'percent', value: '30', precision: 'about', from: { ...from, value: '40' } })).toBe(
      'about 30%; it was 40% in 2012',
    );
    expect(
      line({ kind: 'percent', value: '72', precision: 'about', beside: { value: '58', who: 'Albion' } }),
    ).toBe('about 72%; beside 58% in Albion');
  });

  it('counts the move of a rank in places, upwards to the first', () => {
    const from = { value: '30', 'as-at': '2012' };
    expect(line({ kind: 'rank', value: '19', of: 152, from })).toBe(
      '19th of 152; up 11 places from 30th in 2012',
    );
    expect(line({ kind: 'rank', value: '31', of: 152, from })).toBe(
      '31st of 152; down 1 place from 30th in 2012',
    );
  });

  it('says of a rank that nobody said of how many, of none in what time, and of about 300 that it is about', () => {
    expect(line({ kind: 'rank', value: '19' })).toBe('19th; of how many is not said');
    expect(line({ kind: 'rank', value: '1', of: 152 })).toBe('first of 152');
    expect(line({ kind: 'count', value: '0', over: { from: '2010-06', to: '2013-06' } })).toBe(
      'None from June 2010 to June 2013',
    );
    expect(line({ kind: 'count', value: '300', precision: 'about' })).toBe('about 300');
  });
});
