import { isLocalityKind } from '../model/area.ts';
import { dateLabel } from '../model/date.ts';
import type { Figure } from '../model/figure.ts';
import { periodLabel } from '../model/period.ts';
import { isPlanKind, planNames } from '../model/plan-files.ts';
import { localityWords } from '../narrative/locality-phrases.ts';
import { addresses } from './addresses.ts';
import { editionView } from './edition-view.ts';
import type { Layout } from './material.ts';
import type { EvidenceLine, EvidenceView } from './page-views.ts';
import { describeTarget, publishedIn } from './target-names.ts';
import type { Run } from './view.ts';

/** The figures of one section, for its evidence. */
export type EvidenceSection = {
  readonly id: string;
  readonly heading: string;
  readonly source: { readonly title: string; readonly url: string } | null;
  readonly figures: readonly Figure[];
};

/** "Where the numbers come from" for a theme, or for the executive summary when `theme` is null. */
export function evidencePage(
  layout: Layout,
  theme: { readonly id: string; readonly label: string } | null,
  sections: readonly EvidenceSection[],
  ledger: ReadonlyMap<string, Figure>,
  latest: string,
): EvidenceView {
  const { edition } = layout.setting;
  const own = new Set(sections.flatMap(({ figures }) => figures.map(({ id }) => id)));
  return {
    href: addresses.evidence(edition.id, theme?.id ?? null),
    edition: editionView(layout, latest),
    theme:
      theme === null
        ? { label: 'Executive summary', href: addresses.edition(edition.id) }
        : { label: theme.label, href: addresses.theme(edition.id, theme.id) },
    sections: unique(sections).map(({ id, heading, source, figures }) => ({
      id,
      heading,
      source: source?.title ?? 'Worked out from the figures of this edition',
      sourceHref: source?.url ?? addresses.page(edition.id, 'methodology'),
      lines: figures.map(figure => lineOf(layout, figure, ledger, own)),
    })),
  };
}

/** Each figure once, at the first section that has it, so that its id is one anchor. */
function unique(sections: readonly EvidenceSection[]): readonly EvidenceSection[] {
  const seen = new Set<string>();
  return sections.map(section => ({
    ...section,
    figures: section.figures.filter(({ id }) => !seen.has(id) && seen.add(id)),
  }));
}

function lineOf(
  layout: Layout,
  figure: Figure,
  ledger: ReadonlyMap<string, Figure>,
  own: ReadonlySet<string>,
): EvidenceLine {
  return {
    anchor: figure.id,
    what: describe(layout, figure),
    text: figure.text,
    from:
      figure.source === null
        ? inputsOf(layout, figure, ledger, own)
        : [plain(`${figure.source.file}, line ${figure.source.line}${publicationOf(layout, figure)}`)],
    working: figure.working,
    status: figure.status ?? 'worked out',
  };
}

/** The publication a row came from, with its date: "; GCSE results 2012/13 (revised), 23 January 2014". */
function publicationOf({ setting, folder }: Layout, figure: Figure): string {
  const { indicator, area, breakdown, period } = figure;
  const row =
    figure.kind === 'target'
      ? publishedIn({ setting, folder }, figure)
      : setting.known.at(indicator, area, breakdown, period);
  const source = folder.sources.find(({ id }) => id === row?.source);
  if (source === undefined) return '';
  const released = row?.released ?? null;
  return `; ${source.title}${released === null ? '' : `, ${dateLabel(released)}`}`;
}

