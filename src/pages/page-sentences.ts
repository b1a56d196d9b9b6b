import type { Written } from '../narrative/sentence.ts';
import { addresses } from './addresses.ts';
import type { EditionMaterial } from './material.ts';

/** A computed sentence and the page that prints it. */
export type PlacedSentence = { readonly sentence: Written; readonly page: string };

/** Every computed sentence of an edition with its page, each once, in the order of the report. */
export function writtenIn({
  home,
  themes,
  targets,
  plans,
  setting,
}: EditionMaterial): readonly PlacedSentence[] {
  const { id: edition } = setting.edition;
  const all = new Map<string, PlacedSentence>();
  const say = (page: string, said: unknown) => {
    for (const sentence of sentencesIn(said))
      if (!all.has(sentence.id)) all.set(sentence.id, { sentence, page });
  };
  say(addresses.edition(edition), [home, targets?.home]);
  const parts = targets?.plans.flatMap(plan => plan.targets.flatMap(target => target.parts));
  say(addresses.page(edition, 'targets'), [
    targets?.counts,
    parts?.map(({ sentences, title }) => [sentences, title]),
  ]);
  for (const plan of plans) say(addresses.plan(edition, plan.id), plan.said);
  for (const { found, keyMessages, glance, questions, groups } of themes) {
    const { id } = found.theme;
    const page = addresses.theme(edition, id);
    say(page, [keyMessages, glance?.title, questions.map(({ question }) => question)]);
    for (const { standing, parts } of groups) {
      say(page, standing);
      for (const { part, said } of parts) {
        say(page, [said.sentences, said.title]);
        say(addresses.authorities(edition, id, part.id), said.rank?.title);
        say(
          page,
          said.localities.map(({ sentences, title }) => [sentences, title]),
        );
      }
    }
  }
  return [...all.values()];
}

/** Every sentence in a tree of what is said, in order; what stands beside sentences is looked through. */
export function sentencesIn(said: unknown): readonly Written[] {
  const found: Written[] = [];
  const seen = new Set<object>();
  const walk = (value: unknown) => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if ('runs' in value) found.push(value as Written);
    else if (!('amount' in value)) for (const each of Object.values(value)) walk(each);
  };
  walk(said);
  return found;
}
