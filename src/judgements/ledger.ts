import type { Figure } from '../model/figure.ts';
import type { Period } from '../model/period.ts';
import type { Change } from './change.ts';
import type { Crossing } from './crossing.ts';
import type { EditionFindings } from './edition-findings.ts';
import { observed } from './figures.ts';
import type { Findings } from './findings.ts';
import type { Gap, GapFindings } from './gap.ts';
import { localityFigures } from './localities.ts';
import { profileFigures } from './profile-figures.ts';
import type { Rank } from './rank.ts';
import type { RollUp } from './roll-up.ts';
import type { Setting } from './setting.ts';
import { plansFigures } from './target-findings.ts';
import type { ThemeFindings, TopicFindings } from './theme-findings.ts';

/** Every figure of an edition by its id: all that is printed, and all that those rest on. */
export type Ledger = ReadonlyMap<string, Figure>;

/** The ledger of an edition's findings and of its plans, in the order of the report. */
export function ledgerOf(
  { setting, themes, standing, targets }: EditionFindings,
  plans: readonly { readonly figures: readonly Figure[] }[],
): Ledger {
  const figures = [
    ...themes.flatMap(theme => themeFigures(setting, theme)),
    ...standing.flatMap(rollUpFigures),
    ...(targets === null ? [] : plansFigures(targets)),
    ...plans.flatMap(plan => plan.figures),
  ];
  return new Map(figures.map(figure => [figure.id, figure]));
}

/** The figures behind one set of findings, every year and the neighbours' own figures included. */
export function findingsFigures(setting: Setting, findings: Findings): readonly Figure[] {
  const { years } = findings;
  return [
    ...latestFigures(setting, findings),
    ...years.flatMap(year => [
      ...[year.level, ...year.beside].flatMap(held => held?.figure ?? []),
      ...(year.change === null ? [] : changeFigures(year.change)),
    ]),
    ...years.flatMap(({ period }) => neighbourFigures(setting, findings, period)),
  ];
}

/** The figures behind the groups of a topic: every year of a group that stands alone, the latest of several. */
export function topicFigures(setting: Setting, { groups }: TopicFindings): readonly Figure[] {
  const figures = groups.length === 1 ? findingsFigures : latestFigures;
  return groups.flatMap(findings => figures(setting, findings));
}

/** The figures behind a gap: both levels, the gap, its movement, and the same elsewhere. */
export function gapFigures({
  now,
  before,
  movement,
  elsewhere,
  wider,
  changes,
}: GapFindings): readonly Figure[] {
  const gaps: readonly Gap[] = [now, ...(before === null ? [] : [before]), ...elsewhere];
  return [
    ...gaps.flatMap(({ group, against, figure }) => [group.figure, against.figure, figure]),
    ...[movement?.figure, wider].flatMap(figure => figure ?? []),
    ...changeFigures(changes.group),
    ...changeFigures(changes.against),
  ];
}

function themeFigures(
  setting: Setting,
  { indicators, profiles, topics, standing }: ThemeFindings,
): readonly Figure[] {
  return [
    ...indicators.flatMap(({ everyone, groups, localities }) => [
      ...(everyone === null ? [] : findingsFigures(setting, everyone)),
      ...groups.flatMap(topic => topicFigures(setting, topic)),
      ...localities.flatMap(localityFigures),
    ]),
    ...topics.flatMap(({ gaps, alone, standing }) => [
      ...(standing === null ? [] : rollUpFigures(standing)),
      ...gaps.flatMap(gapFigures),
      ...alone.flatMap(topic => topicFigures(setting, topic)),
    ]),
    ...profiles.flatMap(profileFigures),
    ...standing.flatMap(rollUpFigures),
  ];
}

function latestFigures(setting: Setting, findings: Findings): readonly Figure[] {
  const { level, change, comparisons, latest } = findings;
  return [
    level.figure,
    ...changeFigures(change),
    ...comparisons.held.flatMap(({ level, figure, relative }) => [
      level.figure,
      figure,
      ...(relative === null ? [] : [relative]),
    ]),
    ...neighbourFigures(setting, findings, latest.period),
    ...patternFigures(findings),
    ...cohortFigures(findings),
    ...(findings.rank === null ? [] : rankFigures(findings.rank)),
    ...(findings.rankMove === null
      ? []
      : [...rankFigures(findings.rankMove.before), findings.rankMove.figure]),
  ];
}

/** The figures of the patterns over several years, and those they rest on. */
function patternFigures({ trend, crossing, nationChange, latest, years }: Findings): readonly Figure[] {
  const { since, streak, record, turn, slowing, plateau } = trend;
  const changes = [
    ...(since.outcome === 'found' ? [since.change] : []),
    ...(turn.outcome === 'found' ? [turn.before] : []),
    ...(slowing.outcome === 'found' ? [slowing.before] : []),
    ...(nationChange === null ? [] : [nationChange]),
  ];
  const patterns = [streak, record, plateau].flatMap(each => (each.outcome === 'found' ? each.figure : []));
  const rows = patterns.length === 0 ? [] : years.filter(({ period }) => period <= latest.period);
  return [
    ...changes.flatMap(changeFigures),
    ...rows.flatMap(({ level }) => level?.figure ?? []),
    ...patterns,
    ...(crossing.outcome === 'found' ? crossingFigures(crossing) : []),
  ];
}

function crossingFigures({ compared, first }: Crossing): readonly Figure[] {
  return [
    ...compared.flatMap(({ own, level, figure }) => [own, level.figure, figure]),
    ...(first === null ? [] : [first.figure]),
  ];
}

function cohortFigures({ cohort, shortfall }: Findings): readonly Figure[] {
  return [cohort?.base, cohort?.one, cohort?.change, shortfall].flatMap(figure => figure ?? []);
}

function rankFigures({ placings, figure, band }: Rank): readonly Figure[] {
  return [...placings.map(placing => placing.figure), figure, band];
}

function changeFigures({ rests, figure }: Change): readonly Figure[] {
  return [...rests, figure];
}

function rollUpFigures({ figures }: RollUp): readonly Figure[] {
  return [figures.of, figures.better, figures.close, figures.worse];
}

function neighbourFigures(setting: Setting, findings: Findings, period: Period): readonly Figure[] {
  const { indicator, breakdown, comparators } = findings;
  const areas = comparators.flatMap(({ list }) => list?.areas ?? []);
  return areas.flatMap(area => {
    const row = setting.known.at(indicator.id, area, breakdown, period);
    return row === undefined ? [] : [observed(row, indicator).figure];
  });
}
