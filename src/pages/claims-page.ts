import { type Refused, refusalsOf } from '../judgements/refusals.ts';
import { groupLabel } from '../model/breakdown.ts';
import { type Figure, refusals } from '../model/figure.ts';
import { type Status, statuses } from '../model/observation.ts';
import { dateLabel, timeLabel } from '../model/time.ts';
import { addresses } from './addresses.ts';
import { sentenceView } from './cells.ts';
import type { Layout, PlacedSentence } from './material.ts';
import { pageOf } from './page.ts';

/** Every sentence of an edition and every officer's claim, and what would make it false (F52). */
export function claimsPage(layout: Layout, placed: readonly PlacedSentence[]) {
  const { setting, claims } = layout;
  const edition = setting.edition.id;
  const register = sourceRegister(layout);
  const pages = [
    { id: 'summary', heading: 'Executive summary', href: addresses.edition(edition) },
    ...layout.themes.map(({ found: { theme } }) => ({
      id: theme.id,
      heading: theme.label,
      href: addresses.theme(edition, theme.id),
    })),
    ...(layout.targets === null
      ? []
      : [{ id: 'targets', heading: 'Targets', href: addresses.page(edition, 'targets') }]),
    ...layout.plans.map(({ id, name }) => ({ id, heading: name, href: addresses.plan(edition, id) })),
  ];
  const groups = pages.map(page => ({
    ...page,
    claims: placed
      .filter(each => each.page === page.href || (page.id !== 'summary' && each.page.startsWith(page.href)))
      .map(each => claimView(layout, register, each)),
  }));
  return pageOf(layout, 'claims', addresses.page(edition, 'claims'), {
    officers: claims.map(({ id, text, page, facts }) => ({
      id,
      text,
      href: page,
      facts: facts.map(({ fact, says, figures }) => ({
        fact,
        says,
        ...restsOn(register, figures),
      })),
    })),
    groups,
    expired: groups.flatMap(({ claims }) => claims).filter(({ expired }) => expired !== null).length,
    sources: register.titles(),
    unsaid: unsaidViews(layout),
  });
}

type Register = {
  /** The rows behind a figure, each source as its number in the page's list. */
  readonly behind: (figures: readonly Figure[]) => readonly Behind[];
  readonly titles: () => readonly {
    readonly number: number;
    readonly title: string;
    readonly href: string;
  }[];
};

type Behind = { readonly source: number | null; readonly status: Status; readonly released: string | null };

/** Finds what rows a figure rests on, through all its inputs, and numbers their sources as they are met. */
function sourceRegister({ setting: { folder } }: Layout): Register {
  const numbers = new Map<string, number>();
  const held = new Map<string, readonly Behind[]>();
  const numberOf = (source: string) => {
    const number = numbers.get(source) ?? numbers.size + 1;
    numbers.set(source, number);
    return number;
  };
  const alike = new Map<string, Behind>();
  /** The same of all rows that are alike. */
  const rowOf = (figure: Figure): Behind => {
    const source = figure.publication === null ? null : numberOf(figure.publication.source);
    const released = figure.publication?.released ?? null;
    const status = figure.status ?? 'final';
    const name = `${source} ${released} ${status}`;
    const row = alike.get(name) ?? { source, status, released };
    alike.set(name, row);
    return row;
  };
  const isRow = ({ kind, source }: Figure) =>
    kind === 'observation' || (kind === 'target' && source !== null);
  const rowsOf = (figure: Figure): readonly Behind[] => {
    const known = held.get(figure.id);
    if (known !== undefined) return known;
    // A figure made of a set of published ones has the publication of that.
    const ofSet = figure.set !== null && figure.publication !== null ? [rowOf(figure)] : [];
    const rows = isRow(figure) ? [rowOf(figure)] : [...new Set([...ofSet, ...figure.inputs.flatMap(rowsOf)])];
    held.set(figure.id, rows);
    return rows;
  };
  return {
    behind: figures => [...new Set(figures.flatMap(rowsOf))],
    titles: () =>
      [...numbers].map(([id, number]) => {
        const source = folder.sources.find(each => each.id === id);
        return { number, title: source?.title ?? id, href: source?.url ?? '' };
      }),
  };
}

