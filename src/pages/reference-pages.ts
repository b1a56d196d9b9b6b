import { Big } from 'big.js';
import { findingsOn } from '../judgements/findings.ts';
import { alikeOnce } from '../model/alike.ts';
import { isDistant } from '../model/area.ts';
import type { DisclosurePolicy } from '../model/council.ts';
import type { Figure } from '../model/figure.ts';
import { numberText } from '../model/format.ts';
import type { Indicator } from '../model/indicator.ts';
import { lower, slug } from '../model/spelling.ts';
import { dateLabel, periodLabel } from '../model/time.ts';
import { targetLinks } from '../targets/page.ts';
import { addresses } from './addresses.ts';
import type { SectionFile } from './data-files.ts';
import type { DatasetView } from './dataset.ts';
import type { Layout } from './material.ts';
import { measureLink } from './measure-links.ts';
import { nextReleases } from './next-releases.ts';
import { originSentences } from './origin.ts';
import type { FileView } from './page.ts';
import { levelsOf } from './parts.ts';
import type { DownloadView } from './view.ts';
import { workbookLink } from './workbook.ts';

/** Every section of an edition from A to Z. */
export function indexPage(layout: Layout) {
  const entries = layout.sections.map(({ part, theme, href }) => ({
    ...{ label: part.heading, theme: theme.label, href },
    targets: targetLinks(layout, part),
  }));
  const sorted = entries.toSorted(
    (a, b) => a.label.localeCompare(b.label, 'en-GB') || a.theme.localeCompare(b.theme, 'en-GB'),
  );
  const letterOf = (label: string) => (/^[a-z]/i.test(label) ? label.charAt(0).toUpperCase() : '0–9');
  const letters = [...new Set(sorted.map(({ label }) => letterOf(label)))];
  return {
    letters: letters.map(letter => ({
      letter,
      entries: sorted.filter(({ label }) => letterOf(label) === letter),
    })),
  };
}

/** Every section of an edition as a fragment to embed. */
export function embedPage({ setting, themes }: Layout) {
  return {
    themes: themes.map(({ found, groups }) => ({
      label: found.theme.label,
      files: groups.flatMap(({ parts }) =>
        parts.map(({ part, theme }) => ({
          href: addresses.fragment(setting.edition.id, theme.id, part.id),
          label: part.heading,
        })),
      ),
    })),
  };
}

const download = (label: string, { path }: FileView): DownloadView => ({ href: path, label });

export function downloadsPage(
  layout: Layout,
  whole: Readonly<Record<'json' | 'schema' | 'csv' | 'described' | 'measures', FileView>> & {
    readonly targets: FileView | null;
  },
  sections: readonly { readonly theme: string; readonly files: readonly SectionFile[] }[],
  dataset: DatasetView,
) {
  const { setting, themes } = layout;
  const { id } = setting.edition;
  return {
    dataset,
    workbook: {
      ...workbookLink(id, null),
      about:
        'Every table of this edition, one a worksheet, with a cover, a list of contents and notes. It opens in any spreadsheet program.',
    },
    whole: [
      {
        ...download('All figures', whole.csv),
        about:
          'Every figure of this edition, a row each, with the file and line it was read from or the figures it rests on.',
      },
      {
        ...download('All figures and sentences', whole.json),
        about: 'The same for programs, with every computed sentence and the figures it rests on.',
      },
      {
        ...download('What that file for programs holds', whole.schema),
        about: 'Its JSON Schema: each field, what it means and what it may be.',
      },
      {
        ...download('Measures', whole.measures),
        about: 'The name, unit, definition and source of each measure, by the id that the other files have.',
      },
      {
        ...download('What the CSV files hold', whole.described),
        about: 'Every CSV file of this edition and what its columns hold, as CSV on the Web metadata.',
      },
      ...(whole.targets === null
        ? []
        : [
            {
              ...download('Targets and where they stand', whole.targets),
              about:
                'Every target of the plan in force, a row for each part, with its aim, its figure and its status.',
            },
          ]),
    ],
    themes: themes.map(({ found }) => ({
      id: found.theme.id,
      label: found.theme.label,
      workbook: workbookLink(id, found.theme),
      files: (sections.find(({ theme }) => theme === found.theme.id)?.files ?? []).map(({ part, file }) =>
        download(part.heading, file),
      ),
    })),
  };
}

