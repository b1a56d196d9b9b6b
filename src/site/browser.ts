import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';

/** Flags for a browser without a screen, without a sandbox (it reads only our own pages), and at rest. */
const flags = [
  '--headless=shell',
  '--no-sandbox',
  '--disable-gpu',
  '--hide-scrollbars',
  '--font-render-hinting=none',
];

/**
 * Unpacks the browser that npm installed, with the libraries and fonts it needs on a bare machine. Called before
 * `startBrowser`, once for many browsers, so that they do not unpack over one another.
 */
export async function unpackBrowser(): Promise<void> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return;
  checkRoom();
  // Its own libraries and fonts are unpacked, and found, only where this names a machine without any.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs24.x';
  const { default: packed } = await import('@sparticuz/chromium');
  process.env.KEYSTAGE_BROWSER = await packed.executablePath();
  const libraries = join(tmpdir(), 'al2023', 'lib');
  if (existsSync(libraries)) process.env.LD_LIBRARY_PATH = libraries;
  if (existsSync(join(tmpdir(), 'fonts'))) process.env.FONTCONFIG_PATH = join(tmpdir(), 'fonts');
}

/** What the unpacked browser takes, in bytes. */
const UNPACKED = 300_000_000;

/**
 * Throws where the browser cannot be unpacked: found out by the unpacking itself, that would end the whole process.
 */
function checkRoom(): void {
  accessSync(tmpdir(), constants.W_OK);
  if (existsSync(join(tmpdir(), 'chromium'))) return;
  const { bavail, bsize } = statfsSync(tmpdir());
  if (bavail * bsize < UNPACKED) throw new Error(`there is no room for it in ${tmpdir()}`);
}

/** Starts a browser, with flags of its own: the one npm installed on Linux, the installed Chrome elsewhere. */
export async function startBrowser(own: readonly string[] = []): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  const executablePath = process.env.KEYSTAGE_BROWSER;
  const args = [...flags, ...own];
  return executablePath === undefined
    ? chromium.launch({ channel: 'chrome', args })
    : chromium.launch({ executablePath, args });
}
