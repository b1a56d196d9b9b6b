import { markOf } from '../../charts/from-findings.ts';
import type { BulletChart } from '../../model/chart.ts';
import { capital } from '../../model/spelling.ts';
import { periodLabel, timeLabel, yearsAfter } from '../../model/time.ts';
import { capitalised, type Draft, mention, say, textOf } from '../../narrative/sentence.ts';
import {
  type Block,
  type BlockTable,
  cellOf,
  type PlanSection,
  plainCell,
  plainRuns,
  statusCell,
} from '../../pages/blocks.ts';
import { draftRuns } from '../../pages/cells.ts';
import { drawn } from '../../pages/chart-views.ts';
import type { Layout } from '../../pages/material.ts';
import { measureLinks } from '../../pages/measure-links.ts';
import { statusView } from '../../pages/status-views.ts';
import type { TextRun } from '../../pages/view.ts';
import type { PartFindings } from '../../targets/findings.ts';
import { statusNames } from '../../targets/schema.ts';
import { aimDraft, operatorWords } from '../../targets/words.ts';
import type { PlanContents } from '../kit/judged.ts';
import { figureRun, type PlanLayout, sentencesBlock } from '../kit/page.ts';
import type { RowFindings, ScorecardFindings } from './findings.ts';
import type { Scorecard } from './schema.ts';
import { directionWord, type RowSaid, type scorecardSentences } from './words.ts';
import type { YearFindings } from './year-findings.ts';

type Given = PlanLayout<Scorecard, ScorecardFindings, ReturnType<typeof scorecardSentences>>;

/** The scorecard: how many measures stand where, then each measure with its targets and what the figures say. */
export function scorecardPage(given: Given): PlanContents {
  const { layout, found, said } = given;
  const source = layout.setting.folder.sources.find(({ id }) => id === found.scorecard.source);
  const published = source === undefined ? '' : ` Set in: ${source.title}.`;
  return {
    title: 'Scorecard',
    lead: `The measures by which the council judges its outcomes, what each was to reach, and where it stands by the figures.${published}`,
    sections: [
      { id: 'standing', heading: 'Where the measures stand', blocks: standingBlocks(given) },
      ...said.outcomes.map(outcome => outcomeSection(given.layout, outcome)),
    ],
  };
}

function standingBlocks(given: Given): readonly Block[] {
  const { layout, found, said } = given;
  const statuses = found.statuses.filter(({ count }) => count > 0);
  const chart = scorecardChart(found, part => textOf(aimDraft(part)));
  const told = statuses.map(({ status, count }) => `${statusView(status).word}: ${count}.`).join(' ');
  return [
    sentencesBlock(layout, said.counts),
    {
      kind: 'tally',
      items: statuses.map(({ status, figure }) => ({
        status: statusView(status),
        runs: [figureRun(layout, figure)],
      })),
    },
    ...(chart === null
      ? []
      : [
          {
            kind: 'chart',
            chart: {
              ...drawn('scorecard', 'table 1', chart, `Per cent, ${layout.setting.council.name}`, told),
              title: 'Percentages and the targets that were last due',
            },
          } as const,
        ]),
    tableOf(given),
  ];
}

function tableOf({ layout, found }: Given): BlockTable {
  const column = (text: string) => ({ text, numeric: false });
  return {
    kind: 'table',
    id: 'measures',
    number: 1,
    caption: 'Measures of the scorecard, and where they stand',
    columns: ['Measure', 'Key indicator', 'Target last due', 'Latest figure', 'Direction', 'Status'].map(
      column,
    ),
    rows: found.outcomes.flatMap(({ rows }) =>
      rows.map(each => ({
        header: plainRuns(each.row.label),
        cells: [
          plainCell(each.row.kpi ? 'Yes' : 'No'),
          cellOf(each.current === null ? plainRuns('None set') : aimRuns(layout, each, each.current)),
          cellOf(latestRuns(layout, each)),
          plainCell(directionWord(each)),
          statusCell(statusView(each.status)),
        ],
      })),
    ),
    download: null,
  };
}

function outcomeSection(layout: Layout, { outcome, rows }: Given['said']['outcomes'][number]): PlanSection {
  return {
    id: outcome.id,
    heading: outcome.label,
    blocks: [
      { kind: 'facts', items: [{ name: 'Owner', runs: plainRuns(outcome.owner) }] },
      ...(outcome.note === undefined ? [] : [{ kind: 'note', runs: plainRuns(outcome.note) } as const]),
      ...rows.map(row => entryOf(layout, row)),
    ],
  };
}

