import { gapSparkOf, sparkOf } from '../charts/from-findings.ts';
import type { Published } from '../gate/primary.ts';
import type { Findings } from '../judgements/findings.ts';
import type { Spark } from '../model/chart.ts';
import type { Indicator } from '../model/indicator.ts';
import { capital, lower, namesInWords } from '../model/spelling.ts';
import { periodLabel } from '../model/time.ts';
import { labelOf } from '../narrative/gap-phrases.ts';
import { undertakenIn } from '../plans/hub/undertakings.ts';
import { subtotalled } from '../profiles/findings.ts';
import { profileTables } from '../profiles/tables.ts';
import { countedOnce, frameworkText, profileNotes } from '../profiles/words.ts';
import { targetLinks } from '../targets/page.ts';
import { addresses } from './addresses.ts';
import { numberTables, sentenceView, type Table } from './cells.ts';
import { gapChartView, groupsChartView, indicatorChart, profileChartView } from './chart-views.ts';
import { localityRows, localityView } from './locality-views.ts';
import type { Layout, SectionMaterial } from './material.ts';
import { type Part, rankedIn, shortOf } from './parts.ts';
import { comparisonTable, gapTable, gapYearsTable, groupsTable, yearsTable } from './section-tables.ts';
import { sourceViews } from './source-views.ts';
import { settledNote, settledView } from './status-views.ts';
import type { ChartView, SectionView } from './view.ts';

/** What a kind of section brings to the layout that all sections share. */
type Body = {
  readonly chart: ChartView | null;
  readonly tables: readonly Table[];
  readonly about: {
    readonly definition: string;
    readonly method: string;
    readonly caveats: readonly string[];
  };
  readonly sources: readonly string[];
};

/** A section laid out: sentences, chart, tables, and what a reader needs to judge them. */
export function sectionView(
  layout: Layout,
  theme: string,
  { part, said }: SectionMaterial,
  firstTable: number,
): SectionView {
  const title = layout.printer.sentence(said.title).text;
  const { chart, tables, about, sources } = bodyOf(layout, part, firstTable, title);
  const sentences = said.sentences.map(sentence => sentenceView(sentence, layout.printer));
  const line = sparkIn(part);
  return {
    id: part.id,
    heading: part.heading,
    named: part.kind === 'gap' ? shortOf(part) : part.heading,
    short: shortOf(part),
    status: statusOf(part),
    finding: findingIn(part, title),
    by: byGroups(part),
    spark: line === null ? null : { id: `${part.id}-years`, line },
    sentences,
    paragraphs: paragraphsOf(sentences, said.paragraphs),
    chart,
    tables: numberTables(tables, firstTable),
    localities: said.localities.map((each, index) =>
      localityView(layout, part.id, each, firstTable + tables.length + index),
    ),
    ...about,
    sources: sourceViews(layout.setting.folder.sources, sources),
    targets: targetLinks(layout, part),
    ...undertakenIn(layout, part),
    download: null,
    authorities:
      rankedIn(part).length === 0 ? null : addresses.authorities(layout.setting.edition.id, theme, part.id),
    evidence: `${addresses.evidence(layout.setting.edition.id, theme)}#${part.id}`,
  };
}

/** The finding of a section without the name that its heading gives; where only groups have figures, what each has. */
function findingIn(part: Part, title: string): string {
  const groups = part.kind === 'groups' ? [part.found] : part.kind === 'indicator' ? part.found.groups : [];
  const isOfGroups = part.kind === 'groups' || (part.kind === 'indicator' && part.found.everyone === null);
  if (isOfGroups)
    return groups
      .flatMap(({ topic, groups }) =>
        groups.map(({ breakdown, level }) => `${labelOf(topic, breakdown.group)} ${level.figure.text}`),
      )
      .join('; ');
  const name = `${part.kind === 'profile' ? part.heading : part.found.indicator.short}: `;
  return capital(title.startsWith(name) ? title.slice(name.length) : title);
}

/** "by ethnic group": the groups that the tables of a measure of everyone have too. */
function byGroups(part: Part): string | null {
  if (part.kind !== 'indicator' || part.found.everyone === null || part.found.groups.length === 0)
    return null;
  return `by ${namesInWords(part.found.groups.map(({ topic }) => lower(topic.label)))}`;
}

/** The years of a measure for everyone, or of a gap. */
export function sparkIn(part: Part): Spark | null {
  if (part.kind === 'gap') return gapSparkOf(part.found);
  return part.kind === 'indicator' && part.found.everyone !== null ? sparkOf(part.found.everyone) : null;
}

/** The status of the latest figure of a section for everyone, or of a gap. */
function statusOf(part: Part): SectionView['status'] {
  const [figure, period] =
    part.kind === 'indicator' && part.found.everyone !== null
      ? [part.found.everyone.level.figure, part.found.everyone.latest.period]
      : part.kind === 'gap'
        ? [part.found.now.group.figure, part.found.now.period]
        : [null, ''];
  const status = figure === null ? null : settledView(figure);
  const note = figure === null ? null : settledNote(figure, periodLabel(period));
  return status === null || note === null ? null : { ...status, note };
}

