// Contradictions that the properties found, each as a literal case.
import { describe, expect, it } from 'vitest';
import { gapChart } from '../../src/charts/from-findings.ts';
import { known } from '../../src/model/value.ts';
import { gapSentence, gapTitle } from '../../src/narrative/gap-phrases.ts';
import { textOf } from '../../src/narrative/sentence.ts';
import { cell, nation, neighbours } from '../support/findings.ts';
import { countedOf, gapOf, gapSaid, pair, questions, rowsSaid, said } from '../support/sayings.ts';

describe('figures that are printed differently', () => {
  it('are not unchanged, whatever small difference was published', () => {
    expect(said(['61', '62'], {}, { '201213': '0.0' })).toContain(
      'This changed by less than 0.1 percentage points (before rounding) from 62% in 2012/13.',
    );
    expect(said(['61', '61'], {}, { '201213': '0.0' })).toContain('This was unchanged from 61% in 2012/13.');
    expect(said(['61.3', '61'], {}, { '201213': '0.0' })).toContain(
      'The earlier figure was 61% in 2012/13: the two differ by less than 0.1 percentage points, too close to say which is higher.',
    );
  });

  it('are not the same as each other, but broadly in line', () => {
    const nation = { value: known('78.56', 1, 'exact'), area: 'E92000001' };
    const [own, ...rest] = countedOf(['78.54'], nation);
    expect([own, ...rest]).toContain(
      'It was broadly in line with England’s 78.6% (less than 0.1 percentage points below).',
    );
    expect(countedOf(['78.56'], nation)).toContain('It was the same as England’s 78.6%.');
  });

  it('are broadly in line where neither end of what they may differ by is more', () => {
    expect(said(['34.48'], { bands: { similar: 2, slight: 3, well: 10 } }, {}, '35')).toContain(
      'It was broadly in line with England’s 35% (between 0.02 and 1.02 percentage points below).',
    );
  });
});

describe('several years', () => {
  it('make no run, turn or standstill where the latest figure is only known roughly', () => {
    expect(said(['~72', '71', '70', '69', '68'])).toEqual([
      'In 2013/14, about 72% of pupils reached level 4 or above in reading.',
      'The figure is only known roughly, so no change is given.',
    ]);
    expect(said(['~70', '70', '70', '70'])).toHaveLength(2);
  });

  it('have stayed the same only where no published change says otherwise', () => {
    const published = { '201213': '0.5' };
    expect(said(['72', '72', '72'], {}, published)).toEqual([
      'In 2013/14, 72% of pupils reached level 4 or above in reading.',
      'This rose by 0.5 percentage points (before rounding) from 72% in 2012/13.',
    ]);
    expect(said(['72', '72', '72']).at(-1)).toBe('It has been the same for three years.');
  });

  it('have stayed within the difference of what is printed, where the figures were counted', () => {
    const counted = countedOf(['86.85', '86.87', '86.82']);
    expect(counted.at(-1)).toBe('It has stayed within 0.1 percentage points for three years.');
  });

  it('say what a run came to only where the first and the last figure show it', () => {
    const published = { '201213': '0.4', '201213 201112': '0.3', '201112 201011': '0.2' };
    // Three rises of less than a point in all, by the publisher’s own differences, are no run.
    expect(said(['72', '72', '72', '72'], {}, published).join(' ')).not.toContain('in a row');
    expect(said(['73', '72', '71', '70'])).toContain(
      'It has risen three years in a row, by 3 percentage points in all.',
    );
  });

  it('give no change over more years than the last figure is too far away for', () => {
    const sentences = said(['80', 'x', 'x', 'x', '71', '70']);
    expect(sentences).toContain(
      'The last earlier figure is for 2009/10, too long ago for a change to be given.',
    );
    expect(sentences.join(' ')).not.toContain('in all');
  });

  it('are not said to have slowed where the two moves were rounded too far to tell', () => {
    const published = { '201213': '-0.75', '201213 201112': '-1' };
    expect(
      said(['42', '43', '44', '45'], { bands: { similar: 0.1, slight: 0.2, well: 1 } }, published).join(' '),
    ).not.toContain('smaller');
    expect(said(['42', '43', '45', '47'])).toContain(
      'The fall was smaller than the year before, when it fell by 2 percentage points.',
    );
  });

  it('hold no record that another year is printed level with', () => {
    expect(countedOf(['86.04', '86.02', '85', '84']).join(' ')).not.toContain('highest');
    expect(countedOf(['86.14', '86.02', '85', '84'])).toContain(
      'This is the highest of the four years that can be compared, from 2010/11.',
    );
  });
});

