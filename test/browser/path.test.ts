// A governor's questions, each answered within three taps of the front page on a phone.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../../src/site/browser.ts';
import { modern, site } from '../support/site.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await startBrowser();
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  page = await (await browser.newContext(phone)).newPage();
});
afterAll(() => browser.close());

/** What is on the screen now, in the order of the page: nobody has scrolled since the last tap. */
const onScreen = () =>
  page.evaluate(() =>
    [...globalThis.document.querySelectorAll('main :is(h1, h2, h3, p, li, th, td), [popover] p')]
      .filter(element => {
        const { top, bottom, height } = element.getBoundingClientRect();
        return height > 0 && top < globalThis.innerHeight && bottom > 0;
      })
      .map(element => (element as HTMLElement).innerText.replaceAll(/\s+/g, ' '))
      .join('\n'),
  );

const latest = join(modern, 'index.html');
const withPlans = join(site, 'index.html');

/** A question, the links that are tapped from the front, and the answer that is then on the screen. */
const questions: readonly {
  readonly asks: string;
  readonly front?: string;
  readonly taps: readonly string[];
  readonly answer: RegExp;
}[] = [
  {
    asks: 'Is it getting better?',
    taps: [],
    answer: /Not overall: six of 14 headlines improved, six got worse/,
  },
  { asks: 'What got worse?', taps: ['What changed'], answer: /Getting worse 6/ },
  {
    asks: 'What should we worry about?',
    taps: ['.answers__item:has(#worry) .answers__more a'],
    answer: /fell by 19\.9 percentage points/,
  },
  {
    asks: 'Are our disadvantaged children doing better than elsewhere?',
    taps: ['Closing the gaps', 'Disadvantaged pupils'],
    answer: /a gap of [\d.]+ .* England’s was [\d.]+/,
  },
  {
    asks: 'How do children eligible for free school meals do?',
    taps: ['Free school meals'],
    answer: /42\.6% for pupils eligible for free school meals and 72\.5%/,
  },
  {
    asks: 'How do we compare with councils like ours?',
    taps: ['Key stage 4'],
    answer: /below the statistical neighbours|Compared with the statistical neighbours/,
  },
  {
    asks: 'Are children in school?',
    taps: ['Attendance'],
    answer: /6\.14% of school sessions were missed/,
  },
  {
    asks: 'Do children get an EHC plan in time?',
    taps: ['Special educational needs', 'New EHC plans within 20 weeks'],
    answer: /47\.9%/,
  },
  {
    asks: 'Did we keep our promises?',
    front: withPlans,
    taps: ['All targets, and where they stand'],
    answer: /Of 13 targets, three are off track; none is on track/,
  },
  {
    asks: 'Who answers for what is behind?',
    front: withPlans,
    taps: ['All targets, and where they stand', '.tally a'],
    answer: /Off track\n[^\n]*\nMonitoring and intervention manager/,
  },
  {
    asks: 'Where does this number come from?',
    taps: ['.answers__item:has(#disadvantaged) a.figure'],
    answer: /Status: /,
  },
];

describe.each(questions)('“$asks”', ({ front = latest, taps, answer }) => {
  it(`is answered after ${taps.length} of at most three taps`, async () => {
    expect(taps.length).toBeLessThanOrEqual(3);
    await page.goto(pathToFileURL(front).href);
    for (const tap of taps) {
      const link = /[.#]/.test(tap)
        ? page.locator(tap)
        : page.locator('main').getByRole('link', { name: tap, exact: true });
      await link.first().tap();
    }
    await expect.poll(onScreen).toMatch(answer);
  });
});
