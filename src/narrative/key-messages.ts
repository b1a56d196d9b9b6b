import type { Findings } from '../judgements/findings.ts';
import type { GapFindings } from '../judgements/gap.ts';
import type { Setting } from '../judgements/setting.ts';
import type { ThemeFindings } from '../judgements/theme-findings.ts';
import { gapMovement, gapSentence, groupSentence } from './gap-phrases.ts';
import { summarySentence } from './phrases.ts';
import { phasesSentence, profileElsewhere, profileSentence } from './profile-phrases.ts';
import { rollUpSentences } from './roll-up-phrases.ts';
import { type Draft, joined, mention, say, textOf, type Written, written } from './sentence.ts';
import { size, statusWords } from './words.ts';

const fewest = 3;
const most = 6;

/**
 * The key messages of a theme, three to six where there is enough to say, by one rule for every theme: the
 * profile; the first indicator; the roll-ups against the nation and the neighbours with every exception named;
 * the largest move for the worse, then for the better; the widest gaps; and then further indicators in the
 * catalogue's order.
 */
export function keyMessages(setting: Setting, found: ThemeFindings): readonly Written[] {
  const findings = found.indicators.flatMap(({ everyone }) => everyone ?? []);
  const current = findings.filter(({ latest }) => latest.period === setting.edition.period);
  const [lead] = current;
  const chosen = [
    ...found.profiles.slice(0, 1).flatMap(profileMessages),
    ...(lead === undefined ? [] : [summarySentence(lead, setting.edition.period)]),
    ...found.standing.map(rolled => together(rollUpSentences(setting.council.name, rolled))),
    ...largestMoves(current),
    ...gapMessages(
      found.topics.flatMap(({ gaps }) => gaps),
      setting.edition.period,
    ),
  ];
  const spare = spareMessages(setting, found, current).filter(
    draft => !chosen.some(held => textOf(held) === textOf(draft)),
  );
  const messages = [...chosen.slice(0, most), ...spare.slice(0, Math.max(0, fewest - chosen.length))];
  return messages.map((draft, index) => written(`${found.theme.id}.key-messages.${index + 1}`, draft));
}

/** What may be added when the rule leaves too few: further indicators, groups, and earlier years. */
function spareMessages(
  setting: Setting,
  found: ThemeFindings,
  current: readonly Findings[],
): readonly Draft[] {
  const findings = found.indicators.flatMap(({ everyone }) => everyone ?? []);
  const summary = (each: Findings) => summarySentence(each, setting.edition.period);
  return [
    ...current.slice(1).map(summary),
    ...found.indicators.flatMap(({ groups }) =>
      groups.flatMap(({ topic, groups }) => groups.map(each => groupSentence(each, topic))),
    ),
    ...findings.filter(each => !current.includes(each)).map(summary),
  ];
}

function profileMessages(profile: ThemeFindings['profiles'][number]): readonly Draft[] {
  return [profileSentence(profile), phasesSentence(profile), profileElsewhere(profile)].filter(
    draft => draft !== null,
  );
}

/**
 * The largest move for the worse and for the better among the percentages of a theme, beyond what counts as
 * broadly the same; the first indicator's own is in its summary already.
 */
function largestMoves([lead, ...others]: readonly Findings[]): readonly Draft[] {
  if (lead === undefined) return [];
  const moved = [lead, ...others].filter(each => each.indicator.unit === 'percent' && isMove(each));
  return (['worse', 'better'] as const).flatMap(verdict => {
    const [largest] = moved
      .filter(({ change }) => change.verdict === verdict)
      .toSorted((a, b) => sizeOf(b) - sizeOf(a));
    const start = verdict === 'worse' ? 'Largest move for the worse:' : 'Largest improvement:';
    return largest === undefined || largest === lead ? [] : [moveSentence(start, largest)];
  });
}

function moveSentence(start: string, { indicator, change, level, latest }: Findings): Draft {
  const way = change.outcome === 'rose' ? 'up' : 'down';
  const status = statusWords(latest.status);
  return say`${start} ${indicator.short}, ${way} ${size(change.figure, indicator.unit)} to ${mention(level.figure)}${status}.`;
}

function gapMessages(gaps: readonly GapFindings[], period: string): readonly Draft[] {
  const known = gaps.filter(({ now }) => now.period === period && now.figure.amount.kind === 'known');
  const widest = known.toSorted((a, b) => widthOf(b) - widthOf(a));
  const widened = known.filter(({ movement }) => movement?.outcome === 'widened').slice(0, 1);
  return [...new Set([...widest.slice(0, 2), ...widened])].map(each =>
    together([gapSentence(each, period), ...gapMovement(each).slice(0, 1)]),
  );
}

/** Sentences that make one message. */
function together(sentences: readonly Draft[]): Draft {
  return joined(sentences, ' ');
}

function isMove(findings: Findings): boolean {
  return sizeOf(findings) > findings.indicator.bands.similar;
}

function sizeOf({ change }: Findings): number {
  const { amount } = change.figure;
  return amount.kind === 'known' ? Number(amount.number.abs()) : 0;
}

function widthOf({ now }: GapFindings): number {
  return now.figure.amount.kind === 'known' ? Number(now.figure.amount.number) : 0;
}
