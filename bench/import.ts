// How long importing takes, and how much memory, beside finding the same rows with gzip and grep: `npm run bench:import`.
// KEYSTAGE_DATA names the folder with the interactive tool's long table (lait/bds_long.csv.gz); the file of open data is
// invented here, with about a million rows.
import { spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';

const runs = Number(process.argv[2] ?? 5);
const repository = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'keystage-bench-'));
const data = process.env.KEYSTAGE_DATA ?? join(repository, '../shared/data');

mkdirSync(join(folder, 'data/imports'), { recursive: true });
writeFileSync(join(folder, 'data/council.yaml'), 'code: E06000049\n');

/** A file of open data: years, authorities and four columns of groups, of which an indicator asks for a few. */
function* openData(): Generator<string> {
  const places = 'time_period,time_identifier,geographic_level,country_code,country_name';
  const groups = 'phase,gender,eligibility,language,need';
  const figures = Array.from({ length: 15 }, (_, at) => `figure_${at}`).join(',');
  yield `${places},region_code,region_name,old_la_code,new_la_code,la_name,${groups},${figures}\n`;
  const phases = ['Total', 'Primary', 'Secondary', 'Special'];
  const three = ['Total', 'Yes', 'No'];
  let seed = 1;
  for (let year = 2016; year < 2024; year++) {
    let block = '';
    for (let authority = 1; authority <= 33; authority++) {
      const code = `E090000${String(authority).padStart(2, '0')}`;
      const place = `${year}${(year + 1) % 100},Academic year,Local authority,E92000001,England,E12000007,London,,${code},London borough`;
      for (const phase of phases)
        for (const gender of ['Total', 'Girls', 'Boys'])
          for (const eligibility of three)
            for (const language of three)
              for (let need = 0; need < 35; need++) {
                const values: string[] = [];
                for (let at = 0; at < 15; at++) {
                  seed = (seed * 48_271) % 2_147_483_647;
                  values.push(at % 5 === 4 ? 'c' : String((seed % 1000) / 10));
                }
                block += `${place},${phase},${gender},${eligibility},${language},${need === 0 ? 'Total' : `Need ${need}`},${values.join(',')}\n`;
              }
    }
    yield block;
  }
}

const open = join(folder, 'open.csv.gz');
await pipeline(openData(), createGzip({ level: 6 }), createWriteStream(open));
const map = ['Total', 'Girls', 'Boys'].flatMap((gender, at) =>
  ['overall-absence', 'persistent-absence'].map(
    (indicator, figure) =>
      `  - { key: figure_${figure}, filters: 'gender=${gender}', indicator: ${indicator}, topic: ${at === 0 ? 'Total' : 'Sex'}, group: ${gender}, year: academic }`,
  ),
);
writeFileSync(
  join(folder, 'data/imports/open.yaml'),
  `publication: open
title: Invented
address: https://example.org/
licence: None
agreed: true
series:
${map.join('\n')}
`,
);

/** Seconds of an import, and megabytes where its peak is asked for, by a script that is loaded with it and takes time too. */
type Run = { readonly seconds: number; readonly megabytes: number };

function ours(file: string, asksForPeak = false): Run {
  const report = "process.on('exit',()=>process.stderr.write('\\n'+process.resourceUsage().maxRSS))";
  const line = [
    '--min-semi-space-size=16',
    '--max-semi-space-size=16',
    ...(asksForPeak ? ['--import', `data:text/javascript,${encodeURIComponent(report)}`] : []),
    ...['bin/keystage.js', 'import', '--quiet', '--dry-run', '--root', folder, file],
  ];
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, line, { cwd: repository, encoding: 'utf8' });
  const seconds = (performance.now() - began) / 1000;
  if (status !== 0) throw new Error(stdout + stderr);
  return { seconds, megabytes: asksForPeak ? Number(stderr.trim().split('\n').at(-1)) / 1024 : 0 };
}

function floor(file: string, words: string): Run {
  const began = performance.now();
  spawnSync('sh', ['-c', `gzip -dc "$1" | grep -E "$2" > /dev/null`, 'sh', file, words]);
  return { seconds: (performance.now() - began) / 1000, megabytes: 0 };
}

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

function compare(name: string, file: string, words: string, aim: number): void {
  // In turn, so that drift of the machine falls on both.
  const both = Array.from({ length: runs }, () => [floor(file, words), ours(file)] as const);
  const [theirs, own] = [0, 1].map(at => median(both.map(pair => pair[at]?.seconds ?? 0))) as [
    number,
    number,
  ];
  const peak = ours(file, true).megabytes;
  console.log(
    `${name}: gzip and grep ${theirs.toFixed(2)} s, import ${own.toFixed(2)} s, ${(own / theirs).toFixed(1)} times (aim ${aim}), peak ${peak.toFixed(0)} MB`,
  );
}

try {
  const lait = join(data, 'lait/bds_long.csv.gz');
  if (existsSync(lait)) compare('long table, 641,070 rows', lait, '^(KS|FSP|LAC|CIN|AVG|Tot|SEN)', 4);
  else console.log(`no ${lait}: the long table is left out`);
  compare('open data, invented, 997,920 rows', open, ',Total,(Total|Girls|Boys),Total,Total,Total,', 2);
} finally {
  rmSync(folder, { recursive: true });
}
