// What a new council folder has beside its data: it must install, publish itself and be kept whole by Git.
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { startingFiles, toolAsNamedIn } from '../../src/cli/init.ts';

const files = new Map(
  startingFiles({ council: "St. Helen's", keystage: 'file:keystage-0.1.0.tgz' }).map(({ path, text }) => [
    path,
    text,
  ]),
);
const text = (path: string) => files.get(path) ?? '';
const own = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

describe('the files of a new council folder', () => {
  it('are these, and every blank in them is filled', () => {
    expect([...files.keys()].sort()).toEqual([
      '.gitattributes',
      '.github/workflows/publish.yml',
      '.gitignore',
      '.vscode/settings.json',
      'README.md',
      'package.json',
    ]);
    expect([...files.values()].join('')).not.toMatch(/\{\{\w+\}\}/);
  });

  it('package.json has a name that npm takes, the tool as it was told, and the Node that the tool needs', () => {
    const { name, dependencies, engines } = JSON.parse(text('package.json'));
    expect({ name, dependencies, engines }).toEqual({
      name: 'st-helen-s-education-report',
      dependencies: { keystage: 'file:keystage-0.1.0.tgz' },
      engines: own('package.json').engines,
    });
  });

  it('the workflow installs what the lock file names, checks, builds, and publishes from main alone', () => {
    const { jobs } = load(text('.github/workflows/publish.yml')) as {
      jobs: Record<string, { if?: string; needs?: string; steps: { run?: string; uses?: string }[] }>;
    };
    expect(jobs.build?.steps.flatMap(({ run }) => run ?? [])).toEqual([
      'npm ci --ignore-scripts',
      'npx keystage check',
      'npx keystage build --out _site',
    ]);
    expect(jobs.publish).toMatchObject({
      needs: 'build',
      if: "github.ref == 'refs/heads/main' && github.event_name != 'pull_request'",
    });
    expect(text('.github/workflows/publish.yml')).toContain('url: ${' + '{ steps.pages.outputs.page_url }}');
  });

  it('editors complete its files from the schemas of the tool that is installed', () => {
    const there = JSON.parse(text('.vscode/settings.json'))['yaml.schemas'];
    const here = own('.vscode/settings.json')['yaml.schemas'];
    expect(there).toEqual(
      Object.fromEntries(
        Object.entries(here).map(([schema, file]) => [`node_modules/keystage/${schema}`, file]),
      ),
    );
  });

  it('a clone names itself by its version', () => {
    expect(toolAsNamedIn('/somewhere')).toBe(own('package.json').version);
  });
});
