import {
  type Undertaken,
  type UndertakingKind,
  undertakingsOf,
} from './undertakings.ts';
import { addresses } from '../../pages/addresses.ts';
import { plainRun } from '../../pages/blocks.ts';
import type { EditionMaterial } from '../../pages/material.ts';
import { statusView } from '../../pages/status-views.ts';
import type { Run, UndertakingLink } from '../../pages/view.ts';

const kindWords: Readonly<Record<UndertakingKind, string>> = {
  'action-plans': 'action plan',
  delivery: 'action',
};

/** Everything that the plans of an edition say will be done. */
export function undertakingsIn({ found }: EditionMaterial): readonly Undertaken[] {
  return undertakingsOf(found.plans);
}

/** Where an undertaking is told of. */
export function undertakingHref(
  { setting }: EditionMaterial,
  { kind, id }: Pick<Undertaken, 'kind' | 'id'>,
): string {
  return `${addresses.plan(setting.edition.id, kind)}#${id}`;
}

/** An undertaking as a link that says who answers for it and where it stands. */
export function undertakingLink(material: EditionMaterial, each: Undertaken): UndertakingLink {
  const owners = each.owners.length === 0 ? 'no owner stated' : each.owners.join('; ');
  const before =
    each.ratedBefore === null ? '' : `; ${statusView(each.ratedBefore).word.toLowerCase()} the year before`;
  return {
    text: linkName(each.name),
    href: undertakingHref(material, each),
    detail: `${kindWords[each.kind]}; ${owners}${before}`,
    status: statusView(each.standing),
  };
}

/** Who answers for an undertaking, or that it is not stated, with the reason where one is given. */
export function ownersText({
  owners,
  ownerNotStated,
}: Pick<Undertaken, 'owners' | 'ownerNotStated'>): string {
  return owners.length > 0 ? owners.join('; ') : `Not stated. ${ownerNotStated ?? ''}`.trim();
}

/** The same as a run of words, for lists. */
export function undertakingRun(material: EditionMaterial, each: Undertaken): Run {
  return { text: linkName(each.name), figure: null, href: undertakingHref(material, each) };
}

/** Words of a plan of another year, whose figures are those of its own report: in their places stand dots. */
export function wordsOfBefore(words: string): Run {
  return plainRun(
    words
      .trim()
      .replace(/\{[^{}\n]*\}/g, '…')
      .replace(/\s+/g, ' '),
  );
}

/** The whole name as the words of a link, without the stop at its end. */
function linkName(name: string): string {
  return wordsOfBefore(name).text.replace(/\.$/, '');
}
