import {
  chartOf,
  gapChart,
  groupsChart,
  paceChart,
  profileChart,
  stripChart,
} from '../charts/from-findings.ts';
import { axisStart, tellOf } from '../charts/kinds.ts';
import { coincidencesIn } from '../charts/trend-chart.ts';
import type { Findings } from '../judgements/findings.ts';
import type { GapFindings } from '../judgements/gap.ts';
import type { Ground } from '../judgements/ground.ts';
import type { Rank } from '../judgements/rank.ts';
import type { Setting } from '../judgements/setting.ts';
import type { TopicFindings } from '../judgements/theme-findings.ts';
import type { Chart, PaceChart } from '../model/chart.ts';
import { differenceUnit, perText } from '../model/format.ts';
import type { Indicator } from '../model/indicator.ts';
import { type Unsettled, unsettled } from '../model/observation.ts';
import { capital, namesInWords } from '../model/spelling.ts';
import { dateLabel, timeLabel, yearLabel } from '../model/time.ts';
import { labelOf } from '../narrative/gap-phrases.ts';
import { capitalised, textOf } from '../narrative/sentence.ts';
import { crossingNote, wayWords } from '../narrative/trend-phrases.ts';
import type { PhaseFindings, ProfileFindings } from '../profiles/findings.ts';
import { phaseName } from '../profiles/words.ts';
import type { ChartView } from './view.ts';

/** As many letters as a chart's accessible name may have: a longer one tires a listener. */
const mostNamed = 120;

const kindNames: Record<Chart['kind'], string> = {
  trend: 'Line chart',
  comparison: 'Bar chart',
  gap: 'Gap chart',
  profile: 'Stacked bar chart',
  strip: 'Position strip',
  target: 'Line chart with a target',
  bullet: 'Bar chart with targets',
  range: 'Range chart',
  pace: 'Chart of changes',
};

/** Null when there is only one figure and nothing to set it beside. */
export function indicatorChart(
  section: string,
  table: number,
  findings: Findings,
  council: string,
  title: string,
): ChartView | null {
  const plain = chartOf(findings, council);
  if (plain === null) return null;
  const note = plain.kind === 'trend' ? crossingNote(findings) : null;
  const chart = note === null ? plain : { ...plain, crossing: textOf(capitalised(note)) };
  const { indicator, years, latest, comparators } = findings;
  const [first, last] = [years[0]?.period ?? '', latest.period];
  const when =
    chart.kind === 'comparison' || first === last
      ? timeLabel(indicator, last)
      : `${yearLabel(indicator, first)} to ${yearLabel(indicator, last)}`;
  const areas = [council, ...comparators.filter(({ former }) => former !== true).map(({ phrase }) => phrase)];
  return drawn(
    section,
    `table ${table}`,
    chart,
    `${measureText(indicator)}, ${namesInWords(areas)}, ${when}`,
    title,
  );
}

/** Null when only one has a figure and nothing to set it beside. */
export function groupsChartView(
  section: string,
  table: number,
  found: TopicFindings,
  council: string,
  title: string,
): ChartView | null {
  const chart = groupsChart(found, council);
  const [first] = found.groups;
  if (chart === null || first === undefined) return null;
  const groups = found.groups.map(({ breakdown }) => labelOf(found.topic, breakdown.group));
  const nation = chart.kind === 'comparison' ? chart.nation : undefined;
  const areas = namesInWords([council, ...(nation === undefined ? [] : [nation])]);
  const subtitle = `${measureText(found.indicator)}, ${namesInWords(groups)}, ${areas}, ${timeLabel(found.indicator, first.latest.period)}`;
  return drawn(section, `table ${table}`, chart, subtitle, title);
}

