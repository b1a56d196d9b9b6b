import { describe, expect, it } from 'vitest';
import { makeReport } from '../../src/report.ts';
import { type Override, withCouncilFolder } from '../support/council-folder.ts';
import { oneRole, planWith, roles, targets } from '../support/plans.ts';
import { caseStudies, studyOf } from '../support/stories.ts';

const rows = 'data/observations/ks2/201213.csv';
const commentary = 'content/commentary/2013-14/ks2.md';
const add = (line: string) => (text: string) => `${text}${line}\n`;
const put = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

/** Ninety girls of whom four reached the standard in 2012/13: 4.4%, which the gate hides. */
const girls = 'ks2-reading,W01,201213,Sex,Girls,,4,90,final,2013-08-29,invented-results,';

/** The rules that speak of pupils, by what is planted in the invented council's folder. */
function rulesOf(
  plant: Readonly<Record<string, Override>>,
  which = /words-tell-hidden|pupils/,
): readonly string[] {
  const files = rows in plant ? plant : { ...plant, [rows]: add(girls) };
  return withCouncilFolder(files, folder => {
    const made = makeReport(folder);
    if (made.outcome === 'unknown') throw new Error(made.why);
    return made.issues.map(({ rule }) => rule).filter(rule => which.test(rule));
  });
}

/** Sixteen disadvantaged pupils of whom a quarter did. */
const poorer = 'ks2-reading,W01,201213,Disadvantage,Disadvantaged,,4,16,final,2013-08-29,invented-results,';

const caveat = (words: string, row = girls) => ({
  'data/catalogue/ks2.yaml': put('method: Worked out from counts.', `method: "${words}"`),
  [rows]: add(row),
});
const definition = (words: string) => ({
  'data/glossary.yaml': add(`  - { term: Few, meaning: "${words}" }`),
});
const noteBeside = (words: string) => ({
  [rows]: (text: string) => `${text.replace(/(ks2-reading,N01,.*)\n/, `$1"${words}"\n`)}${girls}\n`,
});

const aimed = 'indicator: ks2-reading\n            baseline: { period: 201213, value: 81 }';
const ofGirls =
  'indicator: ks2-reading\n            topic: Sex\n            group: Girls\n            baseline: { period: 201213, value: 4 }';
const studied = (fact: string) => ({ [roles]: oneRole, [caseStudies]: studyOf([fact]) });

describe('words that tell a hidden cell', () => {
  const told: readonly (readonly [string, Readonly<Record<string, Override>>])[] = [
    ['a count of a base in digits', caveat('Only 4 of the 90 reached it.')],
    ['in words', caveat('Four in ninety reached it.')],
    ['a count over a base', caveat('4/90 girls reached it.')],
    ['the rest of it', caveat('Of ninety girls, 86 did not.')],
    ['a share', caveat('For girls it was 4.44% in 2012/13.')],
    ['a share in every hundred', caveat('Of girls, 4.4 in every hundred.')],
    ['a share in every thousand', caveat('Of girls, 44 in every thousand.')],
    ['a share of one', caveat('Of girls it was 0.044.')],
    ['the rest of a share', caveat('Of girls, 95.6% did not reach it.')],
    ['a count of a named group', caveat('Four girls reached it.')],
    ['a base', caveat('There were 90 girls.')],
    ['full-width digits', caveat('Of girls, ４ of ９０.')],
    ['those left over', caveat('All but 86 of the girls reached it.')],
    ['whom no noun follows', caveat('Of girls, just four did.')],
    ['a number after a colon', caveat('Girls who did: 4.')],
    ['a number in brackets', caveat('Girls (n=4).')],
    ['so many at most', caveat('Under five girls reached it.')],
    ['one in so many', caveat('One in twenty-two girls did.')],
    ['a part of a base', caveat('A quarter of the sixteen disadvantaged pupils.', poorer)],
    ['a part of a named group', caveat('Three quarters of disadvantaged pupils did not.', poorer)],
    ['one in four', caveat('For disadvantaged pupils: 1 in 4.', poorer)],
    ['a dozen', caveat('A dozen of the disadvantaged pupils did not.', poorer)],
    ['a definition in the glossary', definition('As when four of ninety pupils reached it.')],
    ['the note of another row', noteBeside('Among girls here 4.4%')],
    ['a baseline', { [roles]: oneRole, [targets]: planWith([aimed, ofGirls]) }],
    ['a fact of a case study', studied('{ id: few, label: Who could, kind: count, value: 4, of: 90 }')],
  ];
  it.each(told)('%s', (_, plant) => {
    expect(rulesOf(plant)).toContain('words-tell-hidden');
  });

  it('in commentary, where no number may be typed', () => {
    for (const words of [
      'Only 4 of the 90 reached it.',
      'Four in ninety did.',
      'Of girls, 4.4 in every hundred.',
    ])
      expect(rulesOf({ [commentary]: `${words}\n` }, /typed-figure/)).toEqual(['typed-figure']);
  });

  it('at the words, naming the cell and its row', () => {
    const issue = withCouncilFolder(
      { ...definition('As when four of ninety pupils reached it.'), [rows]: add(girls) },
      folder => {
        const made = makeReport(folder);
        return made.outcome === 'issues' ? made.issues.find(each => each.rule === 'words-tell-hidden') : null;
      },
    );
    expect(issue).toMatchObject({ file: 'data/glossary.yaml', line: 5, column: 36 });
    expect(issue?.message).toContain(
      `"four of ninety" tells what is hidden of "Reading, Girls, 2012/13" (${rows}:5)`,
    );
  });

  const untold: readonly (readonly [string, Readonly<Record<string, Override>>])[] = [
    ['another year', caveat('For girls it was 4.4% in 2010/11.')],
    ['another measure', { 'data/catalogue/inspection.yaml': put('Counted at the date.', 'Girls: 4.4%.') }],
    ['schools', definition('As when four of ninety schools took part.')],
    [
      'a part that comes to other numbers',
      caveat('Half of the girls walk to school, a third of them alone.'),
    ],
    ['what others than pupils do', caveat('Girls did better in only 4 of the 9 subjects.')],
    ['levels and years', { [commentary]: 'Level 4 is for year 6, key stage 2 and girls aged 11.\n' }],
    ['shares of ten that are aimed for', definition('Nine in ten pupils are to read well.')],
    ['centres named after them', definition('Four children’s centres are open.')],
  ];
  it.each(untold)('not %s', (_, plant) => {
    expect(rulesOf(plant)).toEqual([]);
  });
});

describe('numbers of pupils', () => {
  it('are an error where so few may not be told', () => {
    expect(rulesOf(caveat('Three pupils were left out.'))).toEqual(['few-pupils-typed']);
    expect(rulesOf(caveat('Of 9 pupils, all were there; 88 of the 90 boys were too.'))).toContain(
      'few-pupils-typed',
    );
  });

  it('are warned of where no published figure is of so many', () => {
    expect(rulesOf(caveat('Worked out from 212 pupils.'))).toEqual(['pupils-untraced']);
    expect(rulesOf(caveat('Worked out from 200 pupils.'))).toEqual([]);
  });
});
