// A new kind of plan is one folder and one line of the list: here one is invented, and nothing else is told of it.
import { describe, expect, it } from 'vitest';
import { planKinds } from '../../src/plans/index.ts';
import { readCouncil, reportFrom } from '../../src/report.ts';
import { schemaFiles } from '../../src/sources/schemas.ts';
import { complaints } from '../support/complaints/kind.ts';
import { withCouncilFolder } from '../support/council-folder.ts';
import { changed, oneRole, roles } from '../support/plans.ts';
import { readablePlan } from '../support/readable.ts';
import { references, referencesOf } from '../support/stories.ts';
import { viewsOf } from '../support/views.ts';

const kinds = [...planKinds, complaints];
const file = 'data/plans/2013-14/complaints.yaml';
const two = `complaints:
  - id: late-answers
    title: Letters that came late
    words: Reading stood at {ks2-reading} when the letters came.
    owner: Head of education
    read: [paper-1]
    moves: [ks2-reading]
  - id: full-school
    title: A full school
    words: A school was full.
    owner: Head of education
    answer: Another had room.
`;

const made = (text: string, more = {}) =>
  withCouncilFolder(
    {
      [roles]: oneRole,
      [references]: referencesOf(['url: https://a.example/one, status: not-checked']),
      [file]: text,
      ...more,
    },
    root => reportFrom(readCouncil(root, kinds)),
  );
const issuesOf = (text: string, more = {}) => {
  const stopped = made(text, more);
  return stopped.outcome === 'unknown' ? [] : stopped.issues.map(({ rule }) => rule);
};

describe('a kind of plan that is only in the list', () => {
  const found = made(two);
  if (found.outcome !== 'made') throw new Error(JSON.stringify(found, null, 1));
  const { report } = found;
  const views = viewsOf(report);
  const page = views.plans.find(({ kind }) => kind === 'complaints');
  const fileAt = (path: string) => report.files.find(each => each.path === `2013-14/${path}`)?.text ?? '';

  it('is printed on a page of its own, its sentences and its words with their figures', () => {
    const text = page === undefined ? '' : readablePlan(page).replace(/[⟨⟩]/g, '');
    expect(page?.href).toBe('2013-14/complaints/');
    expect(text).toContain('Of 2 complaints, 1 had no answer.');
    expect(text).toContain('Reading stood at 84% when the letters came.');
    expect(page?.edition.plans.map(({ label }) => label)).toContain('Complaints');
  });

  it('has its table as a download, its counts as evidence, and both in the ledger', () => {
    expect(fileAt('complaints/complaints.csv')).toContain('1,Letters that came late,');
    expect(page?.evidence).toBe('2013-14/complaints/numbers/figures/');
    const evidence = views.evidence.find(({ href }) => href === page?.evidence);
    expect(evidence?.parts.flat()).toHaveLength(2);
    const ledger = JSON.parse(fileAt('figures.json'));
    const ids = ledger.sentences.map(({ id }: { id: string }) => id);
    expect(ids).toContain('complaints.counts.1');
    expect(
      ledger.figures.filter(({ indicator }: { indicator: string }) => indicator === 'complaints'),
    ).toHaveLength(2);
  });

  it('is among the promises, beside the measure it is to move, and where its references are listed', () => {
    const hub = views.plans.find(({ kind }) => kind === 'plans');
    const text = hub === undefined ? '' : readablePlan(hub).replace(/[⟨⟩]/g, '');
    expect(text).toContain('| Complaint: Letters that came late | Overdue |');
    expect(text).not.toContain('Complaint: A full school |');
    const sections = views.themes.flatMap(({ groups }) => groups.flatMap(group => group.sections));
    expect(sections.find(({ id }) => id === 'ks2-reading')?.undertakings.map(({ detail }) => detail)).toEqual(
      ['complaint; Head of education'],
    );
    const listed = views.plans.find(({ kind }) => kind === 'references');
    expect(JSON.stringify(listed)).toContain('2013-14/complaints/#late-answers');
  });

  it('is held to its schema, its names, its words and its own checks', () => {
    const changing = (...changes: readonly (readonly [string, string])[]) =>
      issuesOf(changed(two, ...changes));
    expect(issuesOf(two)).toEqual([]);
    expect(changing(['    owner: Head of education\n    read', '    read'])).toEqual(['missing-key']);
    expect(changing(['[paper-1]', '[paper-2]'])).toEqual(['unknown-entry']);
    expect(changing(['Another had room.', 'Another had 40% free.'])).toEqual(['typed-figure']);
    expect(changing(['    read', '    follows: late-answers\n    read'])).toEqual(['wrong-value']);
    expect(changing(['id: full-school', 'id: late-answers'])).toEqual(['duplicate-id']);
  });

  it('takes its name from no chapter, and its schema is among those for editors', () => {
    const chapter = {
      'data/catalogue/ks2.yaml': (text: string) => text.replace('id: ks2\n', 'id: complaints\n'),
    };
    expect(issuesOf(two, chapter)).toContain('wrong-value');
    expect(schemaFiles(kinds.map(({ form }) => form))['data/schemas/complaints.schema.json']).toContain(
      'What was complained of',
    );
  });
});