/** The inputs as links to their own evidence. */
function inputsOf(
  layout: Layout,
  { inputs, kind }: Figure,
  ledger: ReadonlyMap<string, Figure>,
  own: ReadonlySet<string>,
): readonly Run[] {
  if (inputs.length === 0) return [plain('Worked out')];
  const [first = ''] = inputs;
  if (kind === 'rank' && inputs.length > 1) {
    const list = layout.evidenceOf(inputs.find(id => !own.has(id)) ?? first);
    return [
      { text: `The figures of ${inputs.length} authorities`, figure: null, href: list.replace(/#.*/, '') },
    ];
  }
  return inputs.flatMap((id, index) => {
    const input = ledger.get(id);
    const run = {
      text: input === undefined ? id : `${describe(layout, input)}: ${input.text}`,
      figure: null,
      href: own.has(id) ? `#${id}` : layout.evidenceOf(id),
    };
    return index === 0 ? [run] : [plain('; '), run];
  });
}

/** The day a figure is as at, where it has one: a year may have several. */
function dayOr({ asAt }: Figure, year: string): string {
  return asAt === null ? year : dateLabel(asAt);
}

/** What a figure is, in a few words: "Cheshire East, 2013/14", "Change from 2012/13 to 2013/14, boys". */
function describe({ setting, folder }: Layout, figure: Figure): string {
  const { kind, area, period, against, breakdown, part } = figure;
  const topic = folder.topics.find(({ id }) => id === breakdown.topic);
  const group = topic?.groups.find(({ id }) => id === breakdown.group)?.label ?? breakdown.group;
  const who = breakdown.topic === 'Total' ? '' : `, ${group}`;
  const name = setting.areas.get(area)?.name ?? area;
  const year = periodLabel(period);
  const other =
    against === null
      ? ''
      : (setting.areas.get(against)?.name ??
        folder.neighbours.find(({ id }) => id === against)?.label ??
        against);
  if (isPlanKind(figure.indicator)) return `${planNames[figure.indicator]}, ${part}`;
  switch (kind) {
    case 'observation':
      return `${name}${who}, ${year}`;
    case 'change':
      if (figure.asAt !== null) return `Change to ${dateLabel(figure.asAt)}${who}`;
      if (part === 'rank') return `Places moved since ${against === null ? '' : periodLabel(against)}${who}`;
      return `${part === null ? 'Change' : 'Change in the gap'} ${against === null ? `to ${year}` : `from ${periodLabel(against)} to ${year}`}${who}`;
    case 'difference':
      if (part === 'relative') return `Difference from ${other} in per cent${who}, ${year}`;
      if (part !== null) return `How much wider the gap is than in ${other}${who}, ${year}`;
      return `Difference from ${other}${who}, ${year}`;
    case 'neighbour-mean':
      return `Average of statistical neighbours${who}, ${year}`;
    case 'group-gap':
      return `Gap between ${topic?.groups.find(({ id }) => id === against)?.label ?? against} and ${group}, ${name}, ${year}`;
    case 'share':
      return `${part}, share, ${breakdown.group}, ${name}, ${dayOr(figure, year)}`;
    case 'count':
      if (isLocalityKind(against))
        return `${capital(localityWords[against][1])}: ${localityParts[part ?? ''] ?? part}, ${year}`;
      if (figure.indicator === 'targets') return `Targets, ${part}`;
      if (part === 'base') return `Number in the group${who}, ${name}, ${year}`;
      return breakdown.topic === 'Phase' || breakdown.topic === 'Aspect'
        ? `${part}, ${breakdown.group}, ${name}, ${dayOr(figure, year)}`
        : `Measures beside ${other}: ${part}`;
    case 'money':
      return `Money, ${part}, ${year}`;
    case 'record':
      return `${capital(part ?? '')} of the comparable years${who}, ${year}`;
    case 'streak':
      return `Number of years in a row${who}, to ${year}`;
    case 'spread':
      if (isLocalityKind(against)) return `Highest less lowest of the ${localityWords[against][1]}, ${year}`;
      return `Highest less lowest${who}, ${against === null ? '' : `${periodLabel(against)} to `}${year}`;
    case 'equivalent':
      return `Number of pupils that the ${part === 'change' ? 'change' : 'difference'} stands for${who}, ${year}`;
    case 'one-pupil':
      return `What one of the group is worth${who}, ${year}`;
    case 'rank':
      return `Place among authorities${who}, ${year}`;
    case 'band':
      return `Quarter of authorities${who}, ${year}`;
    case 'target':
      return describeTarget(folder, figure);
  }
}

/** What is counted of wards or localities. */
const localityParts: Readonly<Record<string, string>> = {
  listed: 'all',
  held: 'with a figure',
  suppressed: 'suppressed',
  worse: 'worse than the council',
  above: 'above the council',
  open: 'too close to the council to say',
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function plain(text: string): Run {
  return { text, figure: null, href: null };
}
