import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, LaunchOptions } from 'playwright-core';

/** Flags for a browser at rest, and without a sandbox: it reads only our own pages. */
const flags = ['--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--font-render-hinting=none'];

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

const UNPACKED_BYTES = 300_000_000;

/**
 * Throws where the browser cannot be unpacked: found out by the unpacking itself, that would end the whole process.
 */
function checkRoom(): void {
  accessSync(tmpdir(), constants.W_OK);
  if (existsSync(join(tmpdir(), 'chromium'))) return;
  const { bavail, bsize } = statfsSync(tmpdir());
  if (bavail * bsize < UNPACKED_BYTES) throw new Error(`there is no room for it in ${tmpdir()}`);
}

/** In the order in which they are tried. */
type Way = Pick<LaunchOptions, 'executablePath' | 'channel' | 'args'>;

/** The one that npm installed, or KEYSTAGE_BROWSER; elsewhere Chrome, and Edge, which every Windows has. */
export function waysToStart(installed: string | undefined, own: readonly string[] = []): readonly Way[] {
  const args = [...flags, ...own];
  if (installed !== undefined) return [{ executablePath: installed, args: ['--headless=shell', ...args] }];
  return ['chrome', 'msedge'].map(channel => ({ channel, args }));
}

/** Starts a browser, in the first of the ways in which one can be. Throws what stood in the way of the last. */
export async function startBrowser(
  ways: readonly Way[] = waysToStart(process.env.KEYSTAGE_BROWSER),
): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  const [first, ...others] = ways;
  try {
    return await chromium.launch(first);
  } catch (error) {
    if (others.length === 0) throw error;
    return startBrowser(others);
  }
}
