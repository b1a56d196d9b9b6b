// The reference council as it stood on 30 September 2014: early headlines, with key stage 4 still to come (F24, P30).
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { materialFrom, readCouncil } from '../src/report.ts';
import { loadFolder } from './support/load-folder.ts';

const edition = 'data/editions/201314.yaml';
let root = '';

/** The edition's cut-off moved back to a day, with key stage 4 promised for another. */
function cutOff(day: string, due: string): void {
  const text = readFileSync(join('.', edition), 'utf8');
  const pending = `cut-off: '${day}'\npending:\n  - { theme: ks4, what: provisional results, due: '${due}' }\n`;
  expect(text).toContain("cut-off: '2015-07-31'\n");
  writeFileSync(join(root, edition), text.replace("cut-off: '2015-07-31'\n", pending));
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'keystage-early-'));
  for (const folder of ['data', 'content']) cpSync(folder, join(root, folder), { recursive: true });
  // What officers wrote of the figures that came later.
  rmSync(join(root, 'content/commentary/2013-14'), { recursive: true });
  rmSync(join(root, 'data/plans'), { recursive: true });
  // What comes with the tool is read from there.
  rmSync(join(root, 'data/england'), { recursive: true });
});

afterAll(() => rmSync(root, { recursive: true }));

/** The folder's published figures come with warnings of their own. */
const errorsOf = ({ issues }: ReturnType<typeof loadFolder>) =>
  issues.filter(({ severity }) => severity === 'error');

describe('early headlines, with a chapter pending', () => {
  it('F24: say what is known early, and by which day key stage 4 is promised', () => {
    cutOff('2014-09-30', '2014-10-23');
    const made = materialFrom(readCouncil(root), { edition: '2013-14', area: null });
    if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
    const [material] = made.material;
    const chapter = material?.themes.find(({ found }) => found.theme.id === 'ks4');
    const messages = chapter?.keyMessages.map(({ text }) => text) ?? [];
    expect(messages[0]).toBe('Provisional results are due on 23 October 2014.');
    expect(messages.slice(1).every(text => text.includes('2012/13'))).toBe(true);
    expect(material?.home.due.map(({ text }) => text)).toEqual([
      'Key stage 4: provisional results are due on 23 October 2014.',
    ]);
    const { better = [], worse = [] } = material?.found.front ?? {};
    const changed = [...better, ...worse].map(({ headline, change }) =>
      [headline.findings.indicator.id, change.earlier?.period, headline.period, change.figure.text].join(' '),
    );
    expect(changed).toContain('ks2-rwm-l4 201213 201314 3 percentage points');
    expect(changed.filter(each => each.includes('201112')).join()).not.toContain('201314');
  });

  it('P30: a promise whose day has come is an issue, and so is one of neither a figure nor a chapter', () => {
    cutOff('2014-10-31', '2014-10-23');
    const late = loadFolder(root);
    expect(errorsOf(late).map(({ line, rule }) => `${line} ${rule}`)).toEqual(['7 pending-overdue']);
    expect(errorsOf(late)[0]?.message).toContain(
      '"2014-10-23" is not after the edition\'s cut-off, "2014-10-31"',
    );
    const text = readFileSync(join(root, edition), 'utf8');
    writeFileSync(join(root, edition), text.replace('theme: ks4, ', '').replace('2014-10-23', '2014-12-01'));
    expect(errorsOf(loadFolder(root)).map(({ rule }) => rule)).toEqual(['needs-one-of']);
    writeFileSync(
      join(root, edition),
      text.replace('theme: ks4', 'theme: ks44').replace('2014-10-23', '2014-12-01'),
    );
    expect(errorsOf(loadFolder(root)).map(({ rule }) => rule)).toEqual(['unknown-theme']);
  });
});
