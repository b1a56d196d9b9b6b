// The page that brings promises and plans together, as the reference council's report prints it.
import { describe, expect, it } from 'vitest';
import { publishedLedger, siteText } from '../support/site.ts';

const hub = siteText('2013-14/plans/index.html');
const rows = [...hub.matchAll(/<tr>\s*<th scope="row"[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
  row
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim(),
);

describe('promises and plans', () => {
  it('are two clicks from what is behind: the front page leads to who answers for it and what is being done', () => {
    expect(siteText('2013-14/index.html')).toContain('href="plans/index.html#behind"');
    expect(hub).toContain('id="behind"');
    expect(rows.find(row => row.includes('Outstanding schools'))).toMatch(
      /Off track 26\.8% , where the aim is more than 40% by 2016\/17 Monitoring and intervention manager .*\(amber\)/,
    );
  });

  it('name every target that is off track, and every plan rated red or amber/red with what comes next', () => {
    const off = publishedLedger('2013-14').figures.find(
      ({ id }) => id === 'targets.count.total.e06000049.201314.off-track',
    );
    expect(rows.filter(row => row.startsWith('Target:'))).toHaveLength(off?.value ?? -1);
    const plans = rows.filter(row => row.startsWith('Action plan:'));
    expect(plans).toHaveLength(3);
    for (const row of plans) expect(row).not.toContain('Not stated');
  });

  it('tell what became of each action of the year before, those this report says nothing of too', () => {
    const entries = hub.split('class="plan__entry"').slice(1);
    expect(entries).toHaveLength(9);
    const silent = entries.filter(entry => entry.includes('This report says nothing of it.'));
    expect(silent).toHaveLength(2);
    for (const entry of silent) expect(entry).toContain('No status stated');
    expect(hub).toContain('The one is not shown to have caused the other.');
  });

  it('say of the first edition that none is known to be behind, and promise nothing of a year before', () => {
    const first = siteText('2012-13/plans/index.html').replace(/<[^>]+>/g, '');
    expect(first).toContain('None is known to be behind. For two there is neither a deadline nor a status.');
    expect(first).not.toContain('what happened');
    expect(siteText('2012-13/methodology/index.html')).toContain('>What we said, and where it stands<');
  });

  it('print names in full, and why an owner or a next step is not stated', () => {
    const row = rows.find(each => each.startsWith('Action:')) ?? '';
    expect(rows.filter(each => each.includes('…'))).toEqual([]);
    expect(row).toContain('Action: Open the first part of a website for schools and the council');
    expect(row).toContain(
      'Was due in September 2013 Not stated. The plan names none. Not stated. Of the website',
    );
  });

  it('are one chain: a measure leads to its target and its action plan, the plan to its measure and its target', () => {
    const inspection = siteText('2013-14/inspection/index.html');
    expect(inspection).toContain('href="../targets/index.html#outstanding-schools"');
    const gap = siteText('2013-14/gaps/topic-disadvantage/index.html');
    expect(gap).toContain('href="../../action-plans/index.html#disadvantaged-pupils"');
    const plan = /id="disadvantaged-pupils".*?<\/section>/s.exec(
      siteText('2013-14/action-plans/index.html'),
    )?.[0];
    expect(plan).toContain('href="../gaps/topic-disadvantage/index.html#ks4-disadvantage-gap"');
    expect(plan).toContain('href="../targets/index.html#disadvantaged-pupils"');
    expect(siteText('2013-14/targets/index.html')).toContain(
      'href="../action-plans/index.html#disadvantaged-pupils"',
    );
  });
});
