import type { Page } from '../pages/page.ts';

/**
 * What a page may load, each kind from where: from its own site alone, no script or style written into a page, nothing of
 * text made into code. Drawings hold their colours in attributes, which no policy touches.
 */
const directives = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
} as const;

/** What the index of the search is read with: a program of its own kind, which cannot make text into code. */
const searchProgram = "'wasm-unsafe-eval'";

/** Read from a folder, the site is "file:" to browsers that do not call it their own. */
export function pagePolicy(isSearch: boolean): string {
  const { 'style-src': styles, 'img-src': pictures, 'font-src': letters } = directives;
  return written({
    ...directives,
    'script-src': `${withSearch(isSearch)} file:`,
    'style-src': `${styles} file:`,
    'img-src': `${pictures} file:`,
    'font-src': `${letters} file:`,
  });
}

/** The policy that a server sends with every page: one for all, and nobody may put a page in a frame. */
export const sentPolicy = written({
  ...directives,
  'script-src': withSearch(true),
  'frame-ancestors': "'none'",
});

/** The policy of a section to embed, which brings its styles, and may be put in a frame by anybody. */
export const fragmentPolicy = written({
  'default-src': "'none'",
  'style-src': "'unsafe-inline'",
  'img-src': 'data:',
  'form-action': "'none'",
  'base-uri': "'none'",
  'frame-ancestors': '*',
});

/** What a server sends with every file besides. */
const sentAlways = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
} as const;

/** How long a file may be kept whose name says what is in it: a year, and not asked for again. */
const keptForGood = 'public, max-age=31536000, immutable';

/**
 * A `_headers` file, as several hosts of static sites read it. No two rules for the policy match one address, since some
 * hosts send the policies of both, and a browser then holds a page to both.
 */
export function headersFile(pages: readonly Pick<Page, 'href'>[]): string {
  const rule = (path: string, headers: Readonly<Record<string, string>>) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  const paths = [...new Set(pages.flatMap(({ href }) => patternsOf(href)))].sort();
  return `${[
    '# Sent with the files of this site by hosts that read this file. Others: see docs/hosting.md of Keystage.',
    rule('/*', sentAlways),
    ...paths.map(path => rule(path, { 'Content-Security-Policy': sentPolicy })),
    rule('/:edition/:chapter/embed/:section', { 'Content-Security-Policy': fragmentPolicy }),
    ...['/assets/:file', '/assets/fonts/:file'].map(path => rule(path, { 'Cache-Control': keptForGood })),
  ].join('\n\n')}\n`;
}

/** The rules that match a page: by its depth alone, so that they stay few; below a chapter's own pages by their names. */
function patternsOf(href: string): readonly string[] {
  if (href === '404.html') return ['/404.html'];
  const names = href.split('/').filter(name => name !== '');
  const path = names.map((name, depth) => (names.length < 4 || depth !== 2 ? `:${'abcdef'[depth]}` : name));
  const folder = ['', ...path, ''].join('/');
  return [folder, `${folder}index.html`];
}

function withSearch(isWanted: boolean): string {
  return isWanted ? `${directives['script-src']} ${searchProgram}` : directives['script-src'];
}

function written(policy: Readonly<Record<string, string>>): string {
  return Object.entries(policy)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}