function paragraphsOf<Sentence>(
  sentences: readonly Sentence[],
  lengths: readonly number[],
): readonly (readonly Sentence[])[] {
  return lengths.map((length, index) => {
    const start = lengths.slice(0, index).reduce((sum, each) => sum + each, 0);
    return sentences.slice(start, start + length);
  });
}

/** The rows whose sources a section cites: the council's own. */
function rowsOf(layout: Layout, part: Part): readonly Published[] {
  const of = (findings: Findings) => [findings.latest, ...findings.years.flatMap(({ row }) => row ?? [])];
  switch (part.kind) {
    case 'indicator':
      return [
        ...(part.found.everyone === null ? [] : [part.found.everyone]),
        ...part.found.groups.flatMap(each => each.groups),
      ].flatMap(of);
    case 'groups':
      return part.found.groups.flatMap(of);
    case 'gap': {
      const { indicator, topic, pair, years } = part.found;
      const periods = years.map(({ period }) => period).toReversed();
      const at = (group: string, period: string) =>
        layout.setting.known.at(
          indicator.id,
          layout.setting.council.code,
          { topic: topic.id, group },
          period,
        ) ?? [];
      return periods.flatMap(period => [pair.group, pair.against].flatMap(group => at(group, period)));
    }
    case 'profile':
      return [];
  }
}

function bodyOf(layout: Layout, part: Part, firstTable: number, title: string): Body {
  switch (part.kind) {
    case 'indicator':
      return indicatorBody(layout, part, firstTable, title);
    case 'groups':
      return groupsBody(layout, part, firstTable, title);
    case 'gap':
      return gapBody(layout, part, firstTable, title);
    case 'profile':
      return profileBody(layout, part, firstTable, title);
  }
}

function indicatorBody(
  layout: Layout,
  part: Extract<Part, { kind: 'indicator' }>,
  firstTable: number,
  title: string,
): Body {
  const { printer, setting } = layout;
  const { indicator, everyone, groups } = part.found;
  const council = setting.council.name;
  const beside = everyone === null ? null : comparisonTable(everyone, council, printer);
  return {
    chart:
      everyone === null
        ? groupsOnly(part, firstTable, council, title)
        : indicatorChart(part.id, firstTable, everyone, council, title),
    tables: [
      ...(everyone === null ? [] : [yearsTable(everyone, council, printer)]),
      ...(beside === null ? [] : [beside]),
      ...groups.map(topic => groupsTable(topic, council, printer)),
    ],
    about: aboutIndicator(indicator),
    sources: [
      ...[...rowsOf(layout, part), ...localityRows(layout, part.found.localities)].map(row => row.source),
      indicator.source,
    ],
  };
}

/** An indicator with figures for groups alone shows the first topic's. */
function groupsOnly(
  part: Extract<Part, { kind: 'indicator' }>,
  firstTable: number,
  council: string,
  title: string,
): ChartView | null {
  const [topic] = part.found.groups;
  return topic === undefined ? null : groupsChartView(part.id, firstTable, topic, council, title);
}

function groupsBody(
  layout: Layout,
  part: Extract<Part, { kind: 'groups' }>,
  firstTable: number,
  title: string,
): Body {
  return {
    chart: groupsChartView(part.id, firstTable, part.found, layout.setting.council.name, title),
    tables: [groupsTable(part.found, layout.setting.council.name, layout.printer)],
    about: aboutIndicator(part.found.indicator),
    sources: rowsOf(layout, part).map(row => row.source),
  };
}

function gapBody(
  layout: Layout,
  part: Extract<Part, { kind: 'gap' }>,
  firstTable: number,
  title: string,
): Body {
  const years = gapYearsTable(part.found, layout.printer);
  return {
    chart: gapChartView(part.id, firstTable, part.found, title),
    tables: [gapTable(part.found, layout.printer), ...(years === null ? [] : [years])],
    about: aboutIndicator(part.found.indicator),
    sources: rowsOf(layout, part).map(row => row.source),
  };
}

function profileBody(
  layout: Layout,
  part: Extract<Part, { kind: 'profile' }>,
  firstTable: number,
  title: string,
): Body {
  const { profile, rows } = part.found;
  // The chart prints the share of each grade where the tables give counts.
  for (const { parts } of subtotalled(part.found)) for (const { share } of parts) layout.printer.link(share);
  const notes = [...new Set(rows.flatMap(({ note }) => note ?? []))];
  return {
    chart: profileChartView(part.id, firstTable + 1, part.found, layout.setting.council.name, title),
    tables: profileTables(part.found, layout.printer),
    about: {
      definition: profile.definition,
      method: `${profile.method} ${frameworkText(profile)}`,
      caveats: [
        ...countedOnce(profile.kind === 'programme' || profile.kind === 'levels' ? undefined : profile.unit),
        ...profile.caveats,
        ...notes,
        ...profileNotes(part.found),
      ],
    },
    sources: rows.map(({ source }) => source),
  };
}

function aboutIndicator({ definition, method, caveats, breaks, weighted }: Indicator): Body['about'] {
  return {
    definition,
    method,
    caveats: [...countedOnce(weighted), ...caveats, ...breaks.map(({ note }) => note)],
  };
}
