import type { Findings } from '../judgements/findings.ts';
import type { GapFindings } from '../judgements/gap.ts';
import type { Setting } from '../judgements/setting.ts';
import type { ThemeFindings } from '../judgements/theme-findings.ts';
import { gapMovement, gapSentence, groupSentence } from './gap-phrases.ts';
import { summarySentence } from './phrases.ts';
import { phasesSentence, profileElsewhere, profileSentence } from './profile-phrases.ts';
import { rollUpSentences } from './roll-up-phrases.ts';
import { type Draft, mention, say, textOf, type Written, written } from './sentence.ts';
import { size } from './words.ts';

const fewest = 3;
const most = 6;

/**
 * The key messages of a theme, three to six where there is enough to say, by one rule for every theme: the
 * profile; the first indicator; the roll-up against the nation with every exception named; the largest move
 * for the worse, then for the better; the widest gap; and then further indicators in the catalogue's order.
 */
export function keyMessages(setting: Setting, found: ThemeFindings): readonly Written[] {
  const findings = found.indicators.flatMap(({ everyone }) => everyone ?? []);
  const current = findings.filter(({ latest }) => latest.period === setting.edition.period);
  const lead = current[0];
  const chosen = [
    ...found.profiles.slice(0, 1).flatMap(profileMessages),
    ...(lead === undefined ? [] : [summarySentence(lead, setting.edition.period)]),
    ...standing(setting.council.name, found),
    ...largestMoves(current.filter(each => each !== lead)),
    ...gapMessages(
      found.topics.flatMap(({ gaps }) => gaps),
      setting.edition.period,
    ),
  ];
  const spare = [
    ...current.filter(each => each !== lead).map(each => summarySentence(each, setting.edition.period)),
    ...found.indicators.flatMap(({ groups }) =>
      groups.flatMap(({ topic, groups }) => groups.map(each => groupSentence(each, topic))),
    ),
    ...findings
      .filter(each => !current.includes(each))
      .map(each => summarySentence(each, setting.edition.period)),
  ].filter(draft => !chosen.some(held => textOf(held) === textOf(draft)));
  const messages = [...chosen.slice(0, most), ...spare.slice(0, Math.max(0, fewest - chosen.length))];
  return messages.map((draft, index) => written(`${found.theme.id}.key-messages.${index + 1}`, draft));
}

/** The moves of a set of findings that are for the better (or the worse), largest first against each one's bands. */
export function movesBySize(findings: readonly Findings[], verdict: 'better' | 'worse'): readonly Findings[] {
  return findings
    .filter(({ change }) => change.verdict === verdict)
    .toSorted((a, b) => weightOf(b) - weightOf(a));
}

function profileMessages(profile: ThemeFindings['profiles'][number]): readonly Draft[] {
  return [profileSentence(profile), phasesSentence(profile), profileElsewhere(profile)].filter(
    draft => draft !== null,
  );
}

function standing(council: string, { standing }: ThemeFindings): readonly Draft[] {
  return standing === null ? [] : rollUpSentences(council, standing);
}

function largestMoves(findings: readonly Findings[]): readonly Draft[] {
  const [worst] = movesBySize(findings, 'worse');
  const [best] = movesBySize(findings, 'better');
  return [
    ...(worst === undefined ? [] : [moveSentence('Largest move for the worse:', worst)]),
    ...(best === undefined ? [] : [moveSentence('Largest improvement:', best)]),
  ];
}

function moveSentence(start: string, { indicator, change, level, latest }: Findings): Draft {
  const way = change.outcome === 'rose' ? 'up' : 'down';
  const status = latest.status === 'provisional' ? ' (provisional)' : '';
  return say`${start} ${indicator.short}, ${way} ${size(change.figure, indicator.unit)} to ${mention(level.figure)}${status}.`;
}

function gapMessages(gaps: readonly GapFindings[], period: string): readonly Draft[] {
  const known = gaps.filter(({ now }) => now.period === period && now.figure.amount.kind === 'known');
  const widest = known.toSorted((a, b) => widthOf(b) - widthOf(a));
  const widened = known.filter(({ movement }) => movement?.outcome === 'widened').slice(0, 1);
  return [...new Set([...widest.slice(0, 2), ...widened])].flatMap(each => {
    return [gapSentence(each), ...gapMovement(each).slice(0, 1)];
  });
}

function weightOf({ change, indicator }: Findings): number {
  const { amount } = change.figure;
  return amount.kind === 'known' ? Number(amount.number.abs()) / indicator.bands.slight : 0;
}

function widthOf({ now }: GapFindings): number {
  return now.figure.amount.kind === 'known' ? Number(now.figure.amount.number) : 0;
}
