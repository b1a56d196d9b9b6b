// The floor: Eleventy writing pages that are finished already, and Vega drawing the same charts, alone.
// Reads what `build.ts` prepared (first argument), writes pages into the second.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Drawing } from '../src/charts/drawing.ts';
import { makeVega } from '../src/charts/render.ts';

type Prepared = {
  readonly drawings: readonly Drawing[];
  readonly pages: readonly { readonly path: string; readonly html: string }[];
};

const [, , prepared = '', out = ''] = process.argv;
const { drawings, pages }: Prepared = JSON.parse(readFileSync(join(prepared, 'prepared.json'), 'utf8'));
const draw = makeVega();
for (const drawing of drawings) draw(drawing);

const { default: Eleventy } = await import('@11ty/eleventy');
const eleventy = new Eleventy(join(prepared, 'empty'), out, {
  configPath: '',
  loader: 'esm',
  quietMode: true,
  config: eleventyConfig => {
    const templates = eleventyConfig as unknown as {
      addTemplate(path: string, html: string, data: object): void;
    };
    for (const [index, { path, html }] of pages.entries()) {
      templates.addTemplate(`page-${index}.html`, html, { permalink: path, templateEngineOverride: false });
    }
  },
});
eleventy.disableLogger();
await eleventy.write();
