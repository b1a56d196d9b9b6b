import { dateLabel } from '../../model/date.ts';
import { bookOf } from './file.ts';
import type { LinkStatus, Reference } from '../references/schema.ts';
import { plainRun } from '../../pages/blocks.ts';
import type { Layout } from '../../pages/material.ts';
import type { Run } from '../../pages/view.ts';

/** The references of an edition, in the order of their file. */
function allReferences({ folder, setting }: Layout): readonly Reference[] {
  return bookOf(folder.books, setting.edition.id)?.plans.references?.value.references ?? [];
}

/** Those of an edition's references that are named. */
export function referencesOf(layout: Layout, ids: readonly string[]): readonly Reference[] {
  const all = allReferences(layout);
  return ids.flatMap(id => all.find(each => each.id === id) ?? []);
}

/**
 * A reference as a line: its title as a link, who published it when, its archived copy, and whether it was looked at,
 * unless it has been said once that none was.
 */
export function linkRuns(
  { title, publisher, year, url, archived, status, checked }: Reference,
  isSaidOnce = false,
): readonly Run[] {
  const link = (text: string, href: string): Run => ({ text, figure: null, href });
  return [
    status === 'gone' ? plainRun(title) : link(title, url),
    plainRun(`, ${publisher}, ${year}`),
    ...(archived === undefined
      ? []
      : [
          plainRun('; '),
          link(`${status === 'not-checked' ? 'look for ' : ''}“${title}” in a web archive`, archived),
        ]),
    plainRun(isSaidOnce ? '.' : `. ${statusSentence(status, checked)}`),
  ];
}

/** Whether an address was looked at, and what was found. */
function statusSentence(status: LinkStatus, checked: string | undefined): string {
  const when = checked === undefined ? '' : ` on ${dateLabel(checked)}`;
  switch (status) {
    case 'live':
      return `The link worked${when}.`;
    case 'gone':
      return `No longer at its own address${when === '' ? '' : `, as found${when}`}.`;
    case 'not-checked':
      return 'The link has not been checked.';
  }
}
