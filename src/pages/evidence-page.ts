import type { RollUp } from '../judgements/roll-up.ts';
import { type Breakdown, groupLabel } from '../model/breakdown.ts';
import type { Figure, Wording } from '../model/figure.ts';
import { dateLabel } from '../model/time.ts';
import { addresses } from './addresses.ts';
import { dataScript } from './data-files.ts';
import type { Layout } from './material.ts';
import { type FileView, pageOf } from './page.ts';
import type { TextRun } from './view.ts';

/** A roll-up with the id that its part of the evidence has, and whose measures it counts. */
export type NamedRollUp = { readonly id: string; readonly rolled: RollUp; readonly whose?: string };

/** Notes the counts of roll-ups, each in a part of its own of an evidence page. */
export function noteRollUps(
  { printing }: Layout,
  page: string,
  evidence: string,
  rollUps: readonly NamedRollUp[],
): void {
  for (const { id, rolled, whose = 'Measures' } of rollUps) {
    const heading = `${whose} compared with ${rolled.beside.phrase}`;
    const printer = printing.on(page, { href: evidence, id: `standing-${id}`, heading, source: null });
    const { of, better, close, worse } = rolled.figures;
    for (const figure of [of, better, close, worse]) printer.link(figure);
  }
}

/** "Where the numbers come from" for a theme, or for the executive summary when `theme` is null. */
export function evidencePage(layout: Layout, theme: { readonly id: string; readonly label: string } | null) {
  const { edition } = layout.setting;
  const href = addresses.evidence(edition.id, theme?.id ?? null);
  const sections = layout.printing.evidence(href);
  const own = new Set(sections.flatMap(({ figures }) => figures.map(({ id }) => id)));
  return pageOf(layout, 'evidence', href, {
    theme:
      theme === null
        ? { label: 'Executive summary', href: addresses.edition(edition.id) }
        : { label: theme.label, href: addresses.theme(edition.id, theme.id) },
    sections: sections.map(({ id, heading, source, figures }) => ({
      id,
      heading,
      source: source?.title ?? 'Worked out from the figures of this edition',
      sourceHref: source?.url ?? addresses.page(edition.id, 'methodology'),
      lines: figures.map(figure => lineOf(layout, figure, own, listOf(layout, theme?.id ?? null, id))),
    })),
  });
}

/**
 * The lines of an evidence page as a script that brings them to a page where a number is opened in place: of each section
 * its heading and, by anchor, what a number is, its text, where it comes from as words with addresses, its working and status.
 */
export function originsFile({ href, view }: ReturnType<typeof evidencePage>): FileView {
  const sections = () =>
    view.sections.map(({ heading, lines }) => {
      const origins = lines.map(({ anchor, what, text, from, working, status }) => {
        const runs = from.map(run => [run.text, run.href?.startsWith('#') ? href + run.href : run.href]);
        return [anchor, [what, text, runs, working, status]] as const;
      });
      return [heading, Object.fromEntries(origins)];
    });
  return dataScript(`${href}origins.js`, sections);
}

/** One line of the evidence: what a number is, and the row it was read from or the working that gave it. */
function lineOf(layout: Layout, figure: Figure, own: ReadonlySet<string>, list: string | null) {
  return {
    anchor: figure.id,
    what: wordsOf(layout, figure.what),
    text: figure.text,
    from:
      figure.source === null
        ? inputsOf(layout, figure, own, list)
        : [plain(`${rowText(figure.source)}${publicationOf(layout, figure)}`)],
    working: figure.working,
    status: figure.status ?? 'worked out',
  };
}

/** The page of every authority of a section of a chapter, where there is one: groups of a topic have none. */
function listOf({ setting, csvOfAuthorities }: Layout, theme: string | null, section: string): string | null {
  if (theme === null) return null;
  const href = addresses.authorities(setting.edition.id, theme, section);
  return [...csvOfAuthorities.values()].some(({ path }) => path.startsWith(href)) ? href : null;
}

/** Where a figure stands: "FILE, line 12", and of published figures the column and the publisher's name of the series. */
function rowText({ file, line, column, series }: NonNullable<Figure['source']>): string {
  return series === null ? `${file}, line ${line}` : `${file}, line ${line}, column ${column} (${series})`;
}

/** The publication a row came from, with its date: "; GCSE results 2012/13 (revised), 23 January 2014". */
function publicationOf({ setting: { folder } }: Layout, { publication }: Figure): string {
  const source = folder.sources.find(({ id }) => id === publication?.source);
  if (source === undefined || publication === null) return '';
  const { released } = publication;
  return `; ${source.title}${released === null ? '' : `, ${dateLabel(released)}`}`;
}

/** The inputs as links to their own evidence. */
function inputsOf(
  layout: Layout,
  { inputs, kind, set, of }: Figure,
  own: ReadonlySet<string>,
  list: string | null,
): readonly TextRun[] {
  if (inputs.length === 0 && kind === 'rank' && set !== null && list !== null)
    return [{ text: `The figures of ${of} authorities`, figure: null, href: list }];
  if (inputs.length === 0) return [plain(set === null ? 'Worked out' : 'The rows that the working names')];
  const [first] = inputs;
  if (kind === 'rank' && first !== undefined && inputs.length > 1) {
    const list = layout.printer.link(inputs.find(({ id }) => !own.has(id)) ?? first);
    return [
      { text: `The figures of ${inputs.length} authorities`, figure: null, href: list.replace(/#.*/, '') },
    ];
  }
  return inputs.flatMap((input, index) => {
    const { id, what, text } = input;
    const run = {
      text: `${wordsOf(layout, what)}: ${text}`,
      figure: null,
      href: own.has(id) ? `#${id}` : layout.printer.link(input),
    };
    return index === 0 ? [run] : [plain('; '), run];
  });
}

/** The words of what a figure is, with the names of areas and groups in place. */
function wordsOf({ setting }: Layout, words: Wording): string {
  const nameOf = (code: string) =>
    setting.areas.get(code)?.name ?? setting.folder.neighbours.find(({ id }) => id === code)?.label ?? code;
  const groupOf = (breakdown: Breakdown) => groupLabel(setting.folder.topics, breakdown) ?? breakdown.group;
  return words
    .map(word => (typeof word === 'string' ? word : 'area' in word ? nameOf(word.area) : groupOf(word.group)))
    .join('');
}

function plain(text: string): TextRun {
  return { text, figure: null, href: null };
}
