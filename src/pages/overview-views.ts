import { multiplesOf, slopeOf } from '../charts/from-findings.ts';
import type { Change } from '../judgements/change.ts';
import type { Findings } from '../judgements/findings.ts';
import type { MultiplesChart, SlopeChart } from '../model/chart.ts';
import { periodLabel } from '../model/time.ts';
import type { Written } from '../narrative/sentence.ts';
import {
  figureCell,
  noteList,
  noteNumbers,
  notesOf,
  numberTables,
  roundingNote,
  signedCell,
  wordsCell,
} from './cells.ts';
import { drawn, spokenOf } from './chart-views.ts';
import type { Layout } from './material.ts';
import { statusWords } from './status-views.ts';
import type { ChartView, GlanceView, MovesView, SectionView } from './view.ts';

/** Several measures shown together, and what became of them on the whole. */
type Overview = { readonly title: Written; readonly of: readonly Findings[] };

/** The headline percentages between the year before and now, as a chart and its table, the page's `number`th. */
export function movesView(
  { printer, setting }: Layout,
  { title: computed, of }: Overview,
  number: number,
): MovesView {
  const title = printer.sentence(computed);
  const period = setting.edition.period;
  const before = of[0]?.change.earlier?.period ?? '';
  const chart = slopeOf(of);
  const subtitle = `Per cent, ${setting.council.name}, ${chart.ends.join(' and ')}`;
  const remark = ({ figure, rests }: Change) => roundingNote(figure, rests[0], rests[1]);
  const notes = notesOf(of.map(({ change }) => remark(change)));
  const [table] = numberTables(
    [
      {
        caption: `Headline percentages, ${periodLabel(before)} and ${periodLabel(period)}`,
        columns: [
          { text: 'Measure', numeric: false },
          { text: periodLabel(before), numeric: true },
          { text: periodLabel(period), numeric: true },
          { text: 'Change (percentage points)', numeric: true },
          { text: 'Better or worse', numeric: false },
        ],
        rows: of.map(({ indicator, level, change }) => ({
          header: indicator.short,
          cells: [
            ...change.rests.slice(1, 2).map(figure => figureCell(figure, printer)),
            figureCell(level.figure, printer),
            signedCell(change.figure, indicator.unit, printer, noteNumbers(notes, remark(change))),
            wordsCell(verdictText(change)),
          ],
        })),
        notes: noteList(notes),
      },
    ],
    number,
  );
  if (table === undefined) throw new Error('a table is made of every overview');
  const drawing = drawn('moves', `table ${number}`, chart, subtitle, toldOfSlope(title, chart));
  return { chart: { ...drawing, title: title.text }, table };
}

/** A chapter's percentages as small panels, each with a link to the table of its figures. */
export function glanceView(
  { printer, setting }: Layout,
  { title: computed, of }: Overview,
  sections: readonly SectionView[],
): GlanceView {
  const title = printer.sentence(computed);
  const chart = multiplesOf(of, setting.council.name);
  const places = of.flatMap(({ indicator }) => {
    const table = sections.find(({ id }) => id === indicator.id)?.tables[0];
    return table === undefined ? [] : [{ label: indicator.short, id: table.id, number: table.number }];
  });
  const numbers = new Intl.ListFormat('en-GB').format(places.map(({ number }) => `${number}`));
  const areas = new Intl.ListFormat('en-GB').format(chart.series.map(({ name }) => name));
  const subtitle = `Per cent, ${areas}, ${chart.periods[0]} to ${chart.periods.at(-1)}. ${axesText[chart.axes]}`;
  const drawing = drawn('glance', `tables ${numbers}`, chart, subtitle, toldOfPanels(title, chart));
  return { chart: { ...drawing, title: title.text } satisfies ChartView, tables: places };
}

const axesText = { shared: 'All panels share one axis', own: 'Each panel has its own axis' } as const;

function verdictText({ verdict }: Change): string {
  return verdict === 'better' || verdict === 'worse' ? statusWords[verdict] : 'Neither';
}

/** Each line with both its figures. */
function toldOfSlope({ text }: Written, { lines }: SlopeChart): string {
  const each = lines.map(({ name, marks, verdict }) => {
    const word = verdict === 'better' || verdict === 'worse' ? `, ${verdict}` : '';
    return `${name} ${marks.map(spokenOf).join(' to ')}${word}`;
  });
  return `${text}. ${each.join('; ')}.`;
}

/** Each panel with the last figure of its first line, and of the second where both are of the same year. */
function toldOfPanels({ text }: Written, { panels, series, periods }: MultiplesChart): string {
  const each = panels.map(({ name, marks: [own = [], other = []] }) => {
    const at = own.findLastIndex(mark => mark !== null);
    const [mark, beside] = [own[at], other[at]];
    const when = at === periods.length - 1 ? '' : ` in ${periods[at]}`;
    const against = beside?.number == null ? '' : `, ${series[1]?.name} ${spokenOf(beside)}`;
    return `${name} ${mark ? spokenOf(mark) : ''}${when}${against}`;
  });
  return `${text}. ${each.join('; ')}.`;
}
