import type { PageName } from '../model/theme.ts';

/** Site-relative addresses of an edition's pages; every page is a folder. */
export const addresses = {
  edition: (edition: string) => `${edition}/`,
  theme: (edition: string, theme: string) => `${edition}/${theme}/`,
  topic: (edition: string, theme: string, topic: string) => `${edition}/${theme}/${topic}/`,
  evidence: (edition: string, theme: string | null) =>
    theme === null ? `${edition}/numbers/` : `${edition}/${theme}/numbers/`,
  authorities: (edition: string, theme: string, section: string) => `${edition}/${theme}/${section}/`,
  section: (edition: string, theme: string, section: string) => `${edition}/${theme}/#${section}`,
  page: (edition: string, page: PageName) => `${edition}/${page}/`,
  target: (edition: string, target: string) => `${edition}/targets/#${target}`,
  plan: (edition: string, kind: string) => `${edition}/${kind}/`,
  fragment: (edition: string, theme: string, section: string) => `${edition}/${theme}/embed/${section}.html`,
  document: (edition: string, part: 'summary' | 'tables' | null) =>
    `${edition}/annual-education-report-${edition}${part === null ? '' : `-${part}`}.pdf`,
  card: (edition: string) => `${edition}/card.png`,
  workbook: (edition: string, theme: string | null) =>
    theme === null
      ? `${edition}/annual-education-report-${edition}.ods`
      : `${edition}/${theme}/${edition}-${theme}.ods`,
  /** What templates know a picture by; it is published under a name of its content. */
  picture: (name: string) => `assets/pictures/${name}`,
  file: (edition: string, path: string) => `${edition}/${path}`,
} as const;
