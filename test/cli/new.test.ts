import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changedLedgers } from '../../src/cli/new.ts';
import { makeReport } from '../../src/report.ts';
import { actionPlanWith, impactWith } from '../support/action-plans.ts';
import { type Override, overrideOf, withCouncilFolder } from '../support/council-folder.ts';
import { paths, statements } from '../support/oversight.ts';
import { plan, targets } from '../support/plans.ts';
import { said } from '../support/said.ts';

/** Every file of a folder with its text. */
function filesIn(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  );
}

/** Begins an edition in the invented folder: what was said, and the files before and after. */
function begun(overrides: Readonly<Record<string, Override>>, ...line: readonly string[]) {
  return withCouncilFolder(overrides, async root => {
    const before = filesIn(root);
    const answer = await said('new', ...line, '--root', root);
    const after = filesIn(root);
    const written = Object.keys(after).filter(path => !(path in before));
    return { ...answer, before, after, written, root };
  });
}

const unread = (id: string) =>
  `<!-- unread: carried over from ${id}. Read it, put right what has changed, then take this line out. -->\n`;

describe('an edition that is begun', () => {
  it('has the chapters and headlines of the one before, a cut-off a year on, and is a draft', async () => {
    const { status, after } = await begun({}, '2014-15');
    expect(status).toBe(0);
    expect(after['data/editions/201415.yaml']).toBe(`id: 2014-15
period: '201415'
title: Annual education report 2014-15
status: draft
cut-off: '2015-12-31'
neighbours: statistical-neighbours-2014
themes:
  - ks2
  - inspection
headlines:
  - ks2-reading
`);
  });

  it('has the commentary of the one before, each file marked unread in its first line', async () => {
    const { after } = await begun({}, '2014-15');
    expect(after['content/commentary/2014-15/ks2.md']).toBe(
      `${unread('2013-14')}Reading rose in most schools.\n`,
    );
    expect(after['content/commentary/2014-15/home.md']).toBe(`${unread('2013-14')}A good year.\n`);
  });

  it('has prompts that nobody has written below as they are, for they print nothing', async () => {
    const prompts = '<!-- What went well? -->\n';
    const { after } = await begun({ 'content/commentary/2013-14/inspection.md': prompts }, '2014-15');
    expect(after['content/commentary/2014-15/inspection.md']).toBe(prompts);
  });

  it('leaves out the measures that the one before leaves out', async () => {
    const { after } = await begun(
      { 'data/editions/201314.yaml': text => `${text}leaves-out: [ks2-progress]\n` },
      '2014-15',
    );
    expect(after['data/editions/201415.yaml']).toContain('leaves-out:\n  - ks2-progress\n');
  });

  it('does not publish until each file of commentary was read, and then does', async () => {
    await withCouncilFolder({}, async root => {
      await said('new', '2014-15', '--root', root, '--quiet');
      const stopped = makeReport(root);
      expect(
        stopped.outcome === 'issues' &&
          stopped.issues
            .filter(({ severity }) => severity === 'error')
            .map(({ file, line, rule }) => [file, line, rule]),
      ).toEqual([
        ['content/commentary/2014-15/home.md', 1, 'commentary-unread'],
        ['content/commentary/2014-15/ks2.md', 1, 'commentary-unread'],
      ]);
      for (const name of ['home', 'ks2']) {
        const path = join(root, `content/commentary/2014-15/${name}.md`);
        writeFileSync(path, readFileSync(path, 'utf8').replace(/^<!-- unread.*\n/, ''));
      }
      const figures = 'data/observations/ks2/201415.csv';
      writeFileSync(
        join(root, figures),
        'indicator,area,period,topic,group,value,numerator,denominator,status,released,source,note\nks2-reading,W01,201415,Total,Total,86,,,final,2015-08-27,invented-results,\n',
      );
      const made = makeReport(root);
      expect(made.outcome === 'made' && made.report.site.editions.map(({ id }) => id)).toEqual([
        '2014-15',
        '2013-14',
      ]);
    });
  });

  it('has the plans of the one before as they were; forewords, articles, overrides and reviews are not carried over', async () => {
    const { after, written, out } = await begun(
      {
        ...impactWith(),
        [targets]: plan,
        [paths.statements]: statements,
        'content/overrides/2013-14.yaml': overrideOf({ sentence: 'ks2.ks2-reading.2' }),
      },
      '2014-15',
    );
    for (const name of ['action-plans', 'impact', 'governance'])
      expect(after[`data/plans/2014-15/${name}.yaml`]).toBe(after[`data/plans/2013-14/${name}.yaml`]);
    expect(after[targets]).toBe(plan);
    expect(written.filter(path => /overrides|statements|news/.test(path))).toEqual([]);
    expect(out).toContain('reviews of targets (data/plans/targets.yaml)');
  });

  it('says what was written and what comes next', async () => {
    const { out } = await begun({}, '2014-15');
    expect(out).toContain('The edition 2014-15 is begun from 2013-14. Written:');
    expect(out).toContain('  data/editions: 201415.yaml');
    expect(out).toContain('  content/commentary/2014-15: home.md, ks2.md');
    expect(out).toContain('the cut-off is 2015-12-31, the status “draft”');
    expect(out).toContain('npx keystage todo');
  });

  it('takes a newer list of neighbours, sets the old one beside it, and says so', async () => {
    const { after, out } = await begun(
      {
        'data/areas.yaml': text => `${text}  - id: statistical-neighbours-2015
    label: Councils most like Winterfold (2015)
    source: invented-results
    areas: [W02]
  - id: statistical-neighbours-2016
    label: Not out yet
    source: invented-results
    areas: [W02]
`,
      },
      '2014-15',
    );
    expect(after['data/editions/201415.yaml']).toContain(
      'neighbours: statistical-neighbours-2015\nneighbours-before: statistical-neighbours-2014\n',
    );
    expect(out).toContain('those of “Councils most like Winterfold (2015)”');
  });

  it('leaves a headline out that is not made any more, and says what took its place', async () => {
    const { after, out } = await begun(
      {
        'data/editions/201314.yaml': text =>
          text.replace('headlines: [ks2-reading]', 'headlines: [ks2-progress, ks2-reading]'),
        'data/catalogue/ks2.yaml': text =>
          text.replace(
            /end: 201314\n$/,
            'end: 201314\n    successor: { indicator: ks2-reading, note: Another took its place. }\n',
          ),
      },
      '2014-15',
    );
    expect(after['data/editions/201415.yaml']).toMatch(/headlines:\n {2}- ks2-reading\n$/);
    expect(out).toContain(
      '“ks2-progress” is no headline any more: it is not made in 2014/15 (“ks2-reading” took its place)',
    );
  });
});

