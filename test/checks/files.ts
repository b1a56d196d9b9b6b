import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { SiteCheck } from './check.ts';
import { chaptersOf, every, NOT_FOUND, type Site, sizeOf, target, textOf } from './site.ts';

const idsOf = (html: string) => new Set(every<'id'>(html, /\sid="(?<id>[^"]+)"/g).map(({ id }) => id));
const linksOf = (html: string) =>
  every<'address'>(html, /<(?:a|link|img|script|source)\b[^>]+?(?:href|src)="(?<address>[^"]+)"/g).map(
    ({ address }) => address,
  );
const isElsewhere = (address: string) => /^[a-z]+:/i.test(address);
const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();

/** Checks of the site as files: titles, links, ways from page to page, downloads, weight. */
export const fileChecks: readonly SiteCheck[] = [
  {
    name: '17 every page has a title of its own that begins with what it is',
    items: [17],
    find: ({ pages }) => {
      const titles = [...pages].map(([name, html]) => ({
        name,
        title: plain(/<title>([^<]+)</.exec(html)?.[1] ?? ''),
      }));
      const twice = titles.filter(({ name, title }) =>
        titles.some(other => other.name !== name && other.title === title),
      );
      const form = titles.filter(({ title }) => title.split(' - ').length < 3);
      return [...twice, ...form].map(({ name, title }) => `${name}: "${title}"`);
    },
  },
  {
    name: '22 chapters lead from each to the next, and back',
    items: [22],
    find: site => {
      const chapters = chaptersOf(site);
      const turn = (name: string, rel: string) => {
        const [, href] =
          new RegExp(`<a[^>]+rel="${rel}"[^>]+href="([^"]+)"`).exec(site.pages.get(name) ?? '') ?? [];
        return href === undefined ? null : target(name, href);
      };
      const editions = [...new Set(chapters.map(name => name.split('/')[0] ?? ''))];
      return editions.flatMap(edition => {
        const own = chapters.filter(name => name.startsWith(`${edition}/`));
        const firsts = own.filter(name => turn(name, 'prev') === null);
        const walked: string[] = [];
        for (
          let at: string | null = firsts[0] ?? null;
          at !== null && !walked.includes(at);
          at = turn(at, 'next')
        )
          walked.push(at);
        const unmatched = own.filter(name => {
          const next = turn(name, 'next');
          return next !== null && turn(next, 'prev') !== name;
        });
        return [
          ...(firsts.length === 1 ? [] : [`${edition}: ${firsts.length} first chapters`]),
          ...(walked.length === own.length
            ? []
            : [`${edition}: ${walked.length} of ${own.length} chapters in the chain`]),
          ...unmatched.map(name => `${name}: the next chapter does not lead back`),
        ];
      });
    },
  },
  {
    name: '22 every chapter is two clicks from the front, each with its sections',
    items: [22],
    find: site => {
      const front = site.pages.get('index.html') ?? '';
      const near = new Set(
        linksOf(front)
          .filter(address => !isElsewhere(address))
          .map(address => target('index.html', address)),
      );
      const [latest = ''] = [...near]
        .map(name => name.split('/')[0] ?? '')
        .filter(name => /^\d{4}-\d\d$/.test(name));
      return chaptersOf(site)
        .filter(name => name.startsWith(`${latest}/`))
        .flatMap(name => [
          ...(near.has(name) ? [] : [`${name} is not linked`]),
          ...(/<h[23][^>]* id="/.test(site.pages.get(name) ?? '') ? [] : [`${name} has no sections`]),
        ]);
    },
  },
  {
    name: '23 a link to a file says its format and its size, and the size is right',
    items: [23, 74],
    find: site =>
      [...site.pages].flatMap(([name, html]) =>
        every<'href' | 'text'>(
          html,
          /<a\b[^>]*?href="(?<href>[^":]+\.(?:csv|json|ods|pdf|xlsx|zip))"[^>]*>(?<text>.*?)<\/a>/gs,
        ).flatMap(({ href, text }) => {
          const words = plain(text);
          const [, format, amount, unit] =
            /\((CSV|JSON|ODS|PDF|XLSX|ZIP)(?:,[^,()]*)?, ([\d.,]+) (KB|MB)\)/.exec(words) ?? [];
          const file = target(name, href);
          if (format === undefined || amount === undefined) return [`${name}: "${words}"`];
          if (!site.files.includes(file)) return [`${name}: ${file} is not there`];
          const said = Number(amount.replaceAll(',', '')) * (unit === 'MB' ? 1e6 : 1e3);
          const size = sizeOf(site, file);
          const isRight =
            Math.abs(said - size) <= Math.max(600, unit === 'MB' ? 60_000 : 600) ||
            (said === 1000 && size < 1000);
          const isFormat = file.endsWith(`.${format.toLowerCase()}`);
          return isRight && isFormat ? [] : [`${name}: "${words}" is ${size} bytes`];
        }),
      ),
  },
  {
    name: '23 every link leads to what is there, to the very place',
    items: [23],
    find: ({ pages, files }) => {
      const held = new Set(files);
      const ids = new Map([...pages].map(([name, html]) => [name, idsOf(html)]));
      return [...pages].flatMap(([name, html]) =>
        linksOf(html).flatMap(address => {
          if (isElsewhere(address)) return [];
          const file = target(name, address);
          const [, anchor] = address.split('#');
          const isThere =
            held.has(file) &&
            (anchor === undefined || ids.get(file)?.has(decodeURIComponent(anchor)) !== false);
          return isThere ? [] : [`${name}: ${address}`];
        }),
      );
    },
  },
  {
    name: '23 every address is relative, so that the site works under any prefix and from a folder; where nothing is, from the root',
    items: [23, 100],
    find: ({ pages }) =>
      [...pages].flatMap(([name, html]) => [
        ...linksOf(html)
          .filter(
            address =>
              address.startsWith('/') !==
                (name === NOT_FOUND && !isElsewhere(address) && !address.startsWith('#')) ||
              (!isElsewhere(address) && /(?:^|\/)(?:[?#]|$)/.test(address) && !address.startsWith('#')),
          )
          .map(address => `${name}: ${address}`),
        ...every<'address'>(
          html,
          /<(?:link|img|source|iframe|script)\b(?![^>]+rel="(?:canonical|license)")[^>]+?(?:href|src)="(?<address>[a-z]+:[^"]+)"/g,
        ).map(({ address }) => `${name}: ${address}`),
      ]),
  },
  {
    name: '15 the foot of every page leads to the accessibility statement, to contact and to where one says what is wrong, once each and in that order',
    items: [11, 15],
    find: ({ pages }) =>
      [...pages].flatMap(([name, html]) => {
        const foot = /<footer\b.*<\/footer>/s.exec(html)?.[0] ?? '';
        const links = every<'href' | 'words'>(foot, /<a [^>]*href="(?<href>[^"]+)"[^>]*>(?<words>[^<]*)</g);
        const led = links.flatMap(({ href, words }) => {
          const file = target(name, href);
          if (words === 'Tell us what is wrong on this page') return [words];
          return ['accessibility/index.html', 'contact/index.html'].includes(file) ? [file] : [];
        });
        const wanted = [
          'accessibility/index.html',
          'contact/index.html',
          'Tell us what is wrong on this page',
        ];
        return led.join() === wanted.join() ? [] : [name];
      }),
  },
  {
    name: '12 no PDF stands without the page that it was made from',
    items: [12],
    find: ({ pages, files }) =>
      files
        .filter(name => name.endsWith('.pdf'))
        .filter(name => !pages.has(`${name.split('/').slice(0, -1).join('/')}/index.html`)),
  },
  {
    name: '82 names of files are lower case, with hyphens',
    items: [82],
    find: ({ files }) =>
      files.filter(
        name =>
          /\.(?:csv|ods|json|pdf|html|xml)$/.test(name) &&
          !/^[a-z0-9-]+(?:\.vl)?\.[a-z]+$/.test(name.split('/').at(-1) ?? ''),
      ),
  },
  {
    name: '75 every CSV is one table in UTF-8, with one row of names and values as they are',
    items: [75, 76, 77],
    find: site =>
      site.files
        .filter(name => name.endsWith('.csv'))
        .flatMap(name => {
          const text = textOf(site, name);
          const [names = [], ...rows] = parse(text, { bom: true }) as string[][];
          const cells = rows.flat();
          const value = names.indexOf('value');
          return [
            ...(names.every(each => /^[a-z][a-z_-]*$/.test(each)) && new Set(names).size === names.length
              ? []
              : [`${name}: names ${names.join()}`]),
            ...(text.includes('�') || !text.startsWith('\ufeff') ? [`${name}: not UTF-8 that says so`] : []),
            ...cells
              .filter(cell => cell !== cell.trim() || /^(?:NULL|NA|N\/A|\.\.?|-|:|\*)$/i.test(cell))
              .slice(0, 1)
              .map(cell => `${name}: "${cell}"`),
            ...rows
              .filter(row => value >= 0 && !/^(?:-?\d+(?:\.\d+)?)?$/.test(row[value] ?? ''))
              .slice(0, 1)
              .map(row => `${name}: value "${row[value]}"`),
          ];
        }),
  },
  {
    name: '96 motion in the style sheet waits for those who do not mind it',
    items: [96],
    find: site => {
      const css = site.files
        .filter(name => name.endsWith('.css'))
        .map(name => textOf(site, name))
        .join('\n');
      const guarded = css.replace(
        /@media[^{]*prefers-reduced-motion:\s*no-preference[^{]*\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g,
        '',
      );
      return every<'rule'>(
        guarded,
        /(?<rule>(?<![\w-])(?:animation|transition)(?:-name|-duration)?:(?!\s*none)[^;}]+)/g,
      ).map(({ rule }) => rule);
    },
  },
  {
    name: '100 the style sheet asks for nothing from elsewhere',
    items: [100],
    find: site =>
      site.files
        .filter(name => name.endsWith('.css'))
        .flatMap(name =>
          every<'url'>(textOf(site, name), /(?:url\(|@import\s*)["']?(?<url>[^"')\s]+)/g).map(({ url }) => ({
            name,
            url,
          })),
        )
        .filter(({ url }) => /^(?:[a-z]+:)?\/\//i.test(url))
        .map(({ name, url }) => `${name}: ${url}`),
  },
  {
    name: '101 words and style of any page weigh less than 60 kB compressed',
    items: [101],
    find: site => {
      const styles = site.files
        .filter(name => name.endsWith('.css') && name.startsWith('assets/'))
        .map(name => gzipSync(textOf(site, name)).length);
      const style = styles.reduce((sum, size) => sum + size, 0);
      return [...site.pages].flatMap(([name, html]) => {
        const weight = gzipSync(html).length + style;
        return weight > 60_000 ? [`${name}: ${Math.round(weight / 1000)} kB`] : [];
      });
    },
  },
  {
    name: '116 nothing unpublished travels with the site',
    items: [63, 116, 117],
    find: site => {
      const words =
        /vega-embed|vegaEmbed|sourceMappingURL|highcharts|\bUPN\b|forename|postcode|date of birth/i;
      return site.files
        .filter(name => /\.(?:html|css|js|json|csv|svg)$/.test(name) && !name.includes('pagefind/'))
        .filter(name => words.test(textOf(site, name)) || name.endsWith('.map'))
        .map(name => `${name}: ${words.exec(textOf(site, name))?.[0] ?? 'a source map'}`);
    },
  },
  {
    name: '114 numbers in drawings are rounded',
    items: [114],
    find: ({ pages }) =>
      [...pages].flatMap(([name, html]) =>
        every<'d'>(
          html,
          /\s(?:d|x|y|x1|x2|y1|y2|width|height|transform|points|viewBox)="(?<d>[^"]*\d\.\d{3,}[^"]*)"/g,
        )
          .slice(0, 1)
          .map(({ d }) => `${name}: ${d.slice(0, 60)}`),
      ),
  },
];

/** What each page loads in all, from the files it asked for. */
export function heavyPages(site: Site, loaded: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return [...loaded].flatMap(([name, files]) => {
    const weights = [...new Set(files.map(file => decodeURI(file.split(/[?#]/)[0] ?? '')))]
      .filter(file => site.files.includes(file))
      .map(file =>
        /\.(?:html|css|svg|js|json)$/.test(file) ? gzipSync(textOf(site, file)).length : sizeOf(site, file),
      );
    const weight = weights.reduce((sum, size) => sum + size, 0);
    // Explore brings Vega along, which draws there and on no other page.
    const most = /\/explore\/index\.html$/.test(name) ? 450_000 : 160_000;
    return weight > most ? [`${name}: ${Math.round(weight / 1000)} kB`] : [];
  });
}