export function gapChartView(section: string, table: number, found: GapFindings, title: string): ChartView {
  const { indicator, now } = found;
  const names = gapNames(found);
  const subtitle = `${measureText(indicator)}, ${names.join(' and ')}, ${now.area.name}, ${timeLabel(indicator, now.period)}`;
  return drawn(section, `table ${table}`, gapChart(found, names), subtitle, title);
}

/** Null where only counts are given. */
export function profileChartView(
  section: string,
  table: number,
  found: ProfileFindings,
  council: string,
  title: string,
): ChartView | null {
  const { profile, asAt } = found;
  const chart = profileChart(found, phaseText);
  const by = found.kind === 'aspects' ? 'area judged' : 'phase';
  const subtitle = `Share of ${profile.unit} by grade and ${by}, ${council}, ${dateLabel(asAt)}`;
  return chart === null ? null : drawn(section, `table ${table}`, chart, subtitle, title);
}

/** The changes of a chapter's measures beside the nation's, and the name that each has in the chart and in its table. */
export function paceChartView(table: number, ground: Ground, setting: Setting, title: string) {
  const years = new Map(ground.measures.map(({ findings }) => [findings, yearsOfChange(findings)]));
  const [[usual = ''] = []] = [...Map.groupBy(years.values(), each => each)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  );
  const nameOf = (findings: Findings) => {
    const own = years.get(findings);
    return own === usual ? findings.indicator.short : `${findings.indicator.short}, ${own}`;
  };
  const when = usual.includes(' to ') ? `Change from ${usual}` : `Change since the year before, ${usual}`;
  const subtitle = `${when}, ${setting.council.name} and ${setting.nation.name}, by how far councils differ on each measure`;
  const view = drawn(
    'ground',
    `table ${table}`,
    paceChart(ground, setting, nameOf, wayWords),
    subtitle,
    title,
  );
  return { view, nameOf, when };
}

/** The year of a change, or both years where it is not since the year before. */
function yearsOfChange({ indicator, latest, change: { earlier, lastYear } }: Findings): string {
  const [from, to] = [earlier?.period ?? latest.period, latest.period].map(each =>
    yearLabel(indicator, each),
  );
  return lastYear ? (to ?? '') : `${from} to ${to}`;
}

export function stripView(
  section: string,
  table: number,
  findings: Findings,
  rank: Rank,
  { council, neighbours }: Pick<Setting, 'council' | 'neighbours'>,
  title: string,
): ChartView {
  const { indicator, latest } = findings;
  const subtitle = `${measureText(indicator)}, every authority with a figure, ${timeLabel(indicator, latest.period)}`;
  return drawn(
    section,
    `table ${table}`,
    stripChart(findings, rank, council.name, neighbours?.areas ?? []),
    subtitle,
    title,
  );
}

function gapNames({ topic, pair }: GapFindings): readonly [string, string] {
  return [labelOf(topic, pair.group), labelOf(topic, pair.against)];
}

function phaseText({ phase, shares }: PhaseFindings): string {
  return `${phaseName(phase)} (${shares.total})`;
}

/**
 * A chart with its title. Its accessible name is its kind, its title where there is room for it (its caption has that
 * too), and where its figures are, for which `data` is "table 4". What it shows is in the sentences beside it.
 */
export function drawn(
  section: string,
  data: string,
  chart: Chart,
  subtitle: string,
  title: string,
): ChartView {
  const kind = kindNames[chart.kind];
  const named = `${kind}: ${title}. Data in ${data}.`;
  const start = axisStart(chart);
  const scale = start === null ? '' : `. The axis starts at ${start}`;
  return {
    id: `chart-${section}`,
    title,
    subtitle: subtitle + scale,
    name: named.length > mostNamed ? `${kind}. Data in ${data}.` : named,
    chart,
    note: chartNote(chart),
  };
}

