// How the computed sentences of the reference council's real editions read.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { houseWords } from '../support/house-words.ts';
import { modern, publishedLedger, site, sitePages, siteText } from '../support/site.ts';

describe.each(['2012-13', '2013-14'])('the sentences of %s', edition => {
  const { sentences } = publishedLedger(edition);
  const texts = sentences.map(({ text }) => text);

  it('are short: fewer than 25 words on average, and none of more than 60, or of as many in one item of a list', () => {
    const lengths = texts.flatMap(text => text.split(/(?<=[.?!]) /)).map(text => text.split(/\s+/).length);
    const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    expect(average).toBeLessThan(25);
    expect(
      texts.filter(text => text.split(/(?<=[.?!;]) /).some(part => part.split(/\s+/).length > 60)),
    ).toEqual([]);
  });

  it('never say why, and keep the word significant for a test', () => {
    const causal =
      /\b(because|due to|as a result|result of|thanks to|led to|caused|owing to|significant\w*)\b/i;
    expect(texts.filter(text => causal.test(text))).toEqual([]);
  });

  it('have no gap, no doubled mark, no empty slot and no minus zero', () => {
    expect(
      texts.filter(text => /\s{2}|\.\.|,,| ,| \.|undefined|null|NaN|[−-]0(?:\.0+)?(?!\.?\d)/.test(text)),
    ).toEqual([]);
  });

  it('say per cent of levels and percentage points of changes (R01)', () => {
    const wrong =
      /\b(?:rose|fell|up|down|narrowed|widened|above|below|ahead|behind)\b(?: by| of)? (?:about )?[\d.]+%/;
    expect(texts.filter(text => wrong.test(text))).toEqual([]);
  });
});

it('every page expands an acronym that its running text uses', () => {
  const words: Readonly<Record<string, string>> = {
    GCSE: 'General Certificate of Secondary Education',
    FFT: 'Fischer Family Trust',
    NEET: 'Not in education, employment or training',
    EAL: 'English as an additional language',
  };
  const chapters = sitePages.filter(name => /^20\d\d-\d\d\/(?:[a-z0-9]+\/)?index\.html$/.test(name));
  expect(chapters.length).toBeGreaterThan(20);
  for (const page of chapters) {
    const main = (siteText(page).split('<main')[1] ?? '').split('<div class="meanings">')[0] ?? '';
    const running = [...main.matchAll(/<p[ >].*?<\/p>/gs)].map(([text]) =>
      text.replace(/<a\b.*?<\/a>/gs, ''),
    );
    for (const [term, meaning] of Object.entries(words)) {
      const used = running.some(text => new RegExp(`\\b${term}s?\\b`).test(text.replace(/<[^>]+>/g, '')));
      if (used) expect(main.toLowerCase().includes(meaning.toLowerCase()), `${page}: ${term}`).toBe(true);
    }
  }
});

/** Every page of a site but the evidence, whose workings are the records of machines, by its address. */
function pagesOf(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.html') && !/\/embed\/|\/numbers\//.test(name))
    .map(name => [name, readFileSync(join(folder, name), 'utf8')] as const);
}

const pages = [...pagesOf(site), ...pagesOf(modern)];

/** What is read in a part of a page, a line for each block. */
function linesOf(html: string): readonly string[] {
  return html
    .replaceAll(/<div class="meanings">.*$/gs, '')
    .replaceAll(/<(script|style|svg|blockquote|code)\b.*?<\/\1>|<span class="expansion">.*?<\/span>/gs, '')
    .replaceAll(/<\/?(?:p|li|h\d|t[dhr]|d[dtiv]v?|div|caption|figcaption|summary|section)\b[^>]*>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&#39;', '’')
    .replaceAll('&amp;', '&')
    .split('\n')
    .map(line => line.replaceAll(/\s+/g, ' ').trim())
    .filter(line => line !== '');
}

it('no page has a word that an officer would not write', () => {
  const found = new Map<string, string>();
  for (const [page, html] of pages) {
    for (const line of linesOf(html.split('<main')[1] ?? '')) {
      for (const [form, instead] of houseWords) {
        const [word] = form.exec(line) ?? [];
        if (word !== undefined) found.set(line, `${page}: “${word}”, write ${instead}: ${line}`);
      }
    }
  }
  expect([...found.values()]).toEqual([]);
});

/** The first thing that is read on a page: the answers of the front, the key messages of a chapter and what it is about. */
const opening =
  /<section class="(?:answers|opening)".*?<\/section>(?:\s*<p class="opening__about">.*?<\/p>)?/s;
const openings = pages.flatMap(([page, html]) => {
  const [found] = opening.exec(html) ?? [];
  return found === undefined ? [] : [[page, linesOf(found)] as const];
});

/** The year of school in which a text is understood, by the Automated Readability Index; the age is five more. */
function gradeOf(lines: readonly string[]): number {
  const sentences = lines.flatMap(line => line.split(/(?<=[.?!:;]) /)).filter(each => each.includes(' '));
  const words = sentences.flatMap(each => each.split(' '));
  const characters = words.join('').replaceAll(/[^\p{L}\d]/gu, '').length;
  return 4.71 * (characters / words.length) + 0.5 * (words.length / sentences.length) - 21.43;
}

describe('what is read first', () => {
  it('is there on the front of each edition, and on each chapter and page of a group', () => {
    expect(openings.length).toBeGreaterThan(25);
  });

  // Names of measures and groups were longer in the years before 2015/16.
  const isOld = (page: string) => page < '2015';

  it.each(openings)(
    'on %s is understood in the ninth year of school, and on the front in the seventh',
    (page, lines) => {
      const isFront = /^(?:20\d\d-\d\d\/)?index\.html$/.test(page);
      expect(gradeOf(lines)).toBeLessThan(isFront ? 7 : isOld(page) ? 11 : 9);
    },
  );

  it.each(openings)('on %s has no sentence of more than 35 words', (page, lines) => {
    const most = isOld(page) ? 45 : 35;
    const sentences = lines.flatMap(line => line.split(/(?<=[.?!:;]) /));
    expect(sentences.filter(each => each.split(' ').length > most)).toEqual([]);
  });
});
