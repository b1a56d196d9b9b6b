import type { Chart, Mark } from '../model/chart.ts';
import { unsettled } from '../model/observation.ts';
import type { SectionSentences } from '../narrative/section-sentences.ts';

/** As many letters as a chart's name may have of all sentences, and of those that it must have: longer tires a listener. */
const [mostTold, mostNeeded] = [300, 480];

/**
 * What a chart is told as to those who do not see it: the level, its change and where it stands, and of the other
 * sentences as many as can be borne, in the order they are read. A sentence too long for what room is left is passed
 * over for the next; the sentences themselves stand beside the chart in full.
 */
export function toldOf({
  sentences,
  paragraphs,
}: Pick<SectionSentences, 'sentences' | 'paragraphs'>): string {
  // Lines on groups may follow the comparison for everyone, which the chart shows.
  const beside = sentences.findIndex(
    ({ figures }, index) =>
      index > 1 &&
      figures.some(({ kind, breakdown }) => kind === 'difference' && breakdown.topic === 'Total'),
  );
  const comparison = beside === -1 ? sentences.length - (paragraphs.at(-1) ?? 0) : beside;
  const rank = (index: number) => (index < 2 ? index : index === comparison ? 2 : 3 + index);
  const wanted = sentences.map((_, index) => index).toSorted((a, b) => rank(a) - rank(b));
  const chosen: number[] = [];
  let length = 0;
  for (const index of wanted) {
    const own = (sentences[index]?.text.length ?? 0) + 1;
    const most = rank(index) <= 2 ? mostNeeded : mostTold;
    if (chosen.length > 0 && length + own > most) continue;
    chosen.push(index);
    length += own;
  }
  return chosen
    .toSorted((a, b) => a - b)
    .map(index => sentences[index]?.text ?? '')
    .join(' ');
}

/** A mark as it is read out: "84% (provisional)". */
export function spokenOf({ text, status }: Mark): string {
  return status === undefined ? text : `${text} (${unsettled[status].meaning})`;
}

/** What is out of the ordinary in a chart: years that may not be compared, and figures that are withheld or missing. */
export function exceptionsOf(chart: Chart): string {
  const breaks =
    chart.kind === 'trend' || chart.kind === 'target'
      ? chart.breaks
          // One at the latest year is said of its change.
          .filter(({ before }) => before > 0 && before < chart.periods.length - 1)
          .map(({ before, note }) => `${note} from ${chart.periods[before]}: no line joins earlier years.`)
      : [];
  const absent = absentIn(chart);
  const none = absent.length === 0 ? [] : [`No figure is shown for ${listText(absent)}.`];
  return [...breaks, ...none].map(sentence => ` ${sentence}`).join('');
}

/** The names, or the council's years, that have a symbol in place of a figure. */
function absentIn(chart: Chart): readonly string[] {
  switch (chart.kind) {
    case 'trend':
      return yearsWithout(chart.series.find(({ role }) => role === 'council')?.marks ?? [], chart.periods);
    case 'target':
      return yearsWithout(chart.outcomes.marks, chart.periods);
    case 'comparison':
      return namesWithout(chart.bars.map(bar => ({ name: bar.name, marks: [bar] })));
    case 'strip':
      return namesWithout(chart.picked.map(bar => ({ name: bar.name, marks: [bar] })));
    case 'gap':
    case 'profile':
      return namesWithout(chart.rows);
    case 'slope':
      return namesWithout(chart.lines);
    case 'bullet':
      return namesWithout(chart.rows.map(({ name, actual }) => ({ name, marks: [actual] })));
    case 'range':
      return namesWithout(
        chart.rows.map(({ name, low, high, average }) => ({ name, marks: [low, high, average] })),
      );
    case 'multiples':
      // Each panel's figure is told beside its name.
      return [];
  }
}

function yearsWithout(marks: readonly (Mark | null)[], periods: readonly string[]): readonly string[] {
  return marks.flatMap((mark, index) =>
    mark !== null && mark.number === null ? (periods[index] ?? []) : [],
  );
}

function namesWithout(
  rows: readonly { readonly name: string; readonly marks: readonly Mark[] }[],
): readonly string[] {
  return rows.filter(({ marks }) => marks.some(({ number }) => number === null)).map(({ name }) => name);
}

function listText(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(names);
}
