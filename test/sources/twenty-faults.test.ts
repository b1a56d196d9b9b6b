import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { withCouncilFolder } from '../support/council-folder.ts';
import { loadFolder } from '../support/load-folder.ts';

const keystage = fileURLToPath(new URL('../../bin/keystage.js', import.meta.url));

/** Text with one passage changed; the passage must be there, so that no fault goes unplanted. */
function change(text: string, ...changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`"${from}" is not there to be changed`);
    return changed.replace(from, to);
  }, text);
}

test('twenty faults in a folder are twenty issues, each at its place, in order', () => {
  const plants = {
    'content/commentary/2013-15/ks2.md': 'Words on a year that has no edition.\n',
    'data/areas.yaml': (text: string) => change(text, ['areas: [W02]', 'areas: [W20]']),
    'data/breakdowns.yaml': (text: string) => change(text, ['against: Girls', 'against: Gilrs']),
    'data/catalogue/ks2.yaml': (text: string) => change(text, ['polarity: high', 'polarity: up']),
    'data/catalogue/inspection.yaml': (text: string) => change(text, ['unit: schools', 'units: schools']),
    'data/council.yaml': (text: string) => change(text, ['reviewed: 2014-11-01', 'reviewed: 2014-11-31']),
    'data/editions/201314.yaml': (text: string) => change(text, ['[ks2-reading]', '[ks2-raeding]']),
    'data/glossary.yaml': (text: string) => change(text, ['    expansion', '\texpansion']),
    'data/inspections/201314.csv': (text: string) =>
      change(text, ['Primary,Good,9', 'Primary,Grand,9'], ['Poor,0', 'Poor,nought']),
    'data/observations/ks2/201213.csv': (text: string) =>
      Buffer.from(
        change(text, [
          '81,,,final,2013-08-29,invented-results,',
          '81,,,final,2013-08-29,invented-results,Café',
        ]),
        'latin1',
      ),
    'data/observations/ks2/201314.csv': (text: string) =>
      `${change(
        text,
        ['84,168,200', '8O,168,200'],
        [',,90,100,', ',,90,100'],
        ['Boys,,78,100', 'Boys,,178,100'],
        ['W02,201314', 'W03,201314'],
        ['~82', '182'],
        ['83,,,', '83.3,,7,'],
      )}ks2-progress,W01,201314,Total,Total,1.4,,,revised,2014-08-28,invented-results,\n`,
    'data/observations/ks2/201415.csv/keep': 'A folder named like a file.',
    'data/sources.yaml': (text: string) =>
      change(text, ['https://inspections.example/', 'inspections.example']),
  };
  const { loaded, printed } = withCouncilFolder(plants, folder => ({
    loaded: loadFolder(folder),
    printed: spawnSync(process.execPath, [keystage, 'check', '--root', folder, '--json'], {
      encoding: 'utf8',
    }),
  }));
  expect(loaded.outcome).toBe('issues');
  expect(loaded.issues.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`)).toEqual([
    'content/commentary/2013-15:1:1 unknown-edition',
    'data/areas.yaml:19:13 unknown-area',
    'data/breakdowns.yaml:14:18 unknown-group',
    'data/catalogue/inspection.yaml:10:5 unknown-key',
    'data/catalogue/ks2.yaml:16:15 wrong-value',
    'data/council.yaml:15:13 bad-date',
    'data/editions/201314.yaml:8:13 unknown-indicator',
    'data/glossary.yaml:3:1 tab-in-yaml',
    'data/inspections/201314.csv:3:45 unknown-part',
    'data/inspections/201314.csv:4:50 wrong-type',
    'data/observations/ks2/201213.csv:2:78 wrong-encoding',
    'data/observations/ks2/201314.csv:2:36 wrong-type',
    'data/observations/ks2/201314.csv:3:1 short-row',
    'data/observations/ks2/201314.csv:4:34 numerator-above-denominator',
    'data/observations/ks2/201314.csv:5:13 unknown-area',
    'data/observations/ks2/201314.csv:6:36 percentage-out-of-range',
    'data/observations/ks2/201314.csv:7:36 impossible-percentage',
    'data/observations/ks2/201314.csv:9:1 duplicate-observation',
    'data/observations/ks2/201415.csv:1:1 not-a-file',
    'data/sources.yaml:11:10 wrong-value',
  ]);
  expect(printed.status).toBe(1);
  expect(JSON.parse(printed.stdout)).toEqual(loaded.issues);
});
