import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { otherWork, todoPage, todoText } from '../../src/cli/todo.ts';
import { type WorkToDo, workOn } from '../../src/cli/work-to-do.ts';
import { readUnfinished } from '../../src/report.ts';
import { nationalCalendar } from '../../src/sources/release-calendar.ts';
import { actionPlanWith } from '../support/action-plans.ts';
import { type Override, publishedFiles, withCouncilFolder } from '../support/council-folder.ts';
import { plan, targets } from '../support/plans.ts';
import { said } from '../support/said.ts';

/** The year after, begun as `new` begins it, with commentary that nobody has read. */
const nextYear: Readonly<Record<string, Override>> = {
  'data/editions/201415.yaml': `id: 2014-15
period: 201415
title: Annual education report 2014-15
status: draft
cut-off: 2015-12-31
neighbours: statistical-neighbours-2014
themes: [ks2, inspection]
headlines: [ks2-reading]
`,
  'content/commentary/2014-15/ks2.md': '<!-- unread: carried over from 2013-14. -->\nReading rose.\n',
  'content/commentary/2014-15/home.md': '<!-- What was the year like? -->\n',
};

/** Reading comes out with a family of releases. */
const family =
  (release: string): Override =>
  text =>
    text.replace(
      /source: invented-results\n( *)method: Worked/,
      (found, spaces) => `release: ${release}\n${spaces}${found}`,
    );

function work(overrides: Readonly<Record<string, Override>>, today = '2015-09-15'): WorkToDo {
  return withCouncilFolder(overrides, root => {
    const read = readUnfinished(root);
    const found = read.outcome === 'read' ? workOn(read, nationalCalendar(), today) : null;
    if (found === null) throw new Error('nothing was read');
    return found;
  });
}

const chapterOf = (overrides: Readonly<Record<string, Override>>, today?: string) =>
  work(overrides, today).chapters[0];

describe('where a chapter stands', () => {
  it('is read though commentary that is not read yet would stop a report', () => {
    const { edition, home, chapters, errors } = work(nextYear);
    expect({ edition, home, errors }).toEqual({ edition: '2014-15', home: 'to-write', errors: 1 });
    expect(chapters.map(({ theme, words }) => [theme, words])).toEqual([
      ['ks2', 'unread'],
      ['inspection', 'missing'],
    ]);
  });

  it('a measure of last year waits for the first release of its family, in the file that brought it last', () => {
    expect(chapterOf({ ...nextYear, 'data/catalogue/ks2.yaml': family('ks2') })).toMatchObject({
      measures: 1,
      held: 0,
      waiting: [
        {
          ...{ year: '2014/15', family: 'ks2', status: 'provisional', day: '2015-08-27' },
          ...{ stated: false, late: false, out: true },
          brings: { kind: 'rows', file: 'data/observations/ks2/201415.csv' },
          measures: ['Reading'],
        },
      ],
    });
    const [waiting] =
      chapterOf({ ...nextYear, ...publishedFiles, 'data/catalogue/ks2.yaml': family('ks2') })?.waiting ?? [];
    expect(waiting?.brings).toEqual({ kind: 'import', publication: 'Invented results' });
  });

  it('a measure that was ended or had its last figure long ago is not waited for', () => {
    const names = chapterOf(nextYear)?.waiting.flatMap(({ measures }) => measures);
    expect(names).toEqual(['Reading']);
    const years = (text: string) => text.replaceAll('201415', '201718').replaceAll('2014-15', '2017-18');
    const later = Object.fromEntries(
      Object.entries(nextYear).map(([path, text]) => [years(path), years(String(text))]),
    );
    expect(chapterOf(later)).toMatchObject({ measures: 0, waiting: [] });
  });

  it('a year that the calendar does not have yet is expected by the days of other years', () => {
    const calendar = new Map([
      ['ks2', [{ period: '201314', status: 'final', released: '2014-08-28', stated: true }] as const],
    ]);
    withCouncilFolder({ ...nextYear, 'data/catalogue/ks2.yaml': family('ks2') }, root => {
      const read = readUnfinished(root);
      const found = read.outcome === 'read' ? workOn(read, calendar, '2015-07-01') : null;
      expect(found?.chapters[0]?.waiting).toMatchObject([{ day: '2015-08-28', stated: false, out: false }]);
      expect(found === null ? [] : todoText(found)).toContain(
        '  2014/15, expected about 28 August 2015 (ks2, final): enter rows in data/observations/ks2/201415.csv',
      );
    });
  });

  it('a day that the edition itself promises goes before the calendar', () => {
    const promised: Override = `${nextYear['data/editions/201415.yaml']}pending:
  - { indicator: ks2-reading, what: figures for 2014/15, due: 2016-02-04 }
`;
    const found = work({ ...nextYear, 'data/editions/201415.yaml': promised });
    expect(found.chapters[0]?.waiting).toMatchObject([{ day: '2016-02-04', stated: true, late: true }]);
    expect(todoText(found).join('\n')).toContain('2014/15, due on 4 February 2016, after the cut-off: enter');
  });

  it('a provisional figure is to be revised by a release before the cut-off, and a missing one is not counted', () => {
    const provisional: Override =
      'indicator,area,period,topic,group,value,numerator,denominator,status,released,source,note\nks2-reading,W01,201415,Total,Total,86,,,provisional,2015-08-27,invented-results,\n';
    const found = chapterOf({
      ...nextYear,
      'data/catalogue/ks2.yaml': family('ks2'),
      'data/observations/ks2/201415.csv': provisional,
    });
    expect(found).toMatchObject({
      ...{ measures: 1, held: 1, waiting: [] },
      toBeRevised: [{ status: 'revised', day: '2015-12-10', measures: ['Reading'] }],
    });
  });

  it('counts of inspections that were made last year are missed', () => {
    expect(work(nextYear).chapters[1]?.waiting).toMatchObject([
      { day: null, brings: { file: 'data/inspections/201415.csv' }, measures: ['Grades'] },
    ]);
  });
});

