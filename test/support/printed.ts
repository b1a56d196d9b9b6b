// Everything that is printed of a random report: sentences of every kind, and the tables beside them.

import { chartOf, gapChart, groupsChart, stripChart } from '../../src/charts/from-findings.ts';
import type { Findings } from '../../src/judgements/findings.ts';
import { tileComparison } from '../../src/narrative/comparison-phrases.ts';
import { keyMessages } from '../../src/narrative/key-messages.ts';
import { findingTitle, summarySentence } from '../../src/narrative/phrases.ts';
import { questionsOf } from '../../src/narrative/questions.ts';
import { gapSentences, groupsSentences, indicatorSentences } from '../../src/narrative/section-sentences.ts';
import { capitalised, type Draft, type Written, written } from '../../src/narrative/sentence.ts';
import { crossingNote } from '../../src/narrative/trend-phrases.ts';
import type { Table } from '../../src/pages/cells.ts';
import { unlinked } from '../../src/pages/printer.ts';
import { comparisonTable, gapTable, groupsTable, yearsTable } from '../../src/pages/section-tables.ts';
import { council } from './findings.ts';
import type { RandomReport } from './random-report.ts';
import type { Subject } from './reader.ts';

/** What is printed of one indicator for everyone or for a group: its sentences, and its tables for the reader. */
export type Printed = {
  readonly findings: Findings;
  readonly subject: Subject;
  readonly sentences: readonly Written[];
  /** Those of its section alone. */
  readonly section: readonly Written[];
};

const period = '201314';
function themesOf({ found }: RandomReport) {
  return found.themes;
}

/** What is made of a report, made once. */
function once<Made>(make: (report: RandomReport) => Made): (report: RandomReport) => Made {
  const made = new WeakMap<RandomReport, Made>();
  return report => {
    const held = made.get(report) ?? make(report);
    made.set(report, held);
    return held;
  };
}

/** Everything printed of single findings: the section, the summary, the line of a list, the title, the tile. */
export const printedOf = once(printedIn);

function printedIn(report: RandomReport): readonly Printed[] {
  return themesOf(report).flatMap(({ indicators, topics }) => [
    ...indicators.flatMap(found => {
      const { everyone, groups } = found;
      const section = indicatorSentences(found.indicator.id, { ...found, groups: [] }, period);
      return [
        ...(everyone === null
          ? []
          : [
              printed(report, everyone, section.sentences, [
                section.title,
                ...(section.rank === null ? [] : [section.rank.title]),
              ]),
            ]),
        ...groups.flatMap(topic => groupLines(report, topic)),
      ];
    }),
    ...topics.flatMap(({ alone }) => alone.flatMap(topic => groupLines(report, topic))),
  ]);
}

function groupLines(report: RandomReport, topic: Parameters<typeof groupsSentences>[1]): readonly Printed[] {
  const { sentences } = groupsSentences('groups', topic);
  return topic.groups.map((findings, index) => ({
    findings,
    subject: report.subjectOf(findings),
    sentences: sentences.slice(index, index + 1),
    section: sentences.slice(index, index + 1),
  }));
}

function printed(
  report: RandomReport,
  findings: Findings,
  section: readonly Written[],
  titles: readonly Written[],
): Printed {
  const drafts: readonly (Draft | null)[] = [
    summarySentence(findings, period),
    findingTitle(findings),
    tileComparison(findings),
    // What stands in the plot of its chart.
    noteInPlot(findings),
  ];
  const others = drafts.flatMap((draft, index) => (draft === null ? [] : written(`other.${index}`, draft)));
  return {
    findings,
    subject: report.subjectOf(findings),
    section,
    sentences: [...section, ...titles, ...others],
  };
}

function noteInPlot(findings: Findings): Draft | null {
  const note = crossingNote(findings);
  return note === null ? null : capitalised(note);
}

/** Everything printed of gaps. */
export const gapsOf = once(gapsIn);

function gapsIn(report: RandomReport) {
  const gaps = themesOf(report).flatMap(({ topics }) => topics.flatMap(({ gaps }) => gaps));
  return gaps.map(gap => {
    const section = gapSentences('gap', gap, report.found.setting);
    return { gap, subject: report.gapSubjectOf(gap), sentences: [...section.sentences, section.title] };
  });
}

/** Key messages, questions and the home page. */
export const summariesOf = once(summariesIn);

function summariesIn({ found }: RandomReport): readonly Written[] {
  return [
    ...found.themes.flatMap(theme => [
      ...keyMessages(found.setting, theme),
      ...questionsOf(found.setting, theme).map(({ question }) => question),
    ]),
  ];
}

/** Every sentence of a report. */
export function allSentences(report: RandomReport): readonly Written[] {
  return [
    ...printedOf(report).flatMap(({ sentences }) => sentences),
    ...gapsOf(report).flatMap(({ sentences }) => sentences),
    ...summariesOf(report),
  ];
}

/** Every table of a report. */
export function tablesOf(report: RandomReport): readonly Table[] {
  return [
    ...printedOf(report).flatMap(({ findings }) => [
      yearsTable(findings, council.name, unlinked),
      ...[comparisonTable(findings, council.name, unlinked)].filter(table => table !== null),
    ]),
    ...gapsOf(report).map(({ gap }) => gapTable(gap, unlinked)),
    ...themesOf(report).flatMap(({ indicators }) =>
      indicators.flatMap(({ groups }) => groups.map(topic => groupsTable(topic, council.name, unlinked))),
    ),
  ];
}

/** The words and numbers on the charts of a report, as they are drawn. */
export function chartTextsOf(report: RandomReport): readonly string[] {
  const charts = themesOf(report).flatMap(({ indicators, topics }) => [
    ...indicators.flatMap(({ everyone, groups }) => [
      everyone === null ? null : chartOf(everyone, council.name),
      ...groups.map(topic => groupsChart(topic, council.name)),
      everyone?.rank?.outcome === 'ranked' ? stripChart(everyone, everyone.rank, council.name, []) : null,
    ]),
    ...topics.flatMap(({ gaps }) => gaps.map(gap => gapChart(gap, ['Boys', 'Girls']))),
  ]);
  return charts.flatMap(textsIn);
}

/** Every text and number within some data; a number as it would be printed, so that minus zero shows. */
function textsIn(data: unknown): readonly string[] {
  if (typeof data === 'string') return [data];
  if (typeof data === 'number') return Object.is(data, -0) ? ['−0'] : [];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(textsIn) : [];
}
