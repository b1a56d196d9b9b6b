// Contradictions that the properties found, each as a literal case.
import { describe, expect, it } from 'vitest';
import { known } from '../../src/model/value.ts';
import { countedOf, said } from '../support/sayings.ts';

describe('figures that are printed differently', () => {
  it('are not unchanged, whatever small difference was published', () => {
    expect(said(['61', '62'], {}, { '201213': '0.0' })).toContain(
      'This changed by less than 0.1 percentage points from 62% in 2012/13.',
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
