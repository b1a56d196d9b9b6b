import { sparkOf } from '../charts/from-findings.ts';
import { isRecent } from '../judgements/comparability.ts';
import type { Findings } from '../judgements/findings.ts';
import type { RollUp } from '../judgements/roll-up.ts';
import { unitAfter } from '../model/format.ts';
import { type Period, periodLabel } from '../model/time.ts';
import type { HomeSentences } from '../narrative/home-sentences.ts';
import type { Written } from '../narrative/sentence.ts';
import { addresses } from './addresses.ts';
import { figureCell, sentenceView } from './cells.ts';
import type { Layout, SectionMaterial, ThemeMaterial } from './material.ts';
import { recentOrigin } from './origin.ts';
import { movesView } from './overview-views.ts';
import { latestYearOf } from './parts.ts';
import { settledView, statusView } from './status-views.ts';
import type { TileView } from './view.ts';

/** The executive summary of an edition laid out, with its set of data. */
export function homePage(layout: Layout) {
  const { found, home, themes, targets, setting, printer } = layout;
  const views = (sentences: readonly Written[]) => sentences.map(sentence => sentenceView(sentence, printer));
  return {
    origin: recentOrigin(setting),
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
        const answer = groupAnswer(themes, group, setting.edition.period);
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
    unit: unitAfter(indicator),
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

type Group = ThemeMaterial['groups'][number];

/**
 * How the pupils of a topic do, for the front page: where they stand, else their first gap, else the first measure
 * of what they achieve, else a group beside everyone. Empty where only context is held, such as how many they are.
 */
function groupAnswer(
  themes: readonly ThemeMaterial[],
  { standing, parts }: Group,
  edition: Period,
): readonly Written[] {
  if (standing.length > 0) return standing;
  const recent = parts.filter(({ part }) => isRecent(latestYearOf(part) ?? edition, edition));
  const first = (isOne: (said: SectionMaterial) => boolean) => recent.find(isOne)?.said.sentences.slice(0, 1);
  return (
    first(({ part }) => part.kind === 'gap' && part.found.now.figure.amount.kind === 'known') ??
    first(({ part }) => part.kind === 'gap') ??
    first(({ part }) => part.kind === 'indicator' && part.found.indicator.polarity !== 'neutral') ??
    besideEveryone(themes, recent)
  );
}

/** What everyone achieved, then the groups of the topic in the same measure and year. */
function besideEveryone(
  themes: readonly ThemeMaterial[],
  parts: readonly SectionMaterial[],
): readonly Written[] {
  const all = themes.flatMap(({ groups }) => groups.flatMap(each => each.parts));
  for (const { part, said } of parts) {
    if (part.kind !== 'groups' || part.found.indicator.polarity === 'neutral') continue;
    const periods = part.found.groups.map(({ latest }) => latest.period);
    const everyone = all.find(each =>
      isOf(each, part.found.indicator.id, found => periods.every(at => at === found.latest.period)),
    );
    const [whole] = everyone?.said.sentences ?? [];
    if (whole !== undefined) return [whole, ...said.sentences];
  }
  return [];
}

function isOf({ part }: SectionMaterial, indicator: string, isSo: (found: Findings) => boolean): boolean {
  if (part.kind !== 'indicator' || part.found.indicator.id !== indicator) return false;
  return part.found.everyone !== null && isSo(part.found.everyone);
}
