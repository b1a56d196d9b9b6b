import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { serializeOuter } from 'parse5';
import { addresses } from '../pages/addresses.ts';
import { embedSize } from '../pages/embed-page.ts';
import type { ReportView, SiteView, ThemeView } from '../pages/page-views.ts';
import type { SectionView } from '../pages/view.ts';
import { embedStyles } from './styles.ts';
import { escapeText } from './text.ts';
import { attribute, type Element, elementsOf, hasClass, remove, transplant, within } from './transplant.ts';

/** What GOV.UK's classes are called in a fragment; those that only its style sheet knows are left out. */
const renamed: Readonly<Record<string, string | null>> = {
  'govuk-table': null,
  'govuk-table__caption': null,
  'govuk-table__header': null,
  'govuk-table__cell': null,
  'govuk-table__header--numeric': 'keystage-number',
  'govuk-table__cell--numeric': 'keystage-number',
  'govuk-visually-hidden': 'keystage-heard',
};

/**
 * Writes every section of every chapter of a finished site as a fragment to paste into another, and puts the size of each into the
 * pages that list them. Throws where a listed fragment was not made.
 */
export async function addEmbedding(report: ReportView, folder: string): Promise<void> {
  if (report.embedding.length === 0) return;
  const styles = await embedStyles();
  const sizes = new Map<string, number>();
  for (const theme of report.themes) {
    const page = await readFile(join(folder, theme.href, 'index.html'), 'utf8');
    for (const { path, text } of fragmentsOf(page, theme, report.site, styles)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
      sizes.set(path, Buffer.byteLength(text));
    }
  }
  for (const { href } of report.embedding) {
    const file = join(folder, href, 'index.html');
    await writeFile(file, embedSize.fill(await readFile(file, 'utf8'), sizes));
  }
}

/** The fragments of a chapter, cut out of its page. */
export function fragmentsOf(page: string, theme: ThemeView, site: SiteView, styles: string) {
  const views = new Map(
    theme.groups.flatMap(({ sections }) => sections.map(each => [each.id, each] as const)),
  );
  return elementsOf(page, element => hasClass(element, 'indicator')).map(element => {
    const heading = within(element).find(({ tagName }) => /^h[1-6]$/.test(tagName));
    const id = heading === undefined ? null : attribute(heading, 'id');
    const view = views.get(id ?? '');
    if (view === undefined) throw new Error(`${theme.href} has a section that is not in its view: ${id}`);
    const path = addresses.fragment(theme.edition.id, theme.id, view.id);
    return { path, text: fragment(element, view, theme, site, styles) };
  });
}

function fragment(
  element: Element,
  view: SectionView,
  theme: ThemeView,
  site: SiteView,
  styles: string,
): string {
  strip(element, site.address !== null);
  const page = site.address === null ? null : new URL(theme.href, site.address);
  transplant(element, {
    prefix: `keystage-${theme.edition.id}-${theme.id}-${view.id}-`,
    headingLevel: site.embedding.headingLevel,
    linkTo: href => {
      if (/^[a-z]+:/i.test(href)) return href;
      return page === null ? null : new URL(href, page).href;
    },
    classOf: name => (name in renamed ? (renamed[name] ?? null) : `keystage-${name}`),
  });
  return [
    comment(view, theme, site),
    '<div class="keystage">',
    `<svg class="keystage-styles" width="0" height="0" aria-hidden="true" focusable="false"><style>${styles}</style></svg>`,
    serializeOuter(element).replaceAll(/[ \t]*\n\s*/g, '\n'),
    from(view, theme, site, page),
    '</div>\n',
  ].join('\n');
}

/** Takes out what explains words by buttons, and where the report has no address the links that would lead nowhere. */
function strip(element: Element, hasAddress: boolean): void {
  for (const each of within(element)) {
    if (hasClass(each, 'term__open')) remove(each, false);
    else if (hasClass(each, 'term')) remove(each, true);
    else if (hasClass(each, 'indicator__links') && !hasAddress) remove(each, false);
  }
}

/** Where a fragment comes from, in a line that readers see. */
function from(view: SectionView, theme: ThemeView, site: SiteView, page: URL | null): string {
  const name = `${site.reportTitle} ${theme.edition.year}, ${theme.label}`;
  const link =
    page === null
      ? escapeText(name)
      : `<a href="${escapeText(new URL(`#${view.id}`, page).href)}">${escapeText(name)}</a>`;
  const said = site.demonstration === null ? '' : ` ${escapeText(site.demonstration)}`;
  return `<p class="keystage-from">From the ${link}. ${escapeText(site.council)}.${said}</p>`;
}

/** Source and licence for whoever looks after the page. */
function comment(view: SectionView, theme: ThemeView, site: SiteView): string {
  const sources = view.sources.map(({ title, detail }) =>
    [title, detail].filter(text => text !== '').join(', '),
  );
  const lines = [
    `${view.heading}. ${site.reportTitle} ${theme.edition.year}, ${site.council}.`,
    ...sources.map(source => `Source: ${source}`),
    'Public-sector figures are reused under the Open Government Licence v3.0.',
  ];
  return `<!-- ${lines.join('\n     ').replaceAll(/--+|>/g, '-')} -->`;
}
