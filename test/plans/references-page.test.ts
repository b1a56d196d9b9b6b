// What the page of references says of addresses that were looked at, and once where none was.

import { describe, expect, it } from 'vitest';
import { makeReport } from '../../src/report.ts';
import { withCouncilFolder } from '../support/council-folder.ts';
import { readablePlan } from '../support/readable.ts';
import { oneRole, references, referencesOf } from '../support/stories.ts';
import { viewsOf } from '../support/views.ts';

function page(...entries: readonly string[]): string {
  const made = withCouncilFolder({ ...oneRole, [references]: referencesOf(entries) }, root =>
    makeReport(root),
  );
  if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
  const found = viewsOf(made.report).plans.find(({ kind }) => kind === 'references');
  return found === undefined ? '' : readablePlan(found).replace(/[⟨⟩]/g, '');
}

const paper = (id: string, more: string) => `url: https://a.example/${id}, ${more}`;

describe('the page of references', () => {
  it('says once that no address was checked, and does not call a search in an archive a copy', () => {
    const text = page(
      paper('one', 'status: not-checked, archived: https://archive.example/one'),
      paper('two', 'status: not-checked'),
    );
    expect(text.match(/checked/g)).toHaveLength(1);
    expect(text).toContain('With a link that looks for a copy in an archive: 1.');
    expect(text).not.toContain('address of a copy');
    expect(text).not.toContain('whether they can still be found');
  });

  it('says of each what was found, where any was looked at', () => {
    const text = page(paper('one', 'status: live, checked: 2014-11-01'), paper('two', 'status: not-checked'));
    expect(text).toContain('The link worked on 1 November 2014.');
    expect(text).toContain('The link has not been checked.');
    expect(text).toContain('not looked at: 1.');
  });
});
