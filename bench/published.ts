// How long it takes to read what was imported, to read and protect the whole of the reference council's folder, and to set
// every authority in order by every measure, group and year that is held; and how much memory: `npm run bench:published`.
// Each is a process of its own. Times are those that its main thread was at work, which other programs hardly change; peaks
// are of the whole process, Node and our code in it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { authoritiesOf, quartilesOf } from '../src/judgements/authorities.ts';
import { spreadOf } from '../src/judgements/bands.ts';
import { levelOf } from '../src/judgements/figures.ts';
import { neighboursBeside, type Setting } from '../src/judgements/setting.ts';
import { readCouncil } from '../src/report.ts';
import { openFolder } from '../src/sources/files.ts';
import type { Known } from '../src/sources/names.ts';
import { readPublished } from '../src/sources/published.ts';

const works = ['nothing', 'imported', 'folder', 'authorities', 'neighbours'] as const;
type Work = (typeof works)[number];

const repository = fileURLToPath(new URL('..', import.meta.url));

/** What was imported, with every name taken as known. */
function imported() {
  const any = { entries: new Map(), isWhole: false };
  const known = new Proxy({ council: '' }, { get: (_, name) => (name === 'council' ? '' : any) });
  const folder = openFolder(repository, () => {});
  if (folder === null) throw new Error('there is no folder');
  return readPublished(folder, known as unknown as Known).filter(({ companion }) => companion === null);
}

/** The setting of the latest edition. */
function latest(): Setting {
  const read = readCouncil(repository);
  if (read.outcome !== 'read') throw new Error('the reference council has issues');
  const edition = read.folder.editions.at(-1);
  const held = read.known.get(edition?.id ?? '');
  if (edition === undefined || held === undefined) throw new Error('there is no edition');
  const { folder, figures } = held;
  const areas = new Map(folder.areas.map(area => [area.code, area]));
  const named = (code: string) => {
    const area = areas.get(code);
    if (area === undefined) throw new Error(`no area ${code}`);
    return area;
  };
  return {
    ...{ edition, folder, areas, known: figures, memory: new Map() },
    council: named(folder.council.code),
    region: named(folder.council.region),
    nation: named(folder.council.nation),
    neighbours: folder.neighbours.find(({ id }) => id === edition.neighbours) ?? null,
    neighboursBefore: null,
  };
}

/** Every measure of a setting with each group and year that was imported of it. */
function everyYear(setting: Setting) {
  const indicators = new Map(setting.folder.indicators.map(indicator => [indicator.id, indicator]));
  return imported().flatMap(({ indicator, breakdown, years }) => {
    const measure = indicators.get(indicator);
    if (measure === undefined) return [];
    return years.flatMap(year => (year === null ? [] : [[measure, breakdown, year.period] as const]));
  });
}

/** Does one kind of work, and says how many of what it was of; `start` is called when all before it is done. */
function work(kind: Work, start: () => void): string {
  switch (kind) {
    case 'nothing':
      start();
      return 'Node and our code alone';
    case 'imported': {
      start();
      const values = imported().reduce(
        (sum, { states }) => sum + states.filter(state => state === 1).length,
        0,
      );
      return `reading ${values.toLocaleString('en-GB')} values that were imported`;
    }
    case 'folder': {
      start();
      const { folder } = latest();
      return `reading and protecting the whole folder, ${folder.indicators.length} measures`;
    }
    case 'authorities': {
      const setting = latest();
      const every = everyYear(setting);
      start();
      let placed = 0;
      for (const each of every) {
        const { ranked } = authoritiesOf(setting, ...each);
        placed += ranked.length;
        if (ranked.length > 0) quartilesOf(setting, ...each);
        spreadOf(setting, ...each);
      }
      return `places, bands and spreads of ${placed.toLocaleString('en-GB')} figures, ${every.length} times all authorities`;
    }
    case 'neighbours': {
      const setting = latest();
      const every = everyYear(setting);
      const beside = neighboursBeside(setting);
      if (beside === null) throw new Error('there are no neighbours');
      start();
      for (const [indicator, breakdown, period] of every)
        levelOf(setting, indicator, beside, breakdown, period);
      return `averages of the neighbours, as figures, ${every.length} times`;
    }
  }
}

const asked = works.find(each => each === process.argv[2]);
if (asked === undefined) {
  const runs = Number(process.argv[2] ?? 5);
  const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
  for (const each of works) {
    const all = Array.from({ length: runs }, () => {
      const line = [
        '--min-semi-space-size=16',
        '--max-semi-space-size=16',
        fileURLToPath(import.meta.url),
        each,
      ];
      const { status, stdout, stderr } = spawnSync(process.execPath, line, { encoding: 'utf8' });
      if (status !== 0) throw new Error(stderr);
      return JSON.parse(stdout) as { said: string; seconds: number; megabytes: number };
    });
    const seconds = median(all.map(run => run.seconds)).toFixed(3);
    const megabytes = median(all.map(run => run.megabytes)).toFixed(0);
    console.log(`${seconds} s   peak ${megabytes} MB   ${all[0]?.said}`);
  }
} else {
  let began = process.threadCpuUsage();
  const said = work(asked, () => {
    began = process.threadCpuUsage();
  });
  const { user, system } = process.threadCpuUsage(began);
  const seconds = (user + system) / 1e6;
  console.log(JSON.stringify({ said, seconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
}
