// The floor: Eleventy writing pages that are finished already, and Vega drawing the same charts, alone.
// Reads what `build.ts` prepared (first argument), writes pages into the second.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sheets } from '../src/charts/drawing.ts';
import { kindOf, tellOf } from '../src/charts/kinds.ts';
import { makeVega, type Wanted } from '../src/charts/render.ts';
import { sparkKind, sparkSheet } from '../src/charts/spark.ts';

type Prepared = {
  readonly drawings: readonly Wanted[];
  readonly pages: readonly { readonly path: string; readonly html: string }[];
};

const [, , prepared = '', out = ''] = process.argv;
const { drawings, pages }: Prepared = JSON.parse(readFileSync(join(prepared, 'prepared.json'), 'utf8'));
const draw = makeVega();
for (const wanted of drawings) {
  if (wanted.kind === 'spark') draw(sparkKind, sparkKind.tell(wanted.line, sparkSheet), sparkSheet);
  else draw(kindOf(wanted.chart), tellOf(wanted.chart, wanted.width), sheets[wanted.width]);
}

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
