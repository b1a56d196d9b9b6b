import type { Findings } from '../judgements/findings.ts';
import { periodLabel } from '../model/period.ts';
import type { HomeSentences } from '../narrative/home-sentences.ts';
import type { Written } from '../narrative/sentence.ts';
import { addresses } from './addresses.ts';
import { figureCell, sentenceView } from './cells.ts';
import { editionView } from './edition-view.ts';
import type { Layout } from './material.ts';
import type { DatasetView, HomeView } from './page-views.ts';
import type { TileView } from './view.ts';

/** The executive summary of an edition laid out. */
export function homePage(
  layout: Layout,
  commentary: string | null,
  dataset: DatasetView,
  latest: string,
): HomeView {
  const { home, themes, setting, evidenceOf } = layout;
  const views = (sentences: readonly Written[]) =>
    sentences.map(sentence => sentenceView(sentence, evidenceOf));
  return {
    href: addresses.edition(setting.edition.id),
    edition: editionView(layout, latest),
    dataset,
    tiles: home.tiles.map(tile => tileView(layout, tile)),
    standing: views(home.standing),
    rose: views(home.rose),
    fell: views(home.fell),
    exceptions: views(home.exceptions),
    gaps: views(home.gaps),
    commentary,
    themes: themes.map(({ found, keyMessages: [lead] }) => ({
      label: found.theme.label,
      href: addresses.theme(setting.edition.id, found.theme.id),
      lead: lead === undefined ? null : sentenceView(lead, evidenceOf),
    })),
  };
}

function tileView(
  layout: Layout,
  { findings, change, comparison }: HomeSentences['tiles'][number],
): TileView {
  const { evidenceOf, setting } = layout;
  const { indicator, latest, level } = findings;
  return {
    label: indicator.short,
    period: periodLabel(latest.period),
    value: figureCell(level.figure, evidenceOf),
    unit: indicator.unit === 'percentage-points' ? 'percentage points' : null,
    change: sentenceView(change, evidenceOf),
    verdict: findings.change.verdict,
    direction: directionOf(findings),
    comparison: comparison === null ? null : sentenceView(comparison, evidenceOf),
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
