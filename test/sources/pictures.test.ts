import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeReport } from '../../src/report.ts';
import { type Override, withCouncilFolder } from '../support/council-folder.ts';
import { loadFolder } from '../support/load-folder.ts';
import { paths, roles, statements } from '../support/oversight.ts';
import { jpegOf, pngOf } from '../support/pictures.ts';
import '../support/seed.ts';

const pictured = (file: string, rest = ', alternative: Pupils with books') => ({
  [paths.roles]: roles,
  [paths.statements]: statements.replace('Thank you.]', `Thank you.]\n    picture: { file: ${file}${rest} }`),
});

const read = (files: Readonly<Record<string, Override>>) =>
  withCouncilFolder(files, root => loadFolder(root));

const pictures = (files: Readonly<Record<string, Override>>) => {
  const loaded = read(files);
  if (loaded.outcome !== 'read') throw new Error(JSON.stringify(loaded.issues));
  return loaded.folder.pictures;
};

it('a picture is read with its size, and nothing of what a camera or a program wrote into it', () => {
  const found = pictures({
    'content/pictures/a.jpg': jpegOf(),
    'content/pictures/b.PNG': pngOf({ width: 400, height: 300 }),
  });
  expect(found.map(({ name, width, height }) => [name, width, height])).toEqual([
    ['a.jpg', 600, 750],
    ['b.PNG', 400, 300],
  ]);
  for (const { bytes } of found) {
    const text = Buffer.from(bytes).toString('latin1');
    expect(text).not.toMatch(/GPS|Exif|eXIf|tEXt|MPF|second/);
    expect(text).toMatch(/a picture|ICC_PROFILE.*a table.*a scan.*another/s);
    expect(text).toMatch(/(?:\xff\xd9|IEND.{4})$/s);
  }
});

it('whatever stands in a file, reading it as a picture ends, and keeps no note', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(jpegOf(), pngOf()),
      fc.nat(),
      fc.nat(255),
      fc.nat(600),
      (whole, at, to, length) => {
        const bytes = Buffer.from(whole.subarray(0, Math.max(1, length)));
        bytes[at % bytes.length] = to;
        const { issues } = read({ 'content/pictures/a.jpg': bytes, 'content/pictures/a.png': bytes });
        for (const { file, rule } of issues)
          expect([file, rule]).toEqual([expect.stringMatching(/^content/), expect.stringMatching(/picture/)]);
      },
    ),
    { numRuns: 40 },
  );
});

it.each([
  [jpegOf({ turn: 6 }), 'upright'],
  [jpegOf({ turn: 8, isLittle: false }), 'upright'],
  [jpegOf({ width: 100 }), 'too small'],
  [jpegOf({ height: 2400 }), 'smaller'],
])('a picture that readers could not see well is an issue that says what to do', (bytes, what) => {
  const [issue, ...others] = read({ 'content/pictures/a.jpg': bytes }).issues;
  expect(others).toEqual([]);
  expect(issue).toMatchObject({ file: 'content/pictures/a.jpg', line: 1, rule: 'picture-unfit' });
  expect(issue?.message).toContain(what);
});

it('a picture stands on the front page and among the statements, and none that no page shows is published', () => {
  const files = { 'content/pictures/head.jpg': jpegOf(), 'content/pictures/other.jpg': jpegOf() };
  withCouncilFolder({ ...pictured('head.jpg'), ...files }, root => {
    const made = makeReport(root);
    if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
    expect(made.report.pictures.map(({ name }) => name)).toEqual(['head.jpg']);
    const shown = made.report.pages.filter(({ view }) => JSON.stringify(view).includes('Pupils with books'));
    expect(shown.map(({ href }) => href)).toEqual(['', '2013-14/', '2013-14/statements/']);
  });
  const held = (text: string) => `${text}pre-election: { from: 2015-03-30, to: 2015-05-07 }\n`;
  withCouncilFolder({ ...pictured('head.jpg'), ...files, 'data/editions/201314.yaml': held }, root => {
    const made = makeReport(root);
    expect(made.outcome === 'made' && made.report.pictures).toEqual([]);
  });
});

it('a picture without words for those who do not see it is an issue, in its place; so are too many of them', () => {
  const picture = { 'content/pictures/head.jpg': jpegOf() };
  expect(read({ ...pictured('head.jpg', ''), ...picture }).issues).toMatchObject([
    { file: paths.statements, line: 6, rule: 'missing-key' },
  ]);
  const long = `, alternative: ${'Pupils with books. '.repeat(8)}`;
  expect(read({ ...pictured('head.jpg', long), ...picture }).issues).toMatchObject([
    { file: paths.statements, line: 6, rule: 'wrong-value' },
  ]);
});