describe('figures that come after the cut-off', () => {
  const family = (release: string): Override => {
    const source = '    source: invented-results\n    method: Worked out from counts.';
    return text => text.replace(source, `    release: ${release}\n${source}`);
  };

  it('are promised to readers where the publisher has stated the day', async () => {
    const { after } = await begun(
      {
        'data/catalogue/ks2.yaml': family('exclusions'),
        'data/editions/201213.yaml': `id: 2012-13
period: 201213
title: Annual education report 2012-13
status: published
cut-off: 2013-12-31
themes: [ks2, inspection]
headlines: [ks2-reading]
`,
        'data/editions/201314.yaml': null,
        'content/commentary/2013-14/ks2.md': null,
        'content/commentary/2013-14/home.md': null,
      },
      '2013-14',
    );
    expect(after['data/editions/201314.yaml']).toContain(
      "pending:\n  - indicator: ks2-reading\n    what: figures for 2013/14\n    due: '2015-07-30'\n",
    );
  });

  it('are only noted for the officer where the day was worked out', async () => {
    const { after, out } = await begun({ 'data/catalogue/ks2.yaml': family('exclusions') }, '2014-15');
    const file = after['data/editions/201415.yaml'] ?? '';
    expect(file).not.toMatch(/^pending/m);
    expect(file).toMatch(
      /^# pending:\n# {3}- indicator: ks2-reading\n# .*2014\/15\n# {5}due: '2016-07-\d\d'\n$/m,
    );
    expect(out).toContain('1 measure will come after the cut-off');
  });
});

