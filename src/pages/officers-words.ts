import { type Ledger, ledgerOf } from '../judgements/ledger.ts';
import type { Commentary } from '../model/commentary.ts';
import type { Figure } from '../model/figure.ts';
import { type ReadClaims, readClaims } from '../narrative/claims.ts';
import { namesIn, type ReadCommentary, readCommentary } from '../narrative/commentary.ts';
import { checkFact } from '../narrative/fact-check.ts';
import { figureNamed } from '../narrative/figure-names.ts';
import type { Mention } from '../narrative/sentence.ts';
import { addresses } from './addresses.ts';
import type { EditionMaterial, Layout } from './material.ts';

/** The commentary of an edition as HTML, by theme. */
export function commentaryOf(layout: Layout): ReadonlyMap<string, ReadCommentary> {
  const resolve = (name: string) => figureNamed(name, layout.setting, layout.folder);
  const linkTo = ({ figure }: Mention) => `/${layout.evidenceOf(figure.id)}`;
  return new Map(ownWords(layout).map(words => [words.theme, readCommentary(words, resolve, linkTo)]));
}

/** What the commentary of an edition claims, the figures its facts rest on, and the facts that are not so. */
export function claimsOf(material: EditionMaterial): ReadClaims {
  const { setting, folder } = material;
  const read = ownWords(material).map(words =>
    readClaims(
      words,
      pageOf(setting.edition.id, words.theme),
      name => figureNamed(name, setting, folder),
      fact => checkFact(fact, setting, folder),
    ),
  );
  return {
    claims: read.flatMap(({ claims }) => claims),
    figures: read.flatMap(({ figures }) => figures),
    issues: read.flatMap(({ issues }) => issues),
  };
}

/** The figures that officers' words name and rest on, beyond those of the findings. */
export function namedFigures(material: EditionMaterial, restedOn: readonly Figure[]): readonly Figure[] {
  const held: Ledger = ledgerOf(material.found, material.plans);
  const named = ownWords(material).flatMap(({ markdown }) =>
    namesIn(markdown).flatMap(name => figureNamed(name, material.setting, material.folder)?.figures ?? []),
  );
  const all = new Map([...named, ...restedOn].map(figure => [figure.id, figure]));
  return [...all.values()].filter(({ id }) => !held.has(id));
}

/** The commentary of the edition; of another area than the folder's own council, none. */
function ownWords({ folder, setting }: EditionMaterial): readonly Commentary[] {
  if (setting.council.code !== folder.council.code) return [];
  return folder.commentary.filter(({ edition }) => edition === setting.edition.id);
}

function pageOf(edition: string, theme: string): string {
  return theme === 'home' ? addresses.edition(edition) : addresses.theme(edition, theme);
}