function entryOf(layout: Layout, found: RowSaid): Block {
  const { row, years, measure } = found;
  const notes = [row.note, measure === null ? row.unmeasured : undefined].flatMap(note => note ?? []);
  const links = measure === null ? [] : measureLinks(layout, [measure.id]);
  return {
    kind: 'entry',
    id: row.id,
    heading: row.label,
    status: statusView(found.status),
    standing: row.kpi ? 'key performance indicator' : null,
    blocks: [
      {
        kind: 'facts',
        items: [
          { name: 'Starting point', runs: baselineRuns(layout, found) },
          ...years.map(year => ({
            name: `Target for ${periodLabel(year.aim.year)}`,
            runs: aimRuns(layout, found, year),
          })),
          { name: 'Latest figure', runs: latestRuns(layout, found) },
          { name: 'Direction of travel', runs: plainRuns(directionWord(found)) },
        ],
      },
      ...(measure === null ? [] : [sentencesBlock(layout, found.sentences)]),
      ...[...notes, ...reportedNote(found)].map(note => ({ kind: 'note', runs: plainRuns(note) }) as const),
      ...(links.length === 0 ? [] : [{ kind: 'links', items: links } as const]),
    ],
  };
}

/** What a target asks for, in words; or why none is set. */
function aimRuns(layout: Layout, { row }: RowFindings, year: YearFindings): readonly TextRun[] {
  const { found, aim } = year;
  if (found === null) return plainRuns(aim.missing ?? 'None set');
  const { planned, measure } = found;
  const words = operatorWords[row.wants === 'increase' ? 'at-least' : 'at-most'];
  const plain: Draft = planned.aim === null ? [] : say`${words} ${mention(planned.aim)}`;
  return draftRuns(capitalised(measure === null ? plain : aimDraft(found)), layout.printer);
}

function baselineRuns(layout: Layout, { row, baseline }: RowFindings): readonly TextRun[] {
  if (baseline === null) return plainRuns(row.baseline.missing ?? 'Not given');
  const { period } = row.baseline;
  const when = period === undefined ? ', of a year that the plan does not say' : ` (${periodLabel(period)})`;
  return [figureRun(layout, baseline), ...plainRuns(when)];
}

function latestRuns(layout: Layout, { latest, measure }: RowFindings): readonly TextRun[] {
  if (latest === null || measure?.indicator == null) return plainRuns('No figure');
  return [figureRun(layout, latest), ...plainRuns(` (${timeLabel(measure.indicator, latest.period)})`)];
}

/** Where the plan's year is not that of the figures. */
function reportedNote({ row, years }: RowFindings): readonly string[] {
  const [first] = years;
  if (row.reports === 'same-year' || first === undefined) return [];
  const { year } = first.aim;
  return [
    `The plan reports results in the year after: its target for ${periodLabel(year)} is for those of ${periodLabel(yearsAfter(year, -1))}.`,
  ];
}

/** The fewest rows that make a chart of them. */
const fewest = 2;

/** What a target asks for, in words: "at least 60%". */
type AimText = (found: PartFindings) => string;

/** The percentages of a scorecard beside the numbers that they were last to reach; null where there are too few. */
function scorecardChart({ outcomes }: ScorecardFindings, aimText: AimText): BulletChart | null {
  const rows = outcomes.flatMap(each => each.rows).flatMap(row => kpiOf(row, aimText) ?? []);
  if (rows.length < fewest) return null;
  return { kind: 'bullet', scale: { suffix: '%', floor: 0, ceiling: 100 }, rows };
}

function kpiOf({ measure, current }: RowFindings, aimText: AimText): BulletChart['rows'][number] | null {
  const found = current?.found ?? null;
  if (measure?.unit !== 'percent' || found === null || found.measure?.beside !== null) return null;
  const { now, planned, status, isProjected } = found;
  if (now === null || now.amount.kind === 'refused' || planned.aim === null || isProjected) return null;
  return {
    name: measure.short,
    actual: markOf(now),
    target: { ...markOf(planned.aim), text: aimText(found) },
    status: capital(statusNames[status]),
    bands: [],
  };
}
