import type { RollUp } from '../judgements/roll-up.ts';
import { groupLabel } from '../model/breakdown.ts';
import type { Figure } from '../model/figure.ts';
import type { Indicator } from '../model/indicator.ts';
import { dateLabel, periodLabel, timeLabel } from '../model/time.ts';
import { addresses } from './addresses.ts';
import { linkRun, plainRun } from './blocks.ts';
import { dataScript } from './data-files.ts';
import type { Layout } from './material.ts';
import { type FileView, pageOf } from './page.ts';
import { type EvidencePlace, evidenceAddress, type PlacedFigures } from './printer.ts';
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
    const { of, better, close, worse } = rolled.counts;
    for (const { figure } of [of, better, close, worse]) printer.link(figure);
  }
}

export type EvidenceView = ReturnType<typeof evidencePage>['view'];

type Named = Layout & { readonly measures: ReadonlyMap<string, Indicator> };

/** What has pages of evidence: a chapter, a plan, the targets; null for the executive summary. */
type Told = { readonly id: string; readonly label: string } | null;

/** "Where the numbers come from" for a chapter: the page that lists its pages of evidence, then these. */
export function evidencePages(layout: Layout, told: Told) {
  const { edition } = layout.setting;
  const href = addresses.evidence(edition.id, told?.id ?? null);
  const parent =
    told === null
      ? { label: 'Executive summary', href: addresses.edition(edition.id) }
      : { label: told.label, href: addresses.theme(edition.id, told.id) };
  const placed = layout.printing.evidence(href);
  const list = {
    parent,
    // Each keeps the places that its figures had when all stood on this page.
    entries: placed.map(({ place, figures }) => ({
      id: place.id,
      label: place.heading,
      href: evidenceAddress(place),
      anchors: figures.map(({ id }) => id),
    })),
  };
  const measures = new Map(layout.setting.folder.indicators.map(each => [each.id, each]));
  return {
    list: pageOf(layout, 'evidence-list', href, list),
    pages: placed.map(each => evidencePage({ ...layout, measures }, parent, told, each)),
  };
}

/** Where the numbers of a measure, or the like, come from: what was read, by file and publication, then what was worked out. */
function evidencePage(
  layout: Named,
  parent: { readonly label: string; readonly href: string },
  told: Told,
  { place, figures }: PlacedFigures,
) {
  const authorities = listOf(layout, told?.id ?? null, place.id);
  const isOfSeveral = new Set(figures.map(({ indicator }) => indicator)).size > 1;
  const lines = figures.map(figure => {
    const line = lineOf(layout, figure, place, authorities);
    return isOfSeveral ? { ...line, what: withMeasure(layout, figure, line.what) } : line;
  });
  const read = lines.filter(({ row }) => row !== null);
  const parts = [...Map.groupBy(read, ({ file, publication }) => `${file} ${publication}`).values()];
  const workedOut = lines.filter(({ row }) => row === null);
  const view = {
    parent,
    list: place.href,
    heading: place.heading,
    source: place.source?.title ?? 'Worked out from the figures of this edition',
    sourceHref: place.source?.url ?? addresses.page(layout.setting.edition.id, 'methodology'),
    usual: {
      status: mostOften(lines.flatMap(({ settled }) => settled ?? [])),
      working: mostOften(read.map(({ working }) => working)),
    },
    parts: workedOut.length === 0 ? parts : [...parts, workedOut],
  };
  return pageOf(layout, 'evidence', evidenceAddress(place), view);
}

/** What most lines have to say, which a page says once; null where no two say the same. */
function mostOften(said: readonly string[]): string | null {
  const [most] = [...Map.groupBy(said, words => words)].toSorted(
    ([, one], [, other]) => other.length - one.length,
  );
  return most === undefined || most[1].length === 1 ? null : most[0];
}

/**
 * The lines of a page of evidence as a script that brings them to a page where a number is opened in place: the heading
 * and, by anchor, what a number is, its text, where it comes from as words with addresses, its working and status.
 */
