import type { CorrectionsView } from './corrections-page.ts';
import type { FeedView } from './page.ts';
import type { SiteView } from './site-view.ts';

/** The feed of a site: an entry for each edition and for each day on which printed figures were revised or corrected. */
export function feedOf(site: SiteView, corrections: CorrectionsView): FeedView {
  const editions = site.editions.map(({ id, title, year, cutOff, cutOffDate }) => ({
    date: cutOffDate,
    title,
    summary: `The report for the academic year ${year}, with figures published up to ${cutOff}.`,
    href: `${id}/`,
  }));
  const released = corrections.editions.flatMap(({ edition, releases }) =>
    releases.map(({ id, date, released, summary }) => ({
      date,
      title: `Revisions and corrections to ${edition.title}, ${released}`,
      summary: `${summary}.`,
      href: `${corrections.href}#${id}`,
    })),
  );
  const entries = [...editions, ...released]
    .toSorted((a, b) => b.date.localeCompare(a.date))
    .map(entry => ({ ...entry, id: idOf(site, entry.date, entry.href), updated: momentOf(entry.date) }));
  const oldest = site.editions.at(-1) ?? site.latest;
  return {
    id: idOf(site, oldest.cutOffDate, 'feed.xml'),
    title: `${site.council}: ${site.reportTitle}`,
    subtitle: ['Editions, revisions and corrections.', site.demonstration].filter(Boolean).join(' '),
    updated: entries[0]?.updated ?? momentOf(site.latest.cutOffDate),
    author: `${site.contact.role}, ${site.council}`,
    entries,
  };
}

/** An entry's name for ever: its address or, where the site has none yet, a tag made of the council's own. */
function idOf({ address, website }: SiteView, date: string, href: string): string {
  return address === null
    ? `tag:${new URL(website).hostname},${date}:education-report/${href}`
    : address + href;
}

function momentOf(date: string): string {
  return `${date}T00:00:00Z`;
}
