import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync, gunzipSync, gzipSync } from 'node:zlib';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HiddenCell } from '../../src/audit/hidden-cells.ts';
import { type Check, checks } from '../../src/audit/told-by-site.ts';
import { makeReport } from '../../src/report.ts';
import { auditSite } from '../../src/site/audit.ts';
import { disclosedBy, publish } from '../../src/site.ts';
import { copyOf } from '../support/copy-of.ts';

/**
 * Winterfold's site, in which the gate hides science (4 of 90 pupils, 4.4%), reading in Castle (3 of 12, 25%) and in Dale
 * (24 of 30), and keeps back how many pupils the other wards' figures are of (45 of 50 in Ashby). Each leak is planted
 * into a copy of a few of its files, and must be found by the check it names.
 */
const winterfold = fileURLToPath(new URL('../editions/winterfold', import.meta.url));
const made = makeReport(winterfold);
if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
const { report, hidden } = made;

const folder = mkdtempSync(join(tmpdir(), 'keystage-leaks-'));
const whole = join(folder, 'whole');
const few = join(folder, 'few');
const files = [
  '2013-14/figures.json',
  '2013-14/figures.csv',
  '2013-14/targets.csv',
  '2013-14/ks2/reading.csv',
  '2013-14/ks2/science.csv',
  '2013-14/ks2/index.html',
  '2013-14/ks2/2013-14-ks2.ods',
  '2013-14/ks2/embed/absence.html',
  '2013-14/csv-metadata.json',
  '2012-13/figures.json',
  '2012-13/ks2/index.html',
  'feed.xml',
];
const evidence = '2013-14/ks2/numbers/reading/index.html';