export function originsFile({ href, view }: ReturnType<typeof evidencePage>): FileView {
  const origins = () =>
    view.parts.flat().map(({ anchor, what, text, file, publication, row, inputs, working, settled }) => {
      const read = `${[file, row].join(', ')}${publication === '' ? '' : `; ${publication}`}`;
      const from = row === null ? inputs.map(run => [run.text, run.href]) : [[read, null]];
      return [anchor, [what, text, from, working, settled ?? 'worked out']] as const;
    });
  return dataScript(`${href}origins.js`, () => [view.heading, Object.fromEntries(origins())]);
}

/** One line of the evidence: what a number is, and the row it was read from or the figures that it rests on. */
function lineOf(layout: Named, figure: Figure, place: EvidencePlace, authorities: string | null) {
  const { source } = figure;
  return {
    anchor: figure.id,
    what: wordsOf(layout, figure),
    text: figure.text,
    file: source?.file ?? '',
    publication: publicationOf(layout, figure),
    row: source === null ? null : rowText(source),
    inputs: source === null ? inputsOf(layout, figure, place, authorities) : [],
    working: figure.working,
    settled: figure.status,
  };
}

/** The page of every authority of a section of a chapter, where there is one: groups of a topic have none. */
function listOf({ setting, csvOfAuthorities }: Layout, theme: string | null, section: string): string | null {
  if (theme === null) return null;
  const href = addresses.authorities(setting.edition.id, theme, section);
  return [...csvOfAuthorities.values()].some(({ path }) => path.startsWith(href)) ? href : null;
}

/** Where in its file a figure stands: "line 12", and of published figures the column and the publisher's name of the series. */
function rowText({ line, column, series }: NonNullable<Figure['source']>): string {
  return series === null ? `line ${line}` : `line ${line}, column ${column} (${series})`;
}

/** The publication a row came from, with its date: "GCSE results 2012/13 (revised), 23 January 2014". */
function publicationOf({ setting: { folder } }: Layout, { publication }: Figure): string {
  const source = folder.sources.find(({ id }) => id === publication?.source);
  if (source === undefined || publication === null) return '';
  const { released } = publication;
  return `${source.title}${released === null ? '' : `, ${dateLabel(released)}`}`;
}

/** What a figure rests on, as links to its evidence; nothing where its working names the rows. */
function inputsOf(
  { printer: { link }, ...layout }: Named,
  { inputs, kind, set, of, indicator }: Figure,
  place: EvidencePlace,
  authorities: string | null,
): readonly TextRun[] {
  if (inputs.length === 0 && kind === 'rank' && set !== null && authorities !== null)
    return [linkRun(`The figures of ${of} authorities`, authorities)];
  if (kind === 'rank' && inputs.length > 1) {
    // Those that are neither the council nor near it have their evidence in the list of every authority.
    const links = inputs.map(link);
    const list = links.find(href => !href.startsWith(place.href)) ?? place.href;
    return [linkRun(`The figures of ${inputs.length} authorities`, list.replace(/#.*/, ''))];
  }
  return inputs.flatMap((input, index) => {
    // Of several measures, each is named.
    const plain = wordsOf(layout, input);
    const named = input.indicator === indicator ? plain : withMeasure(layout, input, plain);
    const what = `${named}: ${input.text}`;
    const run = linkRun(what, link(input));
    return index === 0 ? [run] : [plainRun('; '), run];
  });
}

function withMeasure({ measures }: Pick<Named, 'measures'>, { indicator }: Figure, words: string): string {
  const measure = measures.get(indicator);
  return measure === undefined ? words : `${measure.short}: ${words}`;
}

/** What a figure is, in words: areas and groups by their names, and years as its measure has them. */
function wordsOf(
  { setting: { areas, folder }, measures }: Pick<Named, 'setting' | 'measures'>,
  { what, indicator }: Figure,
): string {
  return what
    .map(word => {
      if (typeof word === 'string') return word;
      if ('year' in word) {
        const measure = measures.get(indicator);
        return measure === undefined ? periodLabel(word.year) : timeLabel(measure, word.year);
      }
      return 'area' in word
        ? (areas.get(word.area)?.name ??
            folder.neighbours.find(({ id }) => id === word.area)?.label ??
            word.area)
        : (groupLabel(folder.topics, word.group) ?? word.group.group);
    })
    .join('');
}
