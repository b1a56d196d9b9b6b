import { gapSparkOf, sparkOf } from '../charts/from-findings.ts';
import type { Published } from '../gate/primary.ts';
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
import { numbered, sentenceView, type Table } from './cells.ts';
import { gapChartView, groupsChartView, indicatorChart, profileChartView } from './chart-views.ts';
import { localityRows, localityView } from './locality-views.ts';
import type { Layout, SectionMaterial } from './material.ts';
import { findingsIn, type Part, rankedIn, shortOf } from './parts.ts';
import { evidenceAddress } from './printer.ts';
import { comparisonTable, gapTable, gapYearsTable, groupsTable, yearsTable } from './section-tables.ts';
import { sourceViews } from './source-views.ts';
import { settledNote, settledView } from './status-views.ts';
import type { ChartView, SectionView } from './view.ts';

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

export function sectionView(
  layout: Layout,
  { part, said, theme }: SectionMaterial,
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
    paragraphs: paragraphsOf(sentences, said.paragraphs),
    chart,
    tables: tables.map((table, index) => numbered(table, firstTable + index)),
    localities: said.localities.map((each, index) =>
      localityView(layout, part.id, each, firstTable + tables.length + index),
    ),
    ...about,
    sources: sourceViews(layout.setting.folder.sources, sources),
    targets: targetLinks(layout, part),
    ...undertakenIn(layout, part),
    download: null,
    authorities:
      rankedIn(part).length === 0
        ? null
        : addresses.authorities(layout.setting.edition.id, theme.id, part.id),
    evidence: evidenceAddress({ href: addresses.evidence(layout.setting.edition.id, theme.id), id: part.id }),
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
export function byGroups(part: Part): string | null {
  if (part.kind !== 'indicator' || part.found.everyone === null || part.found.groups.length === 0)
    return null;
  return `by ${namesInWords(part.found.groups.map(({ topic }) => lower(topic.label)))}`;
}

export function sparkIn(part: Part): Spark | null {
  if (part.kind === 'gap') return gapSparkOf(part.found);
  return part.kind === 'indicator' && part.found.everyone !== null ? sparkOf(part.found.everyone) : null;
}

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
function rowsOf({ setting }: Layout, part: Part): readonly Published[] {
  if (part.kind !== 'gap')
    return findingsIn(part).flatMap(({ latest, years }) => [
      latest,
      ...years.flatMap(({ row }) => row ?? []),
    ]);
  const { indicator, topic, pair, years } = part.found;
  return years
    .toReversed()
    .flatMap(({ period }) =>
      [pair.group, pair.against].flatMap(
        group =>
          setting.known.at(indicator.id, setting.council.code, { topic: topic.id, group }, period) ?? [],
      ),
    );
}

function bodyOf(layout: Layout, part: Part, firstTable: number, title: string): Body {
  if (part.kind === 'profile') return profileBody(layout, part, firstTable, title);
  const { printer, setting } = layout;
  const council = setting.council.name;
  const rows = rowsOf(layout, part);
  const shared = { about: aboutIndicator(part.found.indicator), sources: rows.map(({ source }) => source) };
  switch (part.kind) {
    case 'indicator': {
      const { indicator, everyone, groups, localities } = part.found;
      const [topic] = groups;
      const beside = everyone === null ? null : comparisonTable(everyone, council, printer);
      return {
        ...shared,
        // An indicator with figures for groups alone shows the first topic's.
        chart:
          everyone !== null
            ? indicatorChart(part.id, firstTable, everyone, council, title)
            : topic === undefined
              ? null
              : groupsChartView(part.id, firstTable, topic, council, title),
        tables: [
          ...(everyone === null ? [] : [yearsTable(everyone, council, printer)]),
          ...(beside === null ? [] : [beside]),
          ...groups.map(each => groupsTable(each, council, printer)),
        ],
        sources: [
          ...[...rows, ...localityRows(layout, localities)].map(({ source }) => source),
          indicator.source,
        ],
      };
    }
    case 'groups':
      return {
        ...shared,
        chart: groupsChartView(part.id, firstTable, part.found, council, title),
        tables: [groupsTable(part.found, council, printer)],
      };
    case 'gap': {
      const years = gapYearsTable(part.found, printer);
      return {
        ...shared,
        chart: gapChartView(part.id, firstTable, part.found, title),
        tables: [gapTable(part.found, printer), ...(years === null ? [] : [years])],
      };
    }
  }
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
    caveats: [
      ...countedOnce(weighted),
      ...[...caveats, ...breaks].map(each => (typeof each === 'string' ? each : each.note)),
    ],
  };
}
