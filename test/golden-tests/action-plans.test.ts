// G05, G12, G14, G15: what the reference council's action plans and impact analysis say, through the whole pipeline.
import { describe, expect, it } from 'vitest';
import { sentencesIn } from '../../src/pages/material.ts';
import { makeReport, materialFrom } from '../../src/report.ts';
import { readingWith, withCouncilFolder, withDecimals } from '../support/council-folder.ts';
import { figuresIn } from '../support/figures.ts';
import { referenceCouncil } from '../support/reference-council.ts';

const made = materialFrom(referenceCouncil(), { edition: '2013-14', area: null });
if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
const [material] = made.material;
const judged = (kind: 'action-plans' | 'impact') => material?.plans.find(({ id }) => id === kind);
const said = (kind: 'action-plans' | 'impact', name: string) =>
  sentencesIn(judged(kind)?.said).flatMap(({ id, text }) => (id.startsWith(`${kind}.${name}.`) ? text : []));
const figures = (kind: 'action-plans' | 'impact') => [...figuresIn(judged(kind)?.said).values()];
const counted = (name: string) =>
  figures('action-plans').find(({ about }) => about.is === 'entry' && about.name === name)?.text;

describe('ratings', () => {
  it('G15: of 16 ratings one is green, two amber/green, ten amber, one amber/red and two red', () => {
    const ratings = ['green', 'amber/green', 'amber', 'amber/red', 'red'];
    expect(ratings.map(rating => counted(`rated ${rating}`))).toEqual(['1', '2', '10', '1', '2']);
    expect(said('action-plans', 'counts')[0]).toBe(
      'Of 16 action plans, one is rated green, two amber/green, 10 amber, one amber/red and two red.',
    );
  });

  it('G15: by priority area they are nine, four and two, with one plan for the whole strategy', () => {
    const areas = figures('action-plans').flatMap(({ about, text }) =>
      about.is === 'entry' && about.name.endsWith(': all') ? [[about.name.replace(': all', ''), text]] : [],
    );
    expect(areas).toEqual([
      ['The whole strategy', '1'],
      ['Vulnerable groups', '9'],
      ['School improvement', '4'],
      ['Business links and employability', '2'],
    ]);
  });

  it('says for how many of them no evidence is stated, the green one among them', () => {
    expect(said('action-plans', 'counts').slice(1)).toEqual([
      'The ratings are the officers’ own.',
      'For eight of the 16 the plan states no evidence, among them one rated amber/green (“Getting to Good”) and one rated green (“Monitoring and intervention”); for one it is too early to tell.',
      'For seven it does not set out the need.',
    ]);
  });
});

describe('projections', () => {
  it('G12: both ends of the gap put all others at 70% or 73%, and the assumption is said', () => {
    expect(said('impact', 'gaps-key-stage-4')).toEqual([
      'The disadvantage gap at key stage 4 was projected at between 25 and 28 percentage points for 2013/14, from 38 percentage points in 2012/13.',
      'This was made before results were out, from what schools expected of their pupils.',
      'Disadvantaged pupils were projected to reach 45%, from 32%.',
      'Together with the gap, that puts all others at 70%, or at 73% with the wider gap; they had been at 70%.',
      'So at the lower end it assumes that the others do no better.',
      'It takes for granted that schools’ expectations hold.',
      'The outcome for 2013/14 was 34.5 percentage points. From 2013/14 fewer qualifications count beside GCSEs, none counts as more than one GCSE, and only a pupil’s first entry counts, so earlier figures cannot be compared.',
    ]);
  });

  it('P22: nine more of 149 would be 94.0%, not the 93% printed, with the assumption beside it', () => {
    expect(said('impact', 'inspection-profile')).toEqual([
      'At least nine more schools were expected to be good or outstanding if they were inspected, besides the 131 of 149 that were.',
      'That would make at least 140 of them, or 94.0%.',
      'This was made in the summer of 2014, from the council’s own view of the schools that still required improvement.',
      'No other school’s grade is taken to decline.',
      'This is a projection, and not an outcome.',
    ]);
  });

  it('P23: a projection whose outcome is not held says so, and no figure of it is an outcome', () => {
    expect(said('impact', 'cared-for-children').at(-1)).toBe(
      'A projection is not an outcome, and there is no outcome for 2013/14.',
    );
    const projected = figures('impact').filter(
      ({ about }) => about.is === 'target' && about.which.startsWith('projected'),
    );
    expect(projected.length).toBeGreaterThan(5);
    expect(new Set(projected.map(({ kind }) => kind))).toEqual(new Set(['target']));
  });
});

describe('counts that cannot be', () => {
  it('G05: 87.3% of 149 schools and 71.7% of 21 are rejected as unattainable', () => {
    const rules = (percent: string, of: number) =>
      withCouncilFolder(
        {
          'data/observations/ks2/201314.csv': text => withDecimals(readingWith(`${percent},,${of}`)(text)),
        },
        root => {
          const result = makeReport(root);
          return result.outcome === 'unknown' ? [] : result.issues.map(({ rule }) => rule);
        },
      );
    expect(rules('87.3', 149)).toEqual(['impossible-percentage']);
    expect(rules('71.7', 21)).toEqual(['impossible-percentage']);
    expect(rules('87.9', 149)).toEqual([]);
    expect(rules('71.4', 21)).toEqual([]);
  });
});
