import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ConfigData, HtmlValidate, StaticConfigLoader } from 'html-validate';
import type { SiteCheck } from './check.ts';
import { lookedAt, oneOfEachKind } from './site.ts';

const repository = new URL('../../', import.meta.url);
const settings: ConfigData = JSON.parse(readFileSync(new URL('.htmlvalidate.json', repository), 'utf8'));
const vnu = fileURLToPath(new URL('node_modules/vnu-jar/build/dist/vnu.jar', repository));

/** A run of seconds ends before Java has made much faster code of it; the code it has by then needs a deeper stack. */
const briefly = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xss4m'];

/** Whether the second checker of markup can be run: it needs Java. */
export const hasJava = spawnSync('java', ['-version']).status === 0;

/** Markup by html-validate: of one page of each kind where the other checker, which is faster, reads them all. */
export const htmlValidateCheck: SiteCheck = {
  name: '24 html-validate finds nothing',
  items: [1, 18, 24, 54, 55, 66],
  find: async site => {
    const validator = new HtmlValidate(new StaticConfigLoader(settings));
    const found: string[] = [];
    for (const name of hasJava ? oneOfEachKind(site) : lookedAt(site)) {
      const html = site.pages.get(name) ?? '';
      const { results } = await validator.validateString(html, name);
      found.push(
        ...results.flatMap(({ messages }) =>
          messages.map(({ ruleId, line, message }) => `${name}:${line} ${ruleId}: ${message}`),
        ),
      );
    }
    return found;
  },
};

/** Markup by the Nu HTML Checker. */
export const nuCheck: SiteCheck = {
  name: '24 the Nu HTML Checker finds nothing',
  items: [1, 18, 24, 54, 55],
  find: site => {
    // Sections to embed are no pages: they are checked inside one, by their own tests.
    const paths = lookedAt(site).map(name => join(site.folder, name));
    const { stderr } = spawnSync(
      'java',
      [...briefly, '-jar', vnu, '--errors-only', '--skip-non-html', '--format', 'json', ...paths],
      {
        encoding: 'utf8',
        maxBuffer: 1e8,
      },
    );
    const { messages } = JSON.parse(stderr) as {
      messages: { url: string; lastLine: number; message: string }[];
    };
    return messages.map(
      ({ url, lastLine, message }) => `${url.split('/').slice(-3).join('/')}:${lastLine} ${message}`,
    );
  },
};
