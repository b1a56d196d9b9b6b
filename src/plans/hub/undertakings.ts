import { inBraces } from '../../model/commentary.ts';
import { type Edition, editionBefore } from '../../model/edition.ts';
import { capital, lower, spaced } from '../../model/spelling.ts';
import { deadlineText } from '../../model/time.ts';
import { addresses } from '../../pages/addresses.ts';
import { linkRun, notStated, plainRun } from '../../pages/blocks.ts';
import type { EditionMaterial, Layout } from '../../pages/material.ts';
import { measureIn, type Part } from '../../pages/parts.ts';
import { statusView } from '../../pages/status-views.ts';
import type { SectionView, TextRun, UndertakingLink } from '../../pages/view.ts';
import { byStanding, movingOn, type Offers, type Undertaken, type Undertaking } from '../kit/offers.ts';
import { wordRuns } from '../kit/page.ts';

/** Something said in the edition before, and what stands under the same id now; null where this edition is silent. */
export type SaidBefore = { readonly said: Undertaking; readonly now: Undertaken | null };

/** What the plans of an edition offer, by what tells how their promises stand. */
export function offersIn({ plans }: Pick<EditionMaterial, 'plans'>): readonly Offers[] {
  return byStanding(plans.flatMap(({ offers }) => offers ?? []));
}

export function undertakingsIn(material: Pick<EditionMaterial, 'plans'>): readonly Undertaken[] {
  return offersIn(material).flatMap(({ undertakings = [] }) => undertakings);
}

/** What the plans of the edition before said, each with what stands under its id now (part of F23 and F30); and that edition. */
export function lastYear(material: EditionMaterial): {
  readonly earlier: Edition | undefined;
  readonly said: readonly SaidBefore[];
} {
  const { setting, promised } = material;
  const now = undertakingsIn(material);
  const earlier = editionBefore(setting.folder.editions, setting.edition);
  const said = promised.map(each => ({
    said: each,
    now: now.find(({ kind, id }) => kind === each.kind && id === each.id) ?? null,
  }));
  return { earlier, said: earlier === undefined ? [] : said };
}

/** True where the page that brings promises and plans together can tell what became of earlier ones. */
export function hasBefore(material: EditionMaterial): boolean {
  return lastYear(material).said.length > 0;
}

/** The one name of the page that brings promises and plans together, wherever it is linked. */
export function hubName(material: EditionMaterial): string {
  return hasBefore(material) ? 'What we said, and what happened' : 'What we said, and where it stands';
}

/** What plans say will be done about the measure of a section; a measure that is only context is not there to be moved. */
export function undertakenIn(
  layout: Layout,
  part: Part,
): Pick<SectionView, 'undertakenHeading' | 'undertakings'> {
  const subject = measureIn(part);
  const isContext = 'polarity' in subject && subject.polarity === 'neutral';
  const isOfGroups = part.kind === 'gap' || part.kind === 'groups';
  return {
    undertakenHeading: isContext ? 'What is being done' : 'What is being done to move it',
    undertakings: isOfGroups
      ? []
      : movingOn(undertakingsIn(layout), subject.id).map(each => undertakingLink(layout, each)),
  };
}

export function undertakingHref(
  { setting }: EditionMaterial,
  { kind, id }: Pick<Undertaking, 'kind' | 'id'>,
): string {
  return `${addresses.plan(setting.edition.id, kind)}#${id}`;
}

export function undertakingLink(layout: Layout, each: Undertaken): UndertakingLink {
  const owners = each.owners.length === 0 ? 'no owner stated' : each.owners.join('; ');
  const before =
    each.ratedBefore === undefined
      ? ''
      : `; ${statusView(each.ratedBefore).word.toLowerCase()} the year before`;
  return {
    text: undertakingName(layout, each),
    href: undertakingHref(layout, each),
    detail: `${each.what}; ${owners}${before}`,
    status: statusView(each.standing),
  };
}

/** Who answers for an undertaking, or that it is not stated, with the reason where one is given. */
export function ownersText({
  owners,
  ownerNotStated,
}: Pick<Undertaking, 'owners' | 'ownerNotStated'>): string {
  return owners.length > 0 ? owners.join('; ') : notStated(ownerNotStated);
}

/** When an undertaking is due, in words: "by 31 July 2015", "each year, in spring", "no date stated". */
function whenText({ deadline }: Undertaken): string {
  if (deadline === undefined || deadline.kind === 'not-stated') return 'no date stated';
  const text = deadlineText(deadline);
  return deadline.kind === 'day' || deadline.kind === 'month' ? `by ${text}` : lower(text);
}

export function undertakingRun(layout: Layout, each: Undertaken): TextRun {
  return linkRun(undertakingName(layout, each), undertakingHref(layout, each));
}

/** What is done next towards a promise by those that serve it, and by when; null where none does. */
export function nextRuns(layout: Layout, serving: readonly Undertaken[]): readonly TextRun[] | null {
  const first = serving.find(({ next = [] }) => next.length > 0) ?? serving[0];
  if (first === undefined) return null;
  const when = plainRun(` ${capital(whenText(first))}.`);
  const [next] = first.next ?? [];
  return next === undefined
    ? [undertakingRun(layout, first), plainRun('.'), when]
    : [...wordRuns(layout, next), when];
}

/** Words of a plan of another year, whose figures are those of its own report: in their places stand dots. */
export function wordsOfBefore(words: string): string {
  return spaced(words.replace(inBraces, '…'));
}

/** The whole name as the words of a link, its figures in place, without the stop at its end. */
export function undertakingName(layout: Layout, { name }: Undertaken): string {
  return wordRuns(layout, name)
    .map(({ text }) => text)
    .join('')
    .replace(/\.$/, '');
}
