import { type Issue, issueOf } from '../issues.ts';
import { slug } from '../model/spelling.ts';
import type { PageName } from '../model/theme.ts';
import type { WrittenLink } from '../narrative/commentary-html.ts';
import { addresses } from './addresses.ts';
import type { EditionMaterial } from './material.ts';
import type { OfficersWords } from './officers-words.ts';
import { rankedIn } from './parts.ts';

const ofSite = ['', 'archive/', 'accessibility/', 'contact/', 'corrections/', 'search/'];

/** The pages that every edition has; others it has where there is something to show. */
const ofEvery: readonly PageName[] = [
  'indicators',
  'downloads',
  'methodology',
  'glossary',
  'claims',
  'embed',
];

/** Links to an edition of the folder that is not made now are let be; `editions` are all there are. */
export function linkIssues(
  made: readonly (EditionMaterial & { readonly words: OfficersWords })[],
  editions: readonly string[],
): readonly Issue[] {
  const held = new Set([...ofSite, ...made.flatMap(placesIn)]);
  const unmade = editions.filter(id => !made.some(({ setting }) => setting.edition.id === id));
  return made.flatMap(({ setting: { edition }, themes, words }) =>
    [...words.commentary].flatMap(([theme, { links }]) => {
      const own = new Set(
        themes.filter(({ found }) => found.theme.id === theme).flatMap(each => sectionsOf(edition.id, each)),
      );
      return links.flatMap(({ href, place }) => {
        const why = whyNowhere(href, held, own, unmade);
        return why === null ? [] : issueOf(place, 'link-nowhere', href, why);
      });
    }),
  );
}

/** Why a link leads nowhere, in words that follow its name; null where it leads somewhere. */
function whyNowhere(
  href: WrittenLink['href'],
  held: ReadonlySet<string>,
  own: ReadonlySet<string>,
  unmade: readonly string[],
): string | null {
  if (href.startsWith('#')) {
    return [...own].some(place => place.endsWith(href)) ? null : 'names no section of this page';
  }
  if (href.startsWith('/') && !href.startsWith('//')) {
    const path = href.slice(1).replace(/index\.html(?=#|$)/, '');
    const isHeld = held.has(path) || unmade.some(id => path.startsWith(addresses.edition(id)));
    return isHeld ? null : 'leads to no page or section of the report';
  }
  if (!/^https?:\/\//i.test(href)) return 'is no address that readers can follow';
  const url = URL.parse(href);
  return url?.hostname.includes('.') && url.username === '' ? null : 'is no whole address';
}

/** Every page of an edition, and every section of its chapters, from the root of the site. */
function placesIn({ setting, themes, sections, plans, targets }: EditionMaterial): readonly string[] {
  const { edition, folder } = setting;
  const { id } = edition;
  const page = (name: PageName) => addresses.page(id, name);
  return [
    addresses.edition(id),
    addresses.evidence(id, null),
    ...ofEvery.map(page),
    ...(targets === null ? [] : [page('targets')]),
    ...(targets === null && plans.length === 0 ? [] : [page('plans')]),
    ...plans.map(plan => addresses.plan(id, plan.id)),
    ...folder.glossary.map(term => `${page('glossary')}#${slug(term.term)}`),
    ...['figures.csv', 'figures.json'].map(name => addresses.file(id, name)),
    ...themes.flatMap(theme => [
      addresses.theme(id, theme.found.theme.id),
      addresses.evidence(id, theme.found.theme.id),
      ...sectionsOf(id, theme),
    ]),
    ...sections
      .filter(({ part }) => rankedIn(part).length > 0)
      .map(({ theme, part }) => addresses.authorities(id, theme.id, part.id)),
  ];
}

function sectionsOf(
  edition: string,
  { found, groups }: EditionMaterial['themes'][number],
): readonly string[] {
  return groups.flatMap(({ id, page, parts }) => {
    // The chapter keeps the places of groups that have a page of their own.
    const place = `${addresses.theme(edition, found.theme.id)}#${id}`;
    return [page, place, ...parts.map(({ href }) => href)];
  });
}
