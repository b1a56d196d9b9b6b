import type { SiteCheck } from './check.ts';
import { every, type Site } from './site.ts';

const page = ({ pages }: Site) => pages.get('accessibility/index.html') ?? '';
const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
const textOfMain = (site: Site) => plain(/<main\b.*<\/main>/s.exec(page(site))?.[0] ?? '');
const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** The part of the statement under a heading, up to the next of its level or above. */
function under(site: Site, heading: RegExp): string {
  const parts = page(site).split(/(?=<h[23]\b)/);
  const start = parts.findIndex(part => heading.test(plain(/^<h[23].*?<\/h[23]>/s.exec(part)?.[0] ?? '')));
  const level = Number(/^<h([23])/.exec(parts[start] ?? '')?.[1] ?? 0);
  const rest = parts.slice(start + 1);
  const end = rest.findIndex(part => Number(/^<h([23])/.exec(part)?.[1] ?? 0) <= level);
  return start === -1 ? '' : [parts[start], ...rest.slice(0, end === -1 ? rest.length : end)].join('');
}

function dateOf(text: string, pattern: RegExp): string | null {
  const [, day, month = '', year] = pattern.exec(text) ?? [];
  const number = months.indexOf(month) + 1;
  return day === undefined || number === 0
    ? null
    : `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Checks of the accessibility statement against the model and the law. */
export const statementChecks: readonly SiteCheck[] = [
  {
    name: '3 the accessibility statement has every part of the model',
    items: [3],
    find: site => {
      const parts = [
        /^Accessibility statement for /,
        /^How accessible this website is$/,
        /^Feedback and contact information$/,
        /^Enforcement procedure$/,
        /^Technical information about this website’s accessibility$/,
        /^Compliance status$/,
        /^Non-accessible content$/,
        /^What we’re doing to improve accessibility$/,
        /^Preparation of this accessibility statement$/,
      ];
      const headings = every<'text'>(page(site), /<h[123][^>]*>(?<text>.*?)<\/h[123]>/gs).map(({ text }) =>
        plain(text),
      );
      return parts.filter(part => !headings.some(heading => part.test(heading))).map(String);
    },
  },
  {
    name: '4 the statement says what is not accessible, just where it does not claim that all is',
    items: [4],
    find: site => {
      const isFull = /is fully compliant with/.test(textOfMain(site));
      const listed = every(under(site, /^Non-accessible content$/), /<li\b/g).length;
      return isFull === (listed === 0)
        ? []
        : [`${listed} limits listed, and the status is ${isFull ? 'full' : 'not full'}`];
    },
  },
  {
    name: '5 each limit in the statement says what to use instead',
    items: [5],
    find: site =>
      every<'item'>(under(site, /^Non-accessible content$/), /<li\b[^>]*>(?<item>.*?)<\/li>/gs)
        .map(({ item }) => plain(item))
        .filter(item => !/Until then|Instead|instead|meanwhile/.test(item)),
  },
  {
    name: '6 the statement leads to the council’s contact form',
    items: [6],
    find: site => {
      const [, href = ''] = /<a href="([^"]+)">[^<]*contact form/.exec(under(site, /^Feedback/)) ?? [];
      return /^https:\/\/(?!(?:www\.)?example\.)/.test(href) ? [] : [`leads to "${href}"`];
    },
  },
  {
    name: '7 the statement leads to those who enforce the law',
    items: [7],
    find: site => {
      const part = under(site, /^Enforcement procedure$/);
      return ['https://www.equalityadvisoryservice.com/', 'https://www.equalityhumanrights.com/'].filter(
        address => !part.includes(`href="${address}"`),
      );
    },
  },
  {
    name: '8 the statement has a status and its dates, and was reviewed within a year',
    items: [8],
    find: site => {
      const text = textOfMain(site);
      const date = '(\\d{1,2}) (\\w+) (\\d{4})';
      const prepared = dateOf(text, new RegExp(`prepared on ${date}`));
      const reviewed = dateOf(text, new RegExp(`last reviewed on ${date}`));
      const tested = dateOf(text, new RegExp(`last tested on ${date}`));
      const age = (Date.parse(site.today) - Date.parse(reviewed ?? '1970-01-01')) / 86_400_000;
      return [
        ...(/is (?:fully|partially|not) compliant with/.test(text) ? [] : ['no status']),
        ...(prepared === null ||
        reviewed === null ||
        (tested === null && !/has not been tested yet/.test(text))
          ? ['a date is missing']
          : []),
        ...(age > 366 ? [`reviewed on ${reviewed}`] : []),
        ...((prepared ?? '') > (reviewed ?? '') ? ['reviewed before it was prepared'] : []),
      ];
    },
  },
  {
    name: '9 the site names the regulations by their right number',
    items: [9],
    find: site => [
      ...[...site.pages].filter(([, html]) => /2018\/852/.test(html)).map(([name]) => `${name}: 2018/852`),
      ...(/2018\/952/.test(textOfMain(site)) ? [] : ['2018/952 is not named']),
    ],
  },
  {
    name: '10 the statement claims WCAG 2.2, and nothing older',
    items: [10],
    find: site => {
      const text = textOfMain(site);
      return [
        ...(/version 2\.2 AA standard|version 2\.2/.test(text) ? [] : ['2.2 is not claimed']),
        ...(text.match(/WCAG 2\.[01]|version 2\.[01]/g) ?? []),
      ];
    },
  },
];
