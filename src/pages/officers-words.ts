import { type Issue, issueOf } from '../issues.ts';
import type { Claim, Commentary, Override } from '../model/commentary.ts';
import type { Figure } from '../model/figure.ts';
import { nearest } from '../model/spelling.ts';
import { readClaims } from '../narrative/claims.ts';
import { type ReadCommentary, readCommentary } from '../narrative/commentary-html.ts';
import { checkFact, factIssues } from '../narrative/facts.ts';
import { figureNamed, type Named } from '../narrative/figure-names.ts';
import { overridden, withFigures } from '../narrative/overrides.ts';
import type { Draft, Written } from '../narrative/sentence.ts';
import { bookOf, type PlanBook } from '../plans/kit/form.ts';
import { addresses } from './addresses.ts';
import { type EditionMaterial, writtenIn } from './material.ts';

/** What officers wrote for an edition, read against its figures and sentences, and everything that is wrong with it. */
export type OfficersWords = {
  /** The commentary by theme, `home` for the executive summary. */
  readonly commentary: ReadonlyMap<string, ReadCommentary>;
  readonly claims: readonly Claim[];
  /** What stands in the place of computed sentences, by their ids. */
  readonly instead: ReadonlyMap<string, Written>;
  /** The evidence that reviews give, by target. */
  readonly reviews: ReadonlyMap<string, Draft>;
  /** Words of plans that name figures, by the words as they were written. */
  readonly plans: ReadonlyMap<string, Draft>;
  readonly figures: readonly Figure[];
  readonly issues: readonly Issue[];
};

type Read<Words> = {
  readonly words: Words;
  readonly figures: readonly Figure[];
  readonly issues: readonly Issue[];
};

/** Reads everything that officers wrote for an edition; for another area than the folder's own council, nothing. */
export function officersWords(material: EditionMaterial): OfficersWords {
  const { setting, found } = material;
  const { id } = setting.edition;
  const isOwn = setting.council.code === setting.folder.council.code;
  const own = <Of>(all: readonly Of[], isOf: (each: Of) => boolean) => (isOwn ? all.filter(isOf) : []);
  const commentary = own(setting.folder.commentary, ({ edition }) => edition === id);
  const book = isOwn ? bookOf(setting.folder.books, id) : null;
  const reviews = (found.targets?.plans ?? []).flatMap(({ targets }) =>
    targets.flatMap(({ target, review }) =>
      review?.evidence === undefined ? [] : [{ key: target.id, text: review.evidence, names: review.names }],
    ),
  );
  const resolve = (name: string) => figureNamed(name, setting);
  const read = {
    instead: overridesOf(
      material,
      own(setting.folder.overrides, ({ edition }) => edition === id),
    ),
    commentary: commentaryOf(commentary, resolve),
    claims: claimsOf(material, commentary),
    reviews: draftsOf(reviews, resolve),
    plans: draftsOf(
      (book?.words ?? []).map(each => ({ key: each.text, ...each })),
      resolve,
    ),
    facts: factsOf(material, book),
  };
  const all = [read.commentary, read.claims, read.instead, read.reviews, read.plans, read.facts];
  return {
    commentary: read.commentary.words,
    claims: read.claims.words,
    instead: read.instead.words,
    reviews: read.reviews.words,
    plans: read.plans.words,
    figures: all.flatMap(({ figures }) => figures),
    issues: all.flatMap(({ issues }) => issues),
  };
}

function commentaryOf(
  words: readonly Commentary[],
  resolve: (name: string) => Named | null,
): Read<OfficersWords['commentary']> {
  const read = words.map(each => [each.theme, readCommentary(each, resolve)] as const);
  return {
    words: new Map(read),
    figures: read.flatMap(([, { mentions }]) => mentions.map(({ figure }) => figure)),
    issues: read.flatMap(([, { issues }]) => issues),
  };
}

function claimsOf({ setting }: EditionMaterial, words: readonly Commentary[]): Read<readonly Claim[]> {
  const { id } = setting.edition;
  const pageOf = (theme: string) => (theme === 'home' ? addresses.edition(id) : addresses.theme(id, theme));
  const read = words.map(each =>
    readClaims(
      each,
      pageOf(each.theme),
      name => figureNamed(name, setting),
      fact => checkFact(fact, setting),
    ),
  );
  return {
    words: read.flatMap(({ claims }) => claims),
    figures: read.flatMap(({ figures }) => figures),
    issues: read.flatMap(({ issues }) => issues),
  };
}

/** With the figures that they name in place. */
function draftsOf(
  words: readonly { readonly key: string; readonly text: string; readonly names: Override['names'] }[],
  resolve: (name: string) => Named | null,
): Read<ReadonlyMap<string, Draft>> {
  const read = words.map(({ key, text, names }) => ({ key, ...withFigures(text, names, resolve) }));
  return {
    words: new Map(read.map(({ key, draft }) => [key, draft])),
    figures: read.flatMap(({ figures }) => figures),
    issues: read.flatMap(({ issues }) => issues),
  };
}

/** The facts that the words of plans rest on, checked as those of commentary are. */
function factsOf({ setting }: EditionMaterial, book: PlanBook | null): Read<null> {
  const checked = (book?.facts ?? []).map(at => ({ at, held: checkFact(at.fact, setting) }));
  return {
    words: null,
    figures: checked.flatMap(({ held }) => (held.outcome === 'unknown' ? [] : held.figures)),
    issues: checked.flatMap(({ at, held }) => factIssues(at.place, at.fact, held, at.words)),
  };
}

function overridesOf(
  material: EditionMaterial,
  overrides: readonly Override[],
): Read<OfficersWords['instead']> {
  if (overrides.length === 0) return { words: new Map(), figures: [], issues: [] };
  const { setting } = material;
  const sentences = new Map(writtenIn(material).map(({ sentence }) => [sentence.id, sentence]));
  const read = overrides.map(override => {
    const computed = sentences.get(override.sentence);
    return computed === undefined
      ? unknown(override, sentences.keys())
      : overridden(computed, override, name => figureNamed(name, setting));
  });
  return {
    words: new Map(
      read.flatMap(({ sentence }) => (sentence === null ? [] : [[sentence.id, sentence] as const])),
    ),
    figures: read.flatMap(({ figures }) => figures),
    issues: read.flatMap(({ issues }) => issues),
  };
}

function unknown({ sentence, places }: Override, known: Iterable<string>) {
  const near = nearest(sentence, known);
  const issues = [issueOf(places.sentence, 'unknown-sentence', sentence, near)];
  return { sentence: null, figures: [], issues };
}
