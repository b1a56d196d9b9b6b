import { addresses } from './addresses.ts';
import type { Layout } from './material.ts';
import { type Page, pageOf } from './page.ts';

/** Every section of an edition as a fragment to embed. */
export function embedPage(layout: Layout): Page {
  const { setting, themes } = layout;
  const { id } = setting.edition;
  return pageOf(layout, 'embed', addresses.page(id, 'embed'), {
    themes: themes.map(({ found, groups }) => ({
      label: found.theme.label,
      files: groups.flatMap(({ parts }) =>
        parts.map(({ part }) => ({
          href: addresses.fragment(id, found.theme.id, part.id),
          label: part.heading,
        })),
      ),
    })),
  });
}
