import { type Issue, issueOf } from '../issues.ts';
import type { Figure } from '../model/figure.ts';
import { checkFact } from '../narrative/fact-check.ts';
import { bookOf, type FactAt } from '../plans/kit/form.ts';
import type { EditionMaterial } from './material.ts';

/** The figures that bear out what the words of plans rest on, and every fact that is not so. */
export type PlanFacts = { readonly figures: readonly Figure[]; readonly issues: readonly Issue[] };

/** Checks the facts that the words of an edition's plans rest on, as those of commentary are. */
export function planFacts({ setting, folder }: EditionMaterial): PlanFacts {
  const isOwn = setting.council.code === folder.council.code;
  const facts = isOwn ? (bookOf(folder.books, setting.edition.id)?.facts ?? []) : [];
  const checked = facts.map(at => ({ at, held: checkFact(at.fact, setting, folder) }));
  return {
    figures: checked.flatMap(({ held }) =>
      held.outcome === 'unknown' ? [] : [...held.figures, ...held.inputs],
    ),
    issues: checked.flatMap(({ at, held }) => {
      if (held.outcome === 'so') return [];
      if (held.outcome === 'unknown') return [issueOf(at.place, 'unknown-fact', at.fact, held.near)];
      return [issueOf(at.place, 'fact-not-so', at.fact, held.says, firstWords(at))];
    }),
  };
}

/** The words as their writer would look for them: "Reading did best, with …". */
function firstWords({ words }: FactAt): string {
  const all = words.trim().split(/\s+/);
  return all.length > 8 ? `${all.slice(0, 8).join(' ')} …` : all.join(' ');
}
