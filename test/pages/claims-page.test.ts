import { describe, expect, it } from 'vitest';
import { makeReport } from '../../src/report.ts';
import { type Override, overrideOf, withCouncilFolder } from '../support/council-folder.ts';
import { delivery, oneDelivery, oneRole, roles } from '../support/plans.ts';
import { text } from '../support/readable.ts';
import { publishedLedger, siteText } from '../support/site.ts';
import { viewsOf } from '../support/views.ts';

function claims(overrides: Readonly<Record<string, Override>> = {}) {
  const made = withCouncilFolder(overrides, root => makeReport(root));
  if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
  const [view] = viewsOf(made.report).claims;
  if (view === undefined) throw new Error('no edition');
  const all = view.groups.flatMap(group => group.claims);
  return { view, find: (said: string) => all.find(claim => text(claim.sentence).includes(said)) };
}

describe('the claims of an edition', () => {
  it('say of a sentence how settled its figures are, by when they were out, and what would make it false', () => {
    expect(claims().find('rose by')).toMatchObject({
      about: 'Reading',
      status: 'provisional',
      asAt: '28 August 2014',
      sources: [1],
      falseIf: ['either figure is revised so that the change is not 3 percentage points'],
      expired: null,
    });
  });

  it('show what was computed where an officer has put it otherwise, and why', () => {
    const { find } = claims({ 'content/overrides/2013-14.yaml': overrideOf() });
    expect(find('made good the fall')).toMatchObject({
      override: { reason: 'The fall of 2012/13 followed a change of test.' },
    });
  });

  it('list the officers’ claims with what the data says', () => {
    const words = 'Reading rose to {ks2-reading}.\nrests-on: [ks2-reading rose]\n';
    expect(claims({ 'content/commentary/2013-14/ks2.md': words }).view.officers).toMatchObject([
      { text: 'Reading rose to 84%.', facts: [{ fact: 'ks2-reading rose', status: 'provisional' }] },
    ]);
  });

  it('say of a count of a plan’s own entries that it is one, and of words without a figure that they print none', () => {
    const { find } = claims({ [roles]: oneRole, [delivery]: oneDelivery });
    expect(find('Of ⟨1⟩ action')).toMatchObject({
      ...{ status: null, asAt: null, sources: [] },
      ...{ basis: 'Counted from the plan', falseIf: ['the count is wrong'] },
    });
    expect(find('are available for')).toMatchObject({ basis: 'It prints no figure', falseIf: [] });
    expect(find('rose by')?.basis).toBeNull();
  });

  it('list what is not said under its reason', () => {
    const reasons = claims().view.unsaid.map(({ reason }) => reason);
    expect(reasons).toContain('There is no figure for this comparator in this year');
  });
});

describe.each(['2012-13', '2013-14'])('the claims of the reference council in %s', edition => {
  const page = siteText(`${edition}/claims/index.html`);
  const ledger = publishedLedger(edition);

  it('hold every computed sentence, with the figures it prints', () => {
    for (const { id, figures } of ledger.sentences)
      for (const figure of figures) expect(page.includes(`#${figure}">`), `${id}: ${figure}`).toBe(true);
    const items = page.match(/class="claims__rests">/g) ?? [];
    expect(items.length).toBeGreaterThanOrEqual(ledger.sentences.length);
  });

  it('hold every officer’s claim', () => {
    expect(ledger.claims.length).toBeGreaterThan(5);
    for (const { id } of ledger.claims) expect(page).toContain(`id="${id}"`);
  });
});

it('a claim of rank has expired when a newer release is in the data, and not before (X04)', () => {
  expect(siteText('2012-13/claims/index.html')).toMatch(/claims of rank have expired/);
  expect(siteText('2012-13/claims/index.html')).toMatch(/Expired:<\/strong> figures for 2013\/14 are out/);
  expect(siteText('2013-14/claims/index.html')).not.toContain('Expired:');
});
