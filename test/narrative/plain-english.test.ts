// How the computed sentences of the reference council's real editions read.
import { describe, expect, it } from 'vitest';
import { publishedLedger, sitePages, siteText } from '../support/site.ts';

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
