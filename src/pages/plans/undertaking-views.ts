import {
  type Undertaken,
  type UndertakingKind,
  undertakingsOf,
} from '../../judgements/plans/undertakings.ts';
import { addresses } from '../addresses.ts';
import { plainRun } from '../blocks.ts';
import type { EditionMaterial } from '../material.ts';
import { statusView } from '../status-views.ts';
import type { Run, UndertakingLink } from '../view.ts';

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
    text: shortName(each.name),
    href: undertakingHref(material, each),
    detail: `${kindWords[each.kind]}; ${owners}${before}`,
    status: statusView(each.standing),
  };
}

/** The same as a run of words, for lists. */
export function undertakingRun(material: EditionMaterial, each: Undertaken): Run {
  return { text: shortName(each.name), figure: null, href: undertakingHref(material, each) };
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

/** A name short enough for a link: the words up to a natural end. */
function shortName(name: string): string {
  const plain = name
    .trim()
    .replace(/\{[^{}\n]*\}/g, '…')
    .replace(/\s+/g, ' ')
    .replace(/\.$/, '');
  if (plain.length <= 90) return plain;
  const cut = plain.slice(0, 90);
  return `${cut.slice(0, cut.lastIndexOf(' '))}…`;
}
