import { chartOf, gapChart, groupsChart, profileChart, stripChart } from '../charts/from-findings.ts';
import { axisStart } from '../charts/layout.ts';
import type { Findings } from '../judgements/findings.ts';
import type { GapFindings } from '../judgements/gap.ts';
import type { Rank } from '../judgements/rank.ts';
import type { TopicFindings } from '../judgements/theme-findings.ts';
import type { Chart } from '../model/chart.ts';
import { differenceUnit } from '../model/format.ts';
import type { Indicator } from '../model/indicator.ts';
import { capital } from '../model/spelling.ts';
import { dateLabel, periodLabel, timeLabel } from '../model/time.ts';
import { labelOf } from '../narrative/gap-phrases.ts';
import type { ProfileFindings } from '../profiles/findings.ts';
import type { PhaseFindings } from '../profiles/snapshot.ts';
import { phaseName } from '../profiles/words.ts';
import { chartNote } from './chart-notes.ts';
import { exceptionsOf } from './chart-told.ts';
import type { ChartView } from './view.ts';

/** A chart laid out but for its title, which is a sentence of the ledger. */
export type Drawn = Omit<ChartView, 'title'>;

const kindNames: Record<Chart['kind'], string> = {
  trend: 'Line chart',
  comparison: 'Bar chart',
  gap: 'Gap chart',
  profile: 'Stacked bar chart',
  strip: 'Position strip',
  slope: 'Slope chart',
  multiples: 'Set of small line charts',
  target: 'Line chart with a target',
  bullet: 'Bar chart with targets',
  range: 'Range chart',
};

/** The chart of an indicator, or null when there is only one figure and nothing to set it beside. */
export function indicatorChart(
  section: string,
  table: number,
  findings: Findings,
  council: string,
  told: string,
): Drawn | null {
  const chart = chartOf(findings, council);
  if (chart === null) return null;
  const { indicator, years, latest, comparators } = findings;
  const [first, last] = [years[0]?.period ?? '', latest.period];
  const when =
    chart.kind === 'comparison' || first === last
      ? periodLabel(last)
      : `${periodLabel(first)} to ${periodLabel(last)}`;
  const areas = [council, ...comparators.map(({ phrase }) => phrase)];
  return drawn(
    section,
    `table ${table}`,
    chart,
    `${measureText(indicator)}, ${listText(areas)}, ${when}`,
    told,
  );
}

/** The chart of a topic's groups, or null when only one has a figure and nothing to set it beside. */
export function groupsChartView(
  section: string,
  table: number,
  found: TopicFindings,
  council: string,
  told: string,
): Drawn | null {
  const chart = groupsChart(found, council);
  const [first] = found.groups;
  if (chart === null || first === undefined) return null;
  const groups = found.groups.map(({ breakdown }) => labelOf(found.topic, breakdown.group));
  const subtitle = `${measureText(found.indicator)}, ${listText(groups)}, ${council}, ${periodLabel(first.latest.period)}`;
  return drawn(section, `table ${table}`, chart, subtitle, told);
}

/** The chart of a gap between two groups. */
export function gapChartView(section: string, table: number, found: GapFindings, told: string): Drawn {
  const { indicator, now } = found;
  const names = gapNames(found);
  const subtitle = `${measureText(indicator)}, ${names.join(' and ')}, ${now.area.name}, ${periodLabel(now.period)}`;
  return drawn(section, `table ${table}`, gapChart(found, names), subtitle, told);
}

/** The chart of a profile; null where only counts are given. */
export function profileChartView(
  section: string,
  table: number,
  found: ProfileFindings,
  council: string,
  told: string,
): Drawn | null {
  const { profile, asAt } = found;
  const chart = profileChart(found, phaseText);
  const by = found.kind === 'aspects' ? 'area judged' : 'phase';
  const subtitle = `Share of ${profile.unit} by grade and ${by}, ${council}, ${dateLabel(asAt)}`;
  return chart === null ? null : drawn(section, `table ${table}`, chart, subtitle, told);
}

/** The strip of every authority. */
export function stripView(
  section: string,
  table: number,
  findings: Findings,
  rank: Rank,
  council: string,
  told: string,
): Drawn {
  const { indicator, latest } = findings;
  const subtitle = `${measureText(indicator)}, every authority with a figure, ${timeLabel(indicator, latest.period)}`;
  return drawn(section, `table ${table}`, stripChart(findings, rank, council), subtitle, told);
}

function gapNames({ topic, pair }: GapFindings): readonly [string, string] {
  return [labelOf(topic, pair.group), labelOf(topic, pair.against)];
}

function phaseText({ phase, shares }: PhaseFindings): string {
  return `${phaseName(phase)} (${shares.total})`;
}

/** A chart under its accessible name; `data` says where its figures are: "table 4". */
export function drawn(section: string, data: string, chart: Chart, subtitle: string, told: string): Drawn {
  const id = `chart-${section}`;
  const name = `${kindNames[chart.kind]}. ${told}${exceptionsOf(chart)} Data in ${data}.`;
  const start = axisStart(chart);
  const scale = start === null ? '' : `. The axis starts at ${start}`;
  return { id, subtitle: subtitle + scale, name, chart, note: chartNote(chart) };
}

/** What the axis measures: "Per cent", "Points". */
export function measureText({ unit }: Indicator): string {
  switch (unit) {
    case 'percent':
      return 'Per cent';
    case 'per-100':
      return 'Number per 100 pupils';
    case 'percentage-points':
    case 'points':
    case 'pupils':
    case 'schools':
    case 'incidents':
    case 'pounds': {
      const text = differenceUnit(unit);
      return capital(text);
    }
  }
}

function listText(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(names);
}