describe('what else is to do', () => {
  it('headlines without a figure of the year are named', () => {
    expect(work(nextYear).headlines).toEqual(['Reading']);
    expect(work({}).headlines).toEqual([]);
  });

  it('days of release that were worked out are listed with how many measures hang on them', () => {
    expect(work(publishedFiles).assumed).toEqual([{ family: 'ks2-reading', day: '2014-12-01', measures: 1 }]);
  });

  it('a newer list of neighbours is named', () => {
    const areas: Override = text => `${text}  - id: statistical-neighbours-2015
    label: Councils most like Winterfold (2015)
    source: invented-results
    areas: [W02]
`;
    expect(work(nextYear).neighbours).toBeNull();
    expect(work({ ...nextYear, 'data/areas.yaml': areas }).neighbours).toBe(
      'Councils most like Winterfold (2015)',
    );
  });

  it('targets without a review, plans that are not there and plans that say what they said are named', () => {
    const { plans } = work({ ...actionPlanWith(), ...nextYear, [targets]: plan });
    expect(plans).toEqual([
      'Review the targets of The reading plan: Readers, Good schools, Partners.',
      'data/plans/2014-15/governance.yaml is not there or has faults; 2013-14 had one.',
      'data/plans/2014-15/action-plans.yaml is not there or has faults; 2013-14 had one.',
    ]);
    const carried = actionPlanWith();
    const copied = Object.fromEntries(
      Object.entries(carried).map(([path, text]) => [path.replace('2013-14', '2014-15'), text]),
    );
    expect(work({ ...carried, ...copied, ...nextYear }).plans).toContain(
      'data/plans/2014-15/action-plans.yaml says what that of 2013-14 says: bring it up to date.',
    );
  });

  it('nothing is said of what is done', () => {
    const done = work({ 'content/commentary/2013-14/inspection.md': 'Schools did well.\n' });
    expect(otherWork({ ...done, errors: 0, warnings: 0 })).toEqual([]);
  });
});

describe('keystage todo', () => {
  it('prints the latest edition, and what waits for what', async () => {
    await withCouncilFolder(nextYear, async root => {
      const { status, out } = await said('todo', '--root', root);
      expect(status).toBe(0);
      expect(out).toContain('Annual education report 2014/15 (draft), cut-off 31 December 2015');
      expect(out).toContain("Key stage 2: this year's figures are in for 0 of 1 measure");
      expect(out).toContain(
        '  Key stage 2: carried over and not read yet (content/commentary/2014-15/ks2.md)',
      );
      expect(out).toContain('npx keystage check lists them');
    });
  });

  it('gives all of it as JSON', async () => {
    await withCouncilFolder(nextYear, async root => {
      const { out } = await said('todo', '--json', '--root', root);
      expect(JSON.parse(out)).toMatchObject({ edition: '2014-15', status: 'draft', cutOff: '2015-12-31' });
    });
  });

  it('writes a page for staff that says the same, every name in it as text', async () => {
    await withCouncilFolder(
      {
        ...nextYear,
        'data/catalogue/ks2.yaml': text => text.replace('short: Reading', 'short: Reading <b>'),
      },
      async root => {
        const page = join(root, 'staff', 'waiting.html');
        expect((await said('todo', '--page', page, '--root', root)).status).toBe(0);
        const html = readFileSync(page, 'utf8');
        const faults: string[] = [];
        parse(html, { onParseError: ({ code }) => void faults.push(code) });
        expect(faults).toEqual([]);
        expect(html).toContain('<html lang="en-GB">');
        expect(html).toContain('<caption>What Key stage 2 waits for</caption>');
        expect(html).toContain('Reading &lt;b>');
        expect(html).toContain('For staff, not part of the report.');
      },
    );
  });

  it('says on the page for each heading what the text says', () => {
    const found = work(nextYear);
    const html = todoPage(found);
    for (const { heading, items } of otherWork(found)) {
      expect(html).toContain(`<h2>${heading}</h2>`);
      for (const item of items)
        expect(html).toContain(item.replaceAll('&', '&amp;').replaceAll('"', '&quot;'));
    }
  });

  it.each(['data/waiting.html', 'content/waiting.html', '_site/waiting.html'])(
    'writes no page for staff to %s, where it would be read or published',
    async path => {
      await withCouncilFolder(nextYear, async root => {
        const page = join(root, path);
        const { status, err } = await said(
          'todo',
          ...['--page', page, '--root', root, '--out', join(root, '_site')],
        );
        expect(status).toBe(2);
        expect(err).toContain('for staff alone');
        expect(existsSync(page)).toBe(false);
      });
    },
  );

  it('says so where there is no edition to speak of', async () => {
    await withCouncilFolder({ 'data/editions/201314.yaml': null }, async root => {
      const { status, err } = await said('todo', '--root', root);
      expect(status).toBe(1);
      expect(err).toContain('no edition can be read yet');
    });
  });
});