beforeAll(async () => {
  await publish(copyOf(report), whole, { documents: false, hidden });
  for (const file of [...files, evidence]) cpSync(join(whole, file), join(few, file));
  const [index = ''] = globSync('assets/search/fragment/*', { cwd: whole }).filter(path =>
    gunzipSync(readFileSync(join(whole, path))).includes('"2013-14/ks2/index.html"'),
  );
  cpSync(join(whole, index), join(few, 'assets/search/fragment/ks2.pf_fragment'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Change = (bytes: Buffer) => string | Uint8Array;
const put =
  (from: string | RegExp, to: string): Change =>
  bytes => {
    const text = bytes.toString('utf8');
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`${from} is not there`);
    return changed;
  };
const inWorkbook =
  (part: string, from: string | RegExp, to: string): Change =>
  bytes => {
    const parts = unzipSync(bytes);
    const text = strFromU8(parts[part] ?? new Uint8Array());
    if (text.replace(from, to) === text) throw new Error(`${from} is not in ${part}`);
    return zipSync({ ...parts, [part]: strToU8(text.replace(from, to)) });
  };
const inIndex =
  (words: string): Change =>
  bytes =>
    gzipSync(gunzipSync(bytes).toString('utf8').replace('"content":"', `"content":"${words} `));

const page = '2013-14/ks2/index.html';
const ledger = '2013-14/figures.json';
const workbook = '2013-14/ks2/2013-14-ks2.ods';
/** The row of Castle in the table of reading by ward, up to its first cell. */
const castle =
  /(<th scope="row"[^>]*>Castle<\/th>\s*<td [^>]*>)(<a class="figure" href="numbers\/reading\/index.html#reading)/;
const inScience = (markup: string) => put(/(id="science"[\s\S]*?<\/h[23]>)/, `$1${markup}`);
const drawing =
  '<svg><line transform="translate(0,300)"/><line transform="translate(0,200)"/><line transform="translate(0,100)"/><text x="0" y="305">0%</text><text x="0" y="205">2%</text><text x="0" y="105">4%</text><path transform="translate(9,77.78)" d="M0,0Z"/></svg>';

/** Counts of readers in the council and in each ward but Castle, from which its three follow. */
const counted: Change = put(
  '"figures": [\n',
  `"figures": [\n${Object.entries({ W01: 202, ashby: 45, brookside: 40, dale: 24, eastgate: 54, fenwick: 36 })
    .map(
      ([area, value]) =>
        `{"id":"reading.readers.${area}","kind":"observation","indicator":"reading","area":"${area}","breakdown":{"topic":"Total","group":"Total"},"period":"201314","value":${value},"text":"${value}","working":"","inputs":[]},\n`,
    )
    .join('')}`,
);

const leaks: readonly (readonly [string, Check, string, Change])[] = [
  ['a tooltip', 'attribute', page, put(castle, '$1<span title="3 of 12">?</span>$2')],
  [
    'what is read out of a drawing',
    'attribute',
    page,
    inScience('<svg aria-label="Four of the 90 pupils"></svg>'),
  ],
  ['the alternative text of a picture', 'attribute', page, put(castle, '$1<img alt="25%" src="x.png">$2')],
  ['an attribute that does not show', 'attribute', page, put(castle, '$1<i data-value="25"></i>$2')],
  ['the width of a bar', 'attribute', page, put(castle, '$1<i style="width:25%"></i>$2')],
  ['the name of a class', 'class-or-id', page, put(castle, '$1<i class="bar-25"></i>$2')],
  ['the id of a part', 'class-or-id', page, put(castle, '$1<i id="castle-3-of-12"></i>$2')],
  ['a comment', 'comment', page, inScience('<!-- science: 4/90 --><!-- 4 of 90 -->')],
  ['a share in a row', 'page-words', page, put(castle, '$1 25 $2')],
  [
    'the number in the place of its symbol',
    'hidden-figure',
    page,
    put(/(#reading.observation.total.castle.201314">)\[c\]/, '$125%'),
  ],
  ['a sentence', 'page-words', page, inScience('<p>Only four of the 90 pupils reached the standard.</p>')],
  ['a share in a sentence', 'page-words', page, inScience('<p>That is 4.4% of pupils.</p>')],
  ['the rest of a share', 'page-words', page, inScience('<p>The other 95.6% did not.</p>')],
  ['a count of pupils', 'page-words', page, inScience('<p>There were four pupils who did.</p>')],
  ['so many in every hundred', 'page-words', page, inScience('<p>It was 4.4 in every hundred.</p>')],
  ['the title of a page', 'page-head', page, put('<title>', '<title>Science, 4 of 90: ')],
  [
    'the description of a page',
    'page-head',
    page,
    put('</head>', '<meta name="description" content="Science: 4.4% of pupils"></head>'),
  ],
  [
    'linked data',
    'script',
    page,
    put('</head>', '<script type="application/ld+json">{"name":"Science","value":"4 of 90"}</script></head>'),
  ],
  ['the words of a drawing', 'drawing', page, inScience('<svg><text x="1" y="2">Science 4.4%</text></svg>')],
  ['a mark where it lies, not rounded', 'drawn-place', page, inScience(drawing)],
  ['a number not rounded', 'unrounded', page, inScience('<i data-y="4.44444"></i>')],
  [
    'a page of evidence',
    'page-words',
    evidence,
    put(
      /(<[^>]*id="reading.observation.total.castle.201314"[^>]*>)/,
      '$1<p>25% in Castle, from 3 of 12.</p>',
    ),
  ],
  [
    'a page of an earlier edition',
    'page-words',
    '2012-13/ks2/index.html',
    put('</main>', '<p>Science, 2013/14: four in ninety.</p></main>'),
  ],
  [
    'a fragment to embed',
    'page-words',
    '2013-14/ks2/embed/absence.html',
    put(/$/, '<p>Science: 4 of 90.</p>'),
  ],
  [
    'a row of a table of figures',
    'hidden-figure',
    '2013-14/ks2/reading.csv',
    put(/(reading.observation.total.castle.201314,.*?,201314,,,),c,\[c\]/, '$125,,25%'),
  ],
  [
    'a row of another table',
    'data-file',
    '2013-14/targets.csv',
    bytes => `${bytes}readers.2,readers,,Castle,,reading,,,,,,,201314,25\n`,
  ],
  [
    'what tells of the tables',
    'data-file',
    '2013-14/csv-metadata.json',
    put('"dc:title": "', '"dc:title": "Science, 4 of 90. '),
  ],
  [
    'a figure of the ledger',
    'hidden-figure',
    ledger,
    put(/(castle","breakdown":\{"topic":"Total","group":"Total"\},"period":"201314","value":)null/, '$125'),
  ],
  [
    'how a figure of the ledger was made',
    'hidden-figure',
    ledger,
    put(/(science.observation.total.w01.201314".*?"working":")As given/, '$1From 4 of 90, as given'),
  ],
  [
    'a difference in the ledger',
    'worked-out',
    ledger,
    put(/(science.difference.total.w01.201314.n01".*?"value":)null/, '$1-55.6'),
  ],
  [
    'a sentence of the ledger',
    'data-file',
    ledger,
    put(/("id":"ks2.science.1".*?"text":")/, '$1Four of 90. '),
  ],
  [
    'a base in the ledger',
    'base-printed',
    ledger,
    put(
      '"figures": [\n',
      '"figures": [\n{"id":"reading.count.total.ashby.201314.base","kind":"count","indicator":"reading","area":"ashby","breakdown":{"topic":"Total","group":"Total"},"period":"201314","part":"base","value":50,"text":"50","working":"","inputs":[]},\n',
    ),
  ],
  ['counts that leave one number for a ward', 'follows', ledger, counted],
  [
    'a cell of a workbook',
    'workbook',
    workbook,
    inWorkbook(
      'content.xml',
      /(<text:p>Castle<\/text:p><\/table:table-cell><table:table-cell [^>]*)><text:p>\[c\]/,
      '$1 office:value="25"><text:p>[c]',
    ),
  ],
  [
    'a comment in a workbook',
    'workbook-comment',
    workbook,
    inWorkbook(
      'content.xml',
      /(<text:p>Castle<\/text:p><\/table:table-cell><table:table-cell [^>]*>)(<text:p>\[c\])/,
      '$1<office:annotation><text:p>3 of 12</text:p></office:annotation>$2',
    ),
  ],
  [
    'what a workbook says of itself',
    'workbook-metadata',
    workbook,
    inWorkbook('meta.xml', 'Tables of', 'Science 4 of 90. Tables of'),
  ],
  ['the feed', 'feed', 'feed.xml', put('<entry>', '<entry><summary>Science: 4 of 90 pupils.</summary>')],
  [
    'the search index',
    'search-index',
    'assets/search/fragment/ks2.pf_fragment',
    inIndex('Science: 4 of 90 pupils.'),
  ],
  ['the name of a file', 'file-name', '2013-14/ks2/science-4-of-90.csv', () => ''],
  [
    'the words of a PDF',
    'pdf-text',
    'sheets/2013-14/summary.html',
    () => '<body><p>Science: 4 of 90 pupils.</p></body>',
  ],
  [
    'the title of a PDF',
    'pdf-metadata',
    '2013-14/summary.pdf',
    () => '%PDF-1.4\n1 0 obj\n<</Title (Science: 4 of 90)>>\nendobj',
  ],
  [
    'what a picture of a PDF is read out as, packed with other objects',
    'pdf-metadata',
    '2013-14/report.pdf',
    () => {
      const said = Buffer.from('Science: 4 of 90 pupils', 'utf16le').swap16().toString('hex');
      const objects = deflateSync(`7 0 <</S /Figure /Alt <feff${said}>>>`);
      const head = `%PDF-1.7\n2 0 obj\n<</Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${objects.length}>>\nstream\n`;
      return Buffer.concat([Buffer.from(head), objects, Buffer.from('\nendstream\nendobj')]);
    },
  ],
  [
    'the metadata of a PDF in XML',
    'pdf-metadata',
    '2013-14/tables.pdf',
    () => '%PDF-1.7\n<x:xmpmeta><dc:description>Science: 4 of 90 pupils</dc:description></x:xmpmeta>',
  ],
];

describe('the audit of a finished site', () => {
  it('finds nothing where nothing was planted, in the whole site', () => {
    expect(auditSite(whole, hidden)).toEqual([]);
  });

  it.each(leaks)('finds %s (%s)', (_, check, file, change) => {
    const before = read(file);
    write(file, change(before ?? Buffer.of()));
    const found = auditSite(few, hidden).map(leak => `${leak.check} ${leak.file}`);
    if (before === null) rmSync(join(few, file));
    else write(file, before);
    expect(found).toContain(`${check} ${file}`);
  });

  it('finds the note of a hidden row', () => {
    const noted = hidden.map(
      (cell): HiddenCell => ({ ...cell, note: cell.isHidden ? 'Two were away that week.' : null }),
    );
    const before = read(page);
    write(page, inScience('<p>Two were away that week.</p>')(before ?? Buffer.of()));
    expect(auditSite(few, noted).map(({ check }) => check)).toContain('note');
    write(page, before ?? '');
    expect(auditSite(few, noted)).toEqual([]);
  });

  it('has a planted leak for every check', () => {
    const planted = new Set<string>([...leaks.map(([, check]) => check), 'note']);
    expect(Object.keys(checks).filter(check => !planted.has(check))).toEqual([]);
  });
});

describe('a site that tells what is hidden', () => {
  it('is not published, and staff read what it tells beside the old site', async () => {
    const out = join(folder, 'out');
    // As if the council's name, which is on every page, were the note of what is hidden.
    const told = hidden.map(cell => ({ ...cell, note: cell.isHidden ? 'Winterfold' : null }));
    mkdirSync(out);
    const fault = await publish(copyOf(report), out, { documents: false, hidden: told }).catch(
      (error: unknown) => error,
    );
    expect(disclosedBy(fault)?.[0]).toMatchObject({
      rule: 'site-tells-hidden',
      file: 'data/observations/ks2/201314.csv',
    });
    expect(readFileSync(`${out}.disclosure.txt`, 'utf8')).toContain('For staff only');
    expect(globSync('*', { cwd: out })).toEqual([]);
    await publish(copyOf(report), out, { documents: false, hidden });
    expect(globSync('*.disclosure.txt', { cwd: folder })).toEqual([]);
  });
});

function read(file: string): Buffer | null {
  try {
    return readFileSync(join(few, file));
  } catch {
    return null;
  }
}

function write(file: string, bytes: string | Uint8Array): void {
  mkdirSync(dirname(join(few, file)), { recursive: true });
  writeFileSync(join(few, file), bytes);
}