/** How the figures and sentences are made, with the policy, bands, breaks and notes in force and the sources of what is in the ledger. */
export function methodologyPage(layout: Layout, ledger: readonly Figure[]) {
  const { setting } = layout;
  const reported = new Set(
    layout.found.themes.flatMap(({ indicators, topics }) => [
      ...indicators.map(({ indicator }) => indicator.id),
      ...topics.flatMap(({ gaps, alone }) => [...gaps, ...alone].map(({ indicator }) => indicator.id)),
    ]),
  );
  const shown = setting.folder.indicators.filter(
    ({ id, theme }) => setting.edition.themes.includes(theme) && reported.has(id),
  );
  const used = new Set([
    ...ledger.flatMap(({ publication }) => publication?.source ?? []),
    ...(setting.neighbours === null ? [] : [setting.neighbours.source]),
  ]);
  const href = ({ id, theme }: Indicator) =>
    measureLink(layout, id)?.href ?? addresses.section(setting.edition.id, theme, id);
  return {
    neighbours: neighboursOf(layout),
    origin: originSentences(setting),
    disclosure: disclosureText(setting.folder.council.disclosure),
    bands: bandsOf(layout, shown),
    breaks: breaksOf(shown, href),
    notes: notesOf(layout),
    next: nextReleases(layout, shown),
    sources: setting.folder.sources
      .filter(({ id }) => used.has(id))
      .map(({ title, organisation, released, url, licence, note, coverage }) => ({
        title,
        organisation,
        released: released === undefined ? 'Not known' : dateLabel(released),
        href: url,
        licence,
        note: [coverage, note].filter(text => text !== undefined).join(' ') || null,
      })),
  };
}

export function glossaryPage(layout: Layout) {
  const {
    setting: { folder },
  } = layout;
  return {
    terms: folder.glossary
      .map(({ term, expansion, meaning, forms }) => ({
        id: slug(term),
        term,
        expansion: expansion ?? null,
        meaning,
        forms: forms ?? [term],
      }))
      .toSorted((a, b) => a.term.localeCompare(b.term, 'en-GB')),
  };
}

function neighboursOf({ setting }: Layout) {
  const list = setting.neighbours;
  if (list === null) return null;
  const source = setting.folder.sources.find(({ id }) => id === list.source);
  return {
    label: list.label,
    note: list.note ?? null,
    before: setting.neighboursBefore?.label ?? null,
    isDistant: isDistant(list),
    names: list.areas.map((code, at) => {
      const close = list.closeness?.[at];
      return `${setting.areas.get(code)?.name ?? code}${close === undefined ? '' : ` (${lower(close)})`}`;
    }),
    source: source?.title ?? list.source,
    sourceHref: source?.url ?? '',
  };
}

/** Every break and pause of the measures shown, once with all that it touches, in the order of their years. */
function breaksOf(indicators: readonly Indicator[], href: (indicator: Indicator) => string) {
  const told = indicators.flatMap(indicator => [
    ...indicator.breaks.map(({ from, kind, note }) => ({ from, to: from, kind, note, indicator })),
    ...indicator.pauses.map(({ from, to, because }) => ({
      ...{ from, to, kind: 'no figures', note: because, indicator },
    })),
  ]);
  return alikeOnce(told, ({ from, to, note }) => `${from}\n${to}\n${note}`)
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .map(({ from, to, kind, note, those }) => ({
      years: from === to ? periodLabel(from) : `${periodLabel(from)} to ${periodLabel(to)}`,
      ...{ kind, note },
      measures: those.map(({ indicator }) => ({ label: indicator.short, href: href(indicator) })),
    }));
}

function disclosureText(policy: DisclosurePolicy): readonly string[] {
  const most = policy['count-below'] - 1;
  return [
    `Counts of pupils from 1 to ${most} are not printed, nor are percentages and rates made from so few, nor percentages that all but so few pupils are in.`,
    `Percentages and rates of groups of ${policy['base-at-most']} pupils or fewer are not printed.`,
    `None and all, as 0% and 100%, are not printed for groups of fewer than ${policy['extremes-base-below']} pupils.`,
    `Other figures are hidden where sums, measures within others, or an earlier edition would tell more: no hidden number of pupils can be worked out to within fewer than ${policy['count-below'] - 1} values. What costs readers least is hidden: groups within groups before wards, those before groups, and everyone last.`,
    'What national bodies have printed is taken as known, and is not hidden to protect another figure. We do not promise anything against those who know more of the pupils than is printed here and by those bodies.',
  ];
}

/** What counts as near on each measure, and what says so: the spread of authorities, or the catalogue. */
function bandsOf({ setting }: Layout, indicators: readonly Indicator[]) {
  return indicators.flatMap(indicator => {
    const found = findingsOn(setting, indicator);
    if (found === null) return [];
    const { similar, slight, well, spread } = found.indicator.bands;
    // Measured bands to one place more than the measure; those that were set, as they were written.
    const upTo = (size: number) =>
      spread === null ? String(size) : numberText(new Big(size), indicator.decimals + 1);
    return [
      {
        measure: indicator.short,
        from:
          spread === null
            ? 'set for this measure'
            : `${spread.areas} authorities, ${periodLabel(spread.period)}`,
        similar: upTo(similar),
        slight: upTo(slight),
        well: upTo(well),
      },
    ];
  });
}

function notesOf({ setting, sections }: Layout) {
  const notes = sections.flatMap(({ part, href }) =>
    levelsOf(part).flatMap(({ note, figure }) =>
      note === null || figure.kind !== 'observation'
        ? []
        : [
            {
              indicator: part.heading,
              href,
              year: `${setting.areas.get(figure.area)?.name ?? figure.area}, ${periodLabel(figure.period)}`,
              note,
            },
          ],
    ),
  );
  return [
    ...new Map(notes.map(each => [JSON.stringify([each.indicator, each.year, each.note]), each])).values(),
  ];
}