describe('a figure that is only known roughly', () => {
  it('is named where it is the earlier one', () => {
    expect(said(['84', '~81'])).toContain(
      'The figure for 2012/13 is only known roughly, so no change is given.',
    );
    expect(said(['~84', '81'])).toContain('The figure is only known roughly, so no change is given.');
  });
});

describe('two gaps known to different precision', () => {
  it('are said to have moved only where rounding leaves no doubt', () => {
    expect(gapSaid(['54', '88'], ['52.9', '86.0'])).toBe(
      'The gap was 33.1 percentage points in 2012/13; the figures are rounded, so it may not have changed.',
    );
    expect(gapSaid(['54', '88'], ['52.9', '84.0'])).toBe(
      'The gap widened by between 1.8 and 4.0 percentage points from 31.1 percentage points in 2012/13.',
    );
  });
});

describe('a gap', () => {
  it('has no group behind in its title where it is too close to say', () => {
    expect(textOf(gapTitle(gapOf(['1,933.1', '1,933'].map(text => text.replace(',', '')))))).toBe(
      'Reading: Boys and Girls',
    );
  });

  it('is printed on its chart with one sign, and in words with its commas', () => {
    const gap = gapOf(['2500', '1100.4'], { unit: 'points' });
    expect(textOf(gapSentence(gap, '201314'))).toMatch(
      /a gap of between 1,399.1 and 1,400.1 points, in favour of boys\.$/,
    );
    expect(gapChart(gap, ['Boys', 'Girls'])).toMatchObject({
      rows: [{ distance: '−1,400.1 to −1,399.1 points' }],
    });
  });
});

describe('a question', () => {
  it('asks after help for the group that is behind', () => {
    const rows = [...pair(['71', '54']), ...pair(['62', '58'], '201213')];
    expect(questions(rows)).toEqual([
      'Reading: the gap between boys and girls, at 17 percentage points, has widened. Is the help for girls reaching them?',
    ]);
  });

  it('expects no figure that is suppressed, and none that will never be', () => {
    expect(questions([{ value: cell('c') }])).toEqual([]);
    expect(questions([{ value: cell('discontinued') }])).toEqual([]);
    expect(questions([{ value: cell('x') }])).toEqual([
      'The report has no 2013/14 figure for: Reading. Why, and what do our own records show?',
    ]);
  });

  it('says that nobody is behind the nation only where that can be seen', () => {
    const below = { value: known('84.64', 1, 'exact') };
    const above = { value: known('84.66', 1, 'exact'), area: nation.code };
    const near = neighbours.areas.map(area => ({ value: cell('90'), area }));
    const asked = ' What can be learned from similar authorities?';
    expect(questions([{ value: cell('84') }, ...near])).toEqual([
      `Reading: 6 percentage points below the statistical neighbours.${asked}`,
    ]);
    expect(questions([below, above, ...near])[0]).not.toContain('England');
    expect(questions([{ value: cell('84') }, { value: cell('84'), area: nation.code }, ...near])).toEqual([
      `Reading: not behind England, but 6 percentage points below the statistical neighbours.${asked}`,
    ]);
  });
});

describe('a measure that is not set beside the nation', () => {
  it('has not come to another side of it', () => {
    const rows = [
      ...['84', '79'].map((text, years) => ({ value: cell(text), period: `${2013 - years}${14 - years}` })),
      ...['80', '80'].map((text, years) => ({
        value: cell(text),
        area: nation.code,
        period: `${2013 - years}${14 - years}`,
      })),
    ];
    expect(rowsSaid(rows, { comparators: ['region'] }).join(' ')).not.toContain('England');
    expect(rowsSaid(rows, { comparators: ['nation'] })).toContain(
      'It is now above England; the year before it was 1 percentage point below.',
    );
  });
});

describe('a rank', () => {
  it('comes with no quarter where so many share the place that their quarter is another’s', () => {
    const ranked = (tied: number) => {
      const others = Array.from({ length: 29 }, (_, index) => `A${index}`);
      const rows = others.map((area, index) => ({ value: cell(index < tied ? '90' : '80'), area }));
      return rowsSaid([{ value: cell('90') }, ...rows], { ranked: true }, others).at(-1);
    };
    expect(ranked(20)).toBe('It was joint first of 30 authorities, level with 20 others.');
    expect(ranked(2)).toBe('It was joint first of 30 authorities, in the top quarter (band A).');
  });
});
