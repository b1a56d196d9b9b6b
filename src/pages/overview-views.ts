import { multiplesOf } from '../charts/from-findings.ts';
import type { Findings } from '../judgements/findings.ts';
import type { MultiplesChart } from '../model/chart.ts';
import type { Written } from '../narrative/sentence.ts';
import { drawn, spokenOf } from './chart-views.ts';
import type { Layout } from './material.ts';
import type { ChartView, GlanceView, SectionView } from './view.ts';

/** Several measures shown together, and what became of them on the whole. */
type Overview = { readonly title: Written; readonly of: readonly Findings[] };

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
