// Runs beside a copy of the code, and stays: makes the invented council's report, and its site, as often as it is asked.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Drawing from '../../src/charts/render.ts';
import type * as Reporting from '../../src/report.ts';
import type * as Loaded from '../../src/site/assets.ts';
import type { Drawer } from '../../src/site/drawings.ts';
import type * as Publishing from '../../src/site.ts';
import { copyOf } from '../support/copy-of.ts';

/** What is asked of a builder. */
export type Order = {
  /** The folder that has the code: another folder is code that no build before has loaded. */
  readonly code: string;
  /** What is made: the report and its site; the site of the report made before; or that site's style sheet alone. */
  readonly make: 'report' | 'site' | 'styles';
  /** The folder in `src` whose code draws; null for drawings as they were kept, or as the code that makes the report draws. */
  readonly charts: string | null;
  /** The address of the one page that is made; null for all. */
  readonly only: string | null;
  readonly out: string;
};

const [root = '', edition = ''] = process.argv.slice(2);
const load = (code: string, file: string) => import(pathToFileURL(join(code, file)).href);

type Code = { readonly made: Reporting.Made; readonly publish: typeof Publishing.publish };
const codes = new Map<string, Code>();

async function codeOf(code: string, isFresh: boolean): Promise<Code> {
  const held = codes.get(code);
  if (held !== undefined && !isFresh) return held;
  const { makeReport }: typeof Reporting = await load(code, 'src/report.ts');
  const { publish }: typeof Publishing = await load(code, 'src/site.ts');
  const found = { made: makeReport(root, { edition, area: null }), publish };
  if (!isFresh) codes.set(code, found);
  return found;
}

/** What draws with the code in a folder, and keeps nothing. */
async function drawerOf(charts: string): Promise<Drawer> {
  const { makePen }: typeof Drawing = await load(charts, 'render.ts');
  const pen = makePen();
  return async wanted => pen(wanted);
}

async function obey({ code, make, charts, only, out }: Order): Promise<void> {
  const { made, publish } = await codeOf(code, make === 'report');
  if (made.outcome !== 'made') throw new Error(JSON.stringify(made, null, 1));
  const { report } = made;
  if (make === 'styles') {
    const { makeAssets }: typeof Loaded = await load(code, 'src/site/assets.ts');
    const { files, names } = await makeAssets(report);
    const sheet = files.find(({ path }) => path === names.get('assets/site.css'));
    // Pages that were made before name the sheet that they were made with.
    const [before = ''] = readdirSync(join(out, 'assets')).filter(name => name.endsWith('.css'));
    if (sheet !== undefined && 'bytes' in sheet) writeFileSync(join(out, 'assets', before), sheet.bytes);
    return;
  }
  const pages = report.pages.filter(({ href }) => only === null || href === only);
  const draw = charts === null ? {} : { draw: await drawerOf(join(code, 'src', charts)) };
  // No fault is one of telling what is hidden: it is not looked for.
  await publish({ ...copyOf(report), pages }, out, { documents: false, hidden: [], ...draw });
}

process.on('message', (order: Order) => {
  obey(order).then(
    () => process.send?.('built'),
    (fault: Error) => process.send?.(`${fault.stack}`),
  );
});
