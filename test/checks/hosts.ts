// Pages of other people, each with a section of ours pasted into it, for the checks of pages to look at.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openSite, type Site, sizeOf, textOf } from './site.ts';

/** What is looked at in a section that stands in another page: all that does not ask for a page of ours about it. */
const asked = /^(?:2|24 no id|37|42|43|50 every|52|53|55|62|65|66|67|71|85|88|89|90|91|93|94|95|98|99) /;

/** Whether a check of pages looks at sections in pages of others too. */
export function looksAtHosts({ name }: { readonly name: string }): boolean {
  return asked.test(name);
}

/**
 * A site of plain pages, each with a section pasted into it, written to a folder: of each kind of chart and table the lightest
 * section, and the heaviest of all.
 */
export function hostsOf(site: Site, folder: string): Site {
  const fragments = site.files.filter(name => /\/embed\/(?!index\.html$).*\.html$/.test(name));
  const byWeight = fragments.toSorted((a, b) => sizeOf(site, a) - sizeOf(site, b));
  const kinds = Map.groupBy(byWeight, name => kindOf(textOf(site, name)));
  const chosen = [...kinds.values()].map(([lightest = '']) => lightest);
  for (const name of new Set([...chosen, ...byWeight.slice(-1)])) {
    const path = join(folder, name.replaceAll('/', '-'));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, host(textOf(site, name)));
  }
  return openSite(folder, site.today);
}

/** What stands in a section: its kinds of chart, and how many tables. */
function kindOf(text: string): string {
  const charts = [...text.matchAll(/aria-label="([A-Z][a-z]+(?: [a-z]+)*)[:.]/g)].map(([, kind]) => kind);
  return [...new Set(charts), text.split('<table').length].join();
}

/** A page with a section in it. Its classes stand beside themselves as our own pages have them, by which checks find things. */
function host(fragment: string): string {
  const section = fragment.replaceAll(/ class="([^"]*)"/g, (_, classes: string) => {
    const own = classes.split(' ').map(name => name.replace(/^keystage-/, ''));
    return ` class="${classes} ${own.join(' ').replace(/\bheard\b/, 'govuk-visually-hidden')}"`;
  });
  return `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>A page of another site</title><meta name="viewport" content="width=device-width, initial-scale=1">
<style>html { color-scheme: light } body { background: #fff }</style></head>
<body><main><h1>A page of another site</h1>
${section}</main></body></html>`;
}
