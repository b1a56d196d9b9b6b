import { describe, expect, it } from 'vitest';
import type { Findings } from '../../src/judgements/findings.ts';
import { overviewTitle } from '../../src/narrative/overview-phrases.ts';
import { textOf } from '../../src/narrative/sentence.ts';

type Verdict = Findings['change']['verdict'];

/** Findings of a year, of which only the verdict on the change counts; null where no change may be given. */
const moved = (verdict: Verdict | null, period = '201314') =>
  ({
    latest: { period },
    change: { outcome: verdict === null ? 'refused' : 'rose', verdict: verdict ?? 'none' },
  }) as unknown as Findings;

const title = (verdicts: readonly (Verdict | null)[], of: 'headlines' | 'chapter' = 'chapter') =>
  textOf(
    overviewTitle(
      verdicts.map(verdict => moved(verdict)),
      of,
    ),
  );

describe('what became of several measures on the whole', () => {
  it('is said of all only without exception', () => {
    expect(title(['better', 'better', 'better'])).toBe('All of these measures clearly improved');
    expect(title(['better', 'better', null])).toBe(
      'All of these measures that can be compared clearly improved',
    );
    expect(title(['worse', 'worse', null])).toBe(
      'All of these measures that can be compared clearly worsened',
    );
    expect(title(['better', 'better', 'same'])).toBe('None of these measures clearly worsened');
    expect(title(['worse', 'worse', 'none'])).toBe('None of these measures clearly improved');
  });

  it('weighs those that improved against those that worsened', () => {
    expect(title(['better', 'better', 'worse'])).toBe(
      'More of these measures clearly improved than worsened',
    );
    expect(title(['better', 'worse', 'worse'])).toBe('More of these measures clearly worsened than improved');
    expect(title(['better', 'worse', 'same'])).toBe('As many of these measures clearly improved as worsened');
    expect(title(['same', 'none', 'same'])).toBe('None of these measures clearly improved or worsened');
  });

  it('says when hardly any may be compared, and counts a figure of an earlier year that a panel shows', () => {
    expect(title([null, null, null])).toBe('None of these measures can be compared with an earlier year');
    expect(title(['better', null, null])).toBe(
      'Only one of these measures can be compared with an earlier year',
    );
    const late = [moved('none'), moved('none'), moved('worse', '201213')];
    expect(textOf(overviewTitle(late, 'chapter'))).toBe('None of these measures clearly improved');
  });

  it('is said of the headlines that can be compared, which others may not be', () => {
    expect(title(['better', 'better'], 'headlines')).toBe(
      'Every headline percentage that can be compared clearly improved',
    );
    expect(title(['better', 'better', 'worse'], 'headlines')).toBe(
      'More headline percentages clearly improved than worsened',
    );
  });
});
