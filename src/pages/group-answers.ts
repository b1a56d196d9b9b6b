import type { Findings } from '../judgements/findings.ts';
import type { Written } from '../narrative/sentence.ts';
import type { Said, ThemeMaterial } from './material.ts';

type Group = ThemeMaterial['groups'][number];

/**
 * How the pupils of a topic do, for the front page: where they stand, else their first gap, else the first measure
 * of what they achieve, else a group beside everyone. Empty where only context is held, such as how many they are.
 */
export function groupAnswer(
  themes: readonly ThemeMaterial[],
  { standing, parts }: Group,
): readonly Written[] {
  if (standing.length > 0) return standing;
  const first = (isOne: (said: Said) => boolean) => parts.find(isOne)?.said.sentences.slice(0, 1);
  return (
    first(({ part }) => part.kind === 'gap') ??
    first(({ part }) => part.kind === 'indicator' && part.found.indicator.polarity !== 'neutral') ??
    besideEveryone(themes, parts)
  );
}

/** What everyone achieved, then the groups of the topic in the same measure and year. */
function besideEveryone(themes: readonly ThemeMaterial[], parts: readonly Said[]): readonly Written[] {
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

function isOf({ part }: Said, indicator: string, isSo: (found: Findings) => boolean): boolean {
  if (part.kind !== 'indicator' || part.found.indicator.id !== indicator) return false;
  return part.found.everyone !== null && isSo(part.found.everyone);
}
