import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageFile } from './installation.ts';

/** The scripts of Vega for the page that draws charts in the browser, by their names in the site. */
export function vegaScripts(): readonly { readonly name: string; readonly bytes: Buffer }[] {
  return [
    { name: 'vega.js', bytes: built('vega', 'vega.min.js') },
    { name: 'vega-lite.js', bytes: built('vega-lite', 'vega-lite.min.js') },
    { name: 'vega-interpreter.js', bytes: Buffer.from(interpreter()) },
  ];
}

/** A file of a package as it was built for browsers, without its mention of a map that the site does not have. */
function built(name: string, file: string): Buffer {
  const text = readFileSync(join(dirname(packageFile(name)), 'build', file), 'utf8');
  return Buffer.from(text.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n'));
}

/** Vega's interpreter comes as a module, which browsers refuse to pages opened from a folder: here it is put among Vega's own. */
function interpreter(): string {
  const module = built('vega-interpreter', 'vega-interpreter.js').toString();
  const [, imported] = /^import \{([^}]*)\} from 'vega-util';$/m.exec(module) ?? [];
  const [, exported] = /^export \{([^}]*)\};$/m.exec(module) ?? [];
  if (imported === undefined || exported?.trim() !== 'expression as expressionInterpreter')
    throw new Error('vega-interpreter is not as it was: its imports and exports cannot be read');
  const body = module.replace(/^import .*$/m, `const {${imported}} = vega;`).replace(/^export .*$/m, '');
  return `(() => {\n'use strict';\n${body}\nvega.expressionInterpreter = expression;\n})();\n`;
}
