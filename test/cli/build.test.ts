// A build as one step: whenever it is ended, and whatever stands in its way, a whole site stands where one stood.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeCouncilFolder } from '../support/council-folder.ts';

const bin = fileURLToPath(new URL('../../bin/keystage.js', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'keystage-whole-'));
/** The folder as it was, and as it is now. */
const [before, now] = [join(scratch, 'before'), join(scratch, 'now')];
const sites = { old: join(scratch, 'old'), fresh: join(scratch, 'fresh') };

const line = (root: string, out: string) => [bin, 'build', '--no-documents', '--root', root, '--out', out];
const begun = (root: string, out: string) => spawn(process.execPath, line(root, out), { stdio: 'ignore' });
function build(root: string, out: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, line(root, out), { encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

/** Everything in a folder, as one word. */
function contents(folder: string): string {
  const hash = createHash('sha256');
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(each => each.isFile())
    .map(each => join(each.parentPath, each.name))
    .sort())
    hash.update(entry.slice(folder.length)).update(readFileSync(entry));
  return hash.digest('hex');
}

beforeAll(() => {
  for (const root of [before, now]) {
    mkdirSync(root);
    writeCouncilFolder(root, {
      'data/council.yaml': text =>
        text.replace('are invented', root === before ? 'were invented' : 'are invented'),
    });
  }
  expect(build(before, sites.old).status).toBe(0);
  expect(build(now, sites.fresh).status).toBe(0);
  expect(contents(sites.old)).not.toBe(contents(sites.fresh));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A folder with the old site in it, in a folder of its own. */
function withOld(name: string): string {
  const out = join(scratch, name, 'site');
  mkdirSync(join(scratch, name));
  cpSync(sites.old, out, { recursive: true });
  return out;
}

/** Is a half-made site beside the one that stands? */
const halfMade = (out: string) =>
  readdirSync(dirname(out)).some(name => name.startsWith(`${basename(out)}.building-`));

/** The site that stands: one that was put aside, where a build was ended between its two renames. */
const standing = (out: string) => {
  const aside = readdirSync(dirname(out)).find(name => name.includes('.replaced-'));
  return existsSync(out) || aside === undefined ? out : join(dirname(out), aside);
};

/** A build with something that happens meanwhile: see `meanwhile.ts`. */
function begunWith(meanwhile: string, root: string, out: string, steps?: string) {
  const env = { ...process.env, MEANWHILE: meanwhile, ...(steps === undefined ? {} : { STEPS: steps }) };
  const all = ['--import', new URL('meanwhile.ts', import.meta.url).href, ...line(root, out)];
  return { all, env };
}
function buildWith(meanwhile: string, root: string, out: string, steps?: string) {
  const { all, env } = begunWith(meanwhile, root, out, steps);
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, all, { encoding: 'utf8', env });
  return { ended: signal ?? status, said: stdout + stderr };
}

/** How often a build is killed, and the seed of the steps at which it is. */
const kills = Number(process.env.KILLS ?? 12);
const seed = Number(process.env.KILL_SEED ?? 7);

it('killed at any moment it leaves the old site or the new one whole, and the next build takes away the rest', async () => {
  const out = withOld('killed');
  const [old, fresh] = [contents(sites.old), contents(sites.fresh)];
  expect(buildWith('', now, out, join(scratch, 'steps')).ended).toBe(0);
  const steps = Number(readFileSync(join(scratch, 'steps'), 'utf8'));
  const found = { old: 0, fresh: 0 };
  /** One in two is killed at any of its steps, the others at one of the last, where the new site takes the place of the old. */
  const stepOf = (at: number) => {
    const random = (Math.sin(seed * 1000 + at) + 1) / 2;
    return at % 2 === 0 ? 1 + Math.floor(random * steps) : steps - Math.floor(random * 12);
  };
  const killed = async (at: number) => {
    const own = withOld(`killed-${at}`);
    const { all, env } = begunWith(`SIGKILL@${stepOf(at)}`, now, own);
    const [status, signal] = await once(spawn(process.execPath, all, { stdio: 'ignore', env }), 'exit');
    const stands = contents(standing(own));
    const which = `step ${stepOf(at)} of ${steps}, of seed ${seed}`;
    expect([old, fresh], which).toContain(stands);
    // A build may take a step fewer than another, and be done before the last.
    if (status === 0) expect(stands, which).toBe(fresh);
    else {
      expect(signal, which).toBe('SIGKILL');
      found[stands === old ? 'old' : 'fresh'] += 1;
    }
    rmSync(dirname(own), { recursive: true });
  };
  // Two at a time, as machines have two cores.
  const half = async (from: number) => {
    for (let at = from; at < kills; at += 2) await killed(at);
  };
  await Promise.all([half(0), half(1)]);
  if (process.env.KILLS !== undefined) console.log(`seed ${seed}, ${steps} steps: ${JSON.stringify(found)}`);
  expect(Math.min(found.old, found.fresh)).toBeGreaterThan(0);
  expect(found.old + found.fresh).toBeGreaterThanOrEqual(kills * 0.75);
  rmSync(out, { recursive: true });
  cpSync(sites.old, out, { recursive: true });
  expect(buildWith('SIGKILL', now, out).ended).toBe('SIGKILL');
  expect(contents(out)).toBe(old);
  expect(halfMade(out)).toBe(true);
  const { status, said } = build(now, out);
  expect(status).toBe(0);
  expect(said).toContain('ended before it was done');
  expect(contents(out)).toBe(fresh);
  expect(readdirSync(dirname(out))).toEqual(['site']);
});

it('ended between its two renames, the site that it put aside is put back', () => {
  const out = withOld('between');
  renameSync(out, `${out}.replaced-999999999-1`);
  const faulty = join(scratch, 'faulty');
  cpSync(now, faulty, { recursive: true });
  writeFileSync(join(faulty, 'data/council.yaml'), 'name: [\n');
  const { status, said } = build(faulty, out);
  expect(status).toBe(1);
  expect(said).toContain('Nothing was published. The site that was in');
  expect(contents(out)).toBe(contents(sites.old));
  expect(readdirSync(join(out, '..'))).toEqual(['site']);
});

it('two at once leave one whole site, and nothing beside it', async () => {
  const out = withOld('two');
  const both = [before, now].map(root => once(begun(root, out), 'exit'));
  expect((await Promise.all(both)).map(([status]) => status)).toEqual([0, 0]);
  expect([contents(sites.old), contents(sites.fresh)]).toContain(contents(out));
  expect(readdirSync(join(out, '..'))).toEqual(['site']);
});

it('stopped, it says which site stands', () => {
  const out = withOld('stopped');
  const { ended, said } = buildWith('SIGTERM', now, out);
  expect(ended).toBe(143);
  expect(said).toContain('keystage: stopped. The site that was in');
  expect(contents(out)).toBe(contents(sites.old));
});

it('of what changed while it was built it says so, and the site is of what was read', () => {
  const out = withOld('changed');
  const root = join(scratch, 'changing');
  cpSync(now, root, { recursive: true, preserveTimestamps: true });
  const { ended, said } = buildWith(join(root, 'data/council.yaml'), root, out);
  expect(ended).toBe(0);
  expect(said).toContain('the site is of what was read');
  expect(contents(out)).toBe(contents(sites.fresh));
});

/** A small disk, where this user may make one; null where not. */
function disk(name: string, options: string): { folder: string; take: () => void } | null {
  const folder = join(scratch, name);
  mkdirSync(folder);
  const made = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  if (made.status !== 0) return null;
  return { folder, take: () => spawnSync('umount', ['-l', folder]) };
}

const canMount = (() => {
  const tried = disk('tried', 'size=1m');
  tried?.take();
  return tried !== null;
})();

describe.skipIf(!canMount)('on a disk of its own (skipped where this user may not mount one)', () => {
  it('that is full or read-only, the old site stays whole, and what is wrong is said', () => {
    const [size] = spawnSync('du', ['-sk', sites.old], { encoding: 'utf8' }).stdout.split('\t');
    const small = disk('small', `size=${Math.round(Number(size) * 1.4)}k`);
    if (small === null) throw new Error('no disk');
    try {
      const out = join(small.folder, 'site');
      cpSync(sites.old, out, { recursive: true });
      const full = build(now, out);
      expect(full.status).toBe(2);
      expect(full.said).toMatch(/the disk is full; .* The site that was in .* is as it was\./);
      expect(contents(out)).toBe(contents(sites.old));
      expect(readdirSync(small.folder)).toEqual(['site']);
      expect(spawnSync('mount', ['-o', 'remount,ro', small.folder]).status).toBe(0);
      const closed = build(now, out);
      expect(closed.status).toBe(2);
      expect(closed.said).toMatch(/the disk is read-only; .* The site that was in .* is as it was\./);
      expect(contents(out)).toBe(contents(sites.old));
    } finally {
      small.take();
    }
    expect(existsSync(join(scratch, 'small'))).toBe(true);
  });
});
