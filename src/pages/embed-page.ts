import { addresses } from './addresses.ts';
import { fileSize } from './data-files.ts';
import type { Layout } from './material.ts';
import { type Page, pageOf } from './page.ts';

/** The size of a fragment is known only once its page is drawn: a place is kept for it until then. */
export const embedSize = {
  /** What stands for the size of a file. */
  later: (path: string): string => `[size of ${path}]`,
  /** A page with the sizes put in, by path. */
  fill: (html: string, sizes: ReadonlyMap<string, number>): string =>
    html.replaceAll(/\[size of ([^\]]+)\]/g, (_, path: string) => {
      const size = sizes.get(path);
      if (size === undefined) throw new Error(`${path} is listed and was not made`);
      return fileSize(size);
    }),
} as const;

/** Every section of an edition as a fragment to embed. */
export function embedPage(layout: Layout): Page {
  const { setting, themes } = layout;
  const { id } = setting.edition;
  return pageOf(layout, 'embed', addresses.page(id, 'embed'), {
    themes: themes.map(({ found, groups }) => ({
      label: found.theme.label,
      files: groups.flatMap(({ parts }) =>
        parts.map(({ part }) => {
          const href = addresses.fragment(id, found.theme.id, part.id);
          return { href, text: `${part.heading} (HTML, ${embedSize.later(href)})` };
        }),
      ),
    })),
  });
}
