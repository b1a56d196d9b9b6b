import type { Figure } from '../model/figure.ts';

/** Site-relative addresses of an edition's pages; every page is a folder. */
export const addresses = {
  edition: (edition: string) => `${edition}/`,
  theme: (edition: string, theme: string) => `${edition}/${theme}/`,
  evidence: (edition: string, theme: string | null) =>
    theme === null ? `${edition}/numbers/` : `${edition}/${theme}/numbers/`,
  authorities: (edition: string, theme: string, section: string) => `${edition}/${theme}/${section}/`,
  section: (edition: string, theme: string, section: string) => `${edition}/${theme}/#${section}`,
  page: (
    edition: string,
    page: 'indicators' | 'downloads' | 'methodology' | 'glossary' | 'claims' | 'targets' | 'plans' | 'embed',
  ) => `${edition}/${page}/`,
  plan: (edition: string, kind: string) => `${edition}/${kind}/`,
  fragment: (edition: string, theme: string, section: string) => `${edition}/${theme}/embed/${section}.html`,
  document: (edition: string, theme: string | null) =>
    theme === null
      ? `${edition}/annual-education-report-${edition}.pdf`
      : `${edition}/${theme}/${edition}-${theme}.pdf`,
  card: (edition: string) => `${edition}/card.png`,
  workbook: (edition: string, theme: string | null) =>
    theme === null
      ? `${edition}/annual-education-report-${edition}.ods`
      : `${edition}/${theme}/${edition}-${theme}.ods`,
  file: (edition: string, path: string) => `${edition}/${path}`,
} as const;

/** Where each figure's evidence is: `2013-14/ks2/numbers/#<id>`. */
export type EvidenceOf = (figure: string) => string;

/** Finds the evidence of a figure from the pages that list them; a figure on several pages is at the first. */
export function evidenceIndex(
  pages: readonly { readonly href: string; readonly figures: readonly Figure[] }[],
): EvidenceOf {
  const hrefs = new Map<string, string>();
  for (const { href, figures } of pages) {
    for (const { id } of figures) if (!hrefs.has(id)) hrefs.set(id, `${href}#${id}`);
  }
  return figure => {
    const href = hrefs.get(figure);
    if (href === undefined) throw new Error(`invalid figure: ${figure} is printed but on no evidence page`);
    return href;
  };
}
