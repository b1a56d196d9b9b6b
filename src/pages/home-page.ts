import { sparkOf } from '../charts/from-findings.ts';
import type { Findings } from '../judgements/findings.ts';
import type { RollUp } from '../judgements/roll-up.ts';
import { periodLabel } from '../model/time.ts';
import type { HomeSentences } from '../narrative/home-sentences.ts';
import type { Written } from '../narrative/sentence.ts';
import { addresses } from './addresses.ts';
import { figureCell, sentenceView } from './cells.ts';
import { groupAnswer } from './group-answers.ts';
import type { Layout } from './material.ts';
import { movesView } from './overview-views.ts';
import { settledView, statusView } from './status-views.ts';
import type { TileView } from './view.ts';

/** The executive summary of an edition laid out, with its set of data. */
export function homePage(layout: Layout) {
  const { found, home, themes, targets, setting, printer } = layout;
  const views = (sentences: readonly Written[]) => sentences.map(sentence => sentenceView(sentence, printer));
  return {
    tiles: home.tiles.map(tile => tileView(layout, tile)),
    standing: views(home.standing),
    beside: found.standing.map(rolled => besideView(layout, rolled)),
    rose: views(home.rose),
    fell: views(home.fell),
    exceptions: views(home.exceptions),
    gaps: views(home.gaps),
    targets:
      targets === null
        ? null
        : {
            sentence: sentenceView(targets.home, printer),
            href: addresses.page(setting.edition.id, 'targets'),
          },
    moves: home.moves === null ? null : movesView(layout, home.moves, found.standing.length > 0 ? 2 : 1),
    themes: themes.map(({ found, keyMessages: [lead] }) => ({
      label: found.theme.label,
      href: addresses.theme(setting.edition.id, found.theme.id),
      question: found.theme.question ?? null,
      lead: lead === undefined ? null : sentenceView(lead, printer),
    })),
    groups: themes.flatMap(({ found, groups }) =>
      groups.flatMap(group => {
        const answer = groupAnswer(themes, group);
        if (group.chapter === null || answer.length === 0) return [];
        const { topic } = group.chapter;
        return [
          {
            label: topic.question ?? topic.label,
            href: addresses.section(setting.edition.id, found.theme.id, group.id),
            answer: views(answer),
          },
        ];
      }),
    ),
  };
}

/** A roll-up as a row: how many measures were better, close and worse. */
function besideView({ printer }: Layout, { beside, figures }: RollUp) {
  const cell = (verdict: 'better' | 'close' | 'worse') => ({
    verdict,
    count: Number(figures[verdict].text),
    cell: figureCell(figures[verdict], printer),
  });
  return { name: beside.name, cells: [cell('better'), cell('close'), cell('worse')] };
}

function tileView(
  layout: Layout,
  { findings, change, comparison }: HomeSentences['tiles'][number],
): TileView {
  const { printer, setting } = layout;
  const { indicator, latest, level } = findings;
  const { verdict } = findings.change;
  const spark = sparkOf(findings);
  return {
    label: indicator.short,
    period: periodLabel(latest.period),
    // Its status is said in a word instead of by a mark.
    value: { ...figureCell(level.figure, printer), marks: [] },
    status: settledView(level.figure),
    unit: indicator.unit === 'percentage-points' ? 'percentage points' : null,
    change: sentenceView(change, printer),
    verdict: verdict === 'better' || verdict === 'worse' ? statusView(verdict) : null,
    spark: spark === null ? null : { id: `spark-${indicator.id}`, line: spark },
    direction: directionOf(findings),
    comparison: comparison === null ? null : sentenceView(comparison, printer),
    href: addresses.section(setting.edition.id, indicator.theme, indicator.id),
  };
}

function directionOf({ change }: Findings): TileView['direction'] {
  switch (change.outcome) {
    case 'rose':
      return 'up';
    case 'fell':
      return 'down';
    case 'unchanged':
    case 'barely':
    case 'uncertain':
      return 'level';
    case 'refused':
      return 'none';
  }
}