/** What the axis measures: "Per cent", "Points". */
export function measureText({ unit, members }: Indicator): string {
  switch (unit) {
    case 'percent':
      return 'Per cent';
    case 'per-100':
    case 'per-1000':
    case 'per-10000':
    case 'per-100000':
      return `Number ${perText(unit, members)}`;
    case 'scaled-score':
      return 'Scaled score';
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

/** What a reader must know of a drawing to read it: where lines stop, and what its hollow marks and letters mean. */
export function chartNote(chart: Chart): string | null {
  const notes = [
    ...breakNotes(chart),
    ...markNotes(chart),
    ...coincidenceNotes(chart),
    ...statusNotes(chart),
  ];
  return notes.length === 0 ? null : notes.join(' ');
}

function breakNotes(chart: Chart): readonly string[] {
  const pauses = chart.kind === 'trend' ? (chart.pauses ?? []) : [];
  const broken = (chart.kind === 'trend' || chart.kind === 'target') && chart.breaks.length > 0;
  return [
    ...(broken ? ['Lines stop at a dashed line: figures on either side of it cannot be compared.'] : []),
    ...new Set(pauses.map(({ because }) => because)),
  ];
}

/** Only of marks that the drawing shows: those of earlier years are in its table. */
function statusNotes(chart: Chart): readonly string[] {
  const { words = [], data } = tellOf(chart, 'wide');
  const rows = Object.values(data).flat();
  const shown = [...words, ...rows].map(({ text }) => String(text ?? '')).join('\n');
  const isShown = (status: Unsettled) => shown.includes(unsettled[status].symbol);
  const open = (['early', 'provisional'] as const).filter(isShown);
  const named = open.map(status => `${unsettled[status].symbol} (${status})`).join(' and ');
  const isHollow = rows.some(
    ({ status, marked }) => (status === 'early' || status === 'provisional') && marked !== false,
  );
  return [
    ...(open.length > 0
      ? [`Figures marked ${named} may still change${isHollow ? ', and have hollow marks' : ''}.`]
      : []),
    ...(open.length === 0 && isHollow ? ['A hollow mark is a figure that may still change.'] : []),
    ...(isShown('revised') ? ['Figures marked [r] have been revised.'] : []),
  ];
}

/** What marks are that no words stand beside. */
function markNotes(chart: Chart): readonly string[] {
  const hasIntervals =
    chart.kind === 'trend' &&
    chart.series.some(({ marks }) => marks.some(mark => mark?.interval !== undefined));
  const hasNeighbours = chart.kind === 'strip' && chart.others.some(({ isNeighbour }) => isNeighbour);
  return [
    ...(hasIntervals ? ['Upright lines through marks are their 95% confidence intervals.'] : []),
    ...(hasNeighbours ? ['Triangles among the dots are the statistical neighbours.'] : []),
    ...(chart.kind === 'pace' ? paceNotes(chart) : []),
  ];
}

/** What stands at the right of a chart of changes, how far its lines are apart, and what it does not draw. */
function paceNotes({ undrawn }: PaceChart): readonly string[] {
  return [
    'Further right is better, whether that means a higher or a lower figure.',
    'Faint lines are half a spread of councils apart; the table has the spread on each measure.',
    ...(undrawn === 0 ? [] : ['Measures in which least ground was gained or lost are in the table alone.']),
  ];
}

/** Two lines of which one hides the other, with all the years in which it does. */
function coincidenceNotes(chart: Chart): readonly string[] {
  if (chart.kind !== 'trend') return [];
  const pairs = Map.groupBy(coincidencesIn(chart), ({ names: [one, other] }) => `“${one}” and “${other}”`);
  return [...pairs].map(([names, spans]) => {
    const isOne = spans.length === 1 && spans[0]?.from === spans[0]?.to;
    const when = spans.map(({ from, to }) => (from === to ? `in ${from}` : `from ${from} to ${to}`));
    const [same, hiding] = isOne ? ['figure', 'mark'] : ['figures', 'line'];
    return `${names} have the same ${same} ${namesInWords(when)}: one ${hiding} hides the other.`;
  });
}