describe('what other editions say', () => {
  it('stays as it was to the letter', async () => {
    await withCouncilFolder(actionPlanWith(), async root => {
      const ledger = () => {
        const made = makeReport(root, { edition: '2013-14', area: null });
        return (
          made.outcome === 'made' && made.report.files.find(({ path }) => path === '2013-14/figures.json')
        );
      };
      const before = ledger();
      await said('new', '2014-15', '--root', root, '--quiet');
      for (const folder of ['content/commentary/2014-15'])
        for (const name of readdirSync(join(root, folder)))
          writeFileSync(join(root, folder, name), 'Another year.\n');
      expect(before).toMatchObject({ path: '2013-14/figures.json' });
      expect(ledger()).toEqual(before);
    });
  });

  it('would change where an edition came between one and that before it: nothing is written', async () => {
    const { status, err, before, after } = await begun(actionPlanWith(), '2012-13', '--from', '2013-14');
    expect(status).toBe(1);
    expect(err).toContain('the ledger of 2013-14 would change, first in');
    expect(err).toContain('nothing was written');
    expect(after).toEqual(before);
  });

  it('is compared edition by edition, and a ledger that cannot be made is a change', () => {
    const before = new Map([
      ['2012-13', '{\n"figures": [\n1\n]}'],
      ['2013-14', 'same'],
    ]);
    expect(changedLedgers(before, before)).toEqual([]);
    expect(changedLedgers(before, new Map([...before, ['2012-13', '{\n"figures": [\n2\n]}']]))).toEqual([
      'the ledger of 2012-13 would change, first in “1”',
    ]);
    expect(changedLedgers(before, new Map([['2012-13', before.get('2012-13') ?? null]]))).toEqual([
      'the ledger of 2013-14 could not be made',
    ]);
  });
});

describe('what is refused', () => {
  it.each([
    ['an edition that is there', ['2013-14'], 1, 'there is an edition "2013-14" already'],
    ['one with nothing before it', ['2010-11'], 2, 'no edition is earlier than 2010-11'],
    [
      'one from an edition that is not there',
      ['2014-15', '--from', '2009-10'],
      2,
      'there is no edition "2009-10"',
    ],
    ['a year that is none', ['2014-16'], 2, '"2014-16" is not an edition such as 2025-26'],
    ['no year at all', [], 2, 'no edition to begin was given, as 2025-26'],
    ['two years', ['2014-15', '2015-16'], 2, '"2015-16" is one word too many'],
  ])('%s', async (_, line, status, why) => {
    const refused = await begun({}, ...line);
    expect(refused.status).toBe(status);
    expect(refused.err).toContain(why);
    expect(refused.after).toEqual(refused.before);
  });

  it('a folder with issues, which are listed', async () => {
    const { status, out, written } = await begun(
      { 'content/commentary/2013-14/home.md': `${unread('2012-13')}A good year.\n` },
      '2014-15',
    );
    expect({ status, written }).toEqual({ status: 1, written: [] });
    expect(out).toContain('content/commentary/2013-14/home.md:1:1  commentary-unread');
  });

  it('a folder whose officers claim what is not so', async () => {
    const { status, out, written } = await begun(
      { 'content/commentary/2013-14/ks2.md': 'Reading fell.\nrests-on: [ks2-reading fell]\n' },
      '2014-15',
    );
    expect({ status, written }).toEqual({ status: 1, written: [] });
    expect(out).toContain('fact-not-so');
  });

  it('a folder in which something of the edition is there already, which stays as it is', async () => {
    await withCouncilFolder({}, async root => {
      const path = join(root, 'content/commentary/2014-15/home.md');
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, 'Mine.\n');
      const { status, err } = await said('new', '2014-15', '--root', root);
      expect(status).toBe(1);
      expect(err).toContain('these issues come first');
      expect(existsSync(join(root, 'data/editions/201415.yaml'))).toBe(false);
      expect(readFileSync(path, 'utf8')).toBe('Mine.\n');
    });
  });
});