function claimView(layout: Layout, register: Register, { sentence }: PlacedSentence) {
  const { figures } = sentence;
  const rests = restsOn(register, figures);
  const isCounted = rests.basis !== null && figures.some(({ kind }) => kind === 'count');
  return {
    about: aboutOf(layout, figures),
    sentence: sentenceView(sentence, layout.printer),
    ...rests,
    falseIf: isCounted ? ['the count is wrong'] : falsifiersOf(figures),
    expired: expiryOf(layout, figures),
    override: sentence.override ?? null,
  };
}

function aboutOf({ setting: { folder } }: Layout, figures: readonly Figure[]): string | null {
  const names = [...new Set(figures.map(({ indicator }) => indicator))];
  const [only] = folder.indicators.filter(({ id }) => names.length === 1 && id === names[0]);
  return only?.short ?? null;
}

/** The least settled status behind some figures, the day by which all were out, and their sources. */
function restsOn(register: Register, figures: readonly Figure[]) {
  const rows = register.behind(figures);
  const least = statuses.find(status => rows.some(row => row.status === status)) ?? null;
  const last =
    rows
      .map(({ released }) => released ?? '')
      .toSorted()
      .at(-1) ?? '';
  const sources = rows.flatMap(({ source }) => source ?? []).toSorted((a, b) => a - b);
  return {
    status: least,
    asAt: last === '' ? null : dateLabel(last),
    sources: [...new Set(sources)],
    basis: rows.length > 0 ? null : figures.length > 0 ? 'Counted from the plan' : 'It prints no figure',
  };
}

/** A claim of rank dies when a newer release of its measure is in the data (X04). */
function expiryOf({ setting }: Layout, figures: readonly Figure[]): string | null {
  const ranked = figures.find(({ kind }) => kind === 'rank' || kind === 'band');
  const newer = ranked === undefined ? null : setting.known.newer(ranked.indicator);
  const indicator = setting.folder.indicators.find(({ id }) => id === ranked?.indicator);
  if (newer === null || indicator === undefined) return null;
  const when = newer.released === null ? '' : `, released ${dateLabel(newer.released)}`;
  return `figures for ${timeLabel(indicator, newer.period)} are out${when}`;
}

/** What is not said, by reason: each measure once for each kind of thing that might have been said. */
function unsaidViews(layout: Layout) {
  const unsaid = refusalsOf(layout.found);
  const reasons = [...new Set(unsaid.map(({ because }) => because))];
  return reasons.map(because => ({
    reason: refusals[because],
    items: [
      ...new Set(
        unsaid
          .filter(each => each.because === because)
          .map(each => `${patternNames[each.pattern]}: ${each.indicator.short}${groupOf(layout, each)}`),
      ),
    ],
  }));
}

const patternNames: Readonly<Record<Refused['pattern'], string>> = {
  change: 'Change',
  difference: 'Comparison',
  streak: 'Run of years',
  record: 'Record',
  crossing: 'Coming past the nation',
  rank: 'Rank',
  'rank-move': 'Move in rank',
  'group-gap': 'Gap',
  spread: 'Highest and lowest within the council',
};

function groupOf({ setting: { folder } }: Layout, { breakdown }: Refused): string {
  const group = groupLabel(folder.topics, breakdown);
  return group === null ? '' : `, ${group.toLowerCase()}`;
}

/** What would make a sentence false (F52): a clause for each kind of figure that it prints, the plain levels last. */
export function falsifiersOf(figures: readonly Figure[]): readonly string[] {
  const judged = figures.filter(({ kind }) => kind !== 'observation');
  const deciding = judged.length > 0 ? judged : figures;
  return [...new Set(deciding.map(({ falseIf }) => falseIf))];
}
