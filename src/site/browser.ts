import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

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
  // Its own libraries and fonts are unpacked, and found, only where this names a machine without any.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs24.x';
  const { default: packed } = await import('@sparticuz/chromium');
  process.env.KEYSTAGE_BROWSER = await packed.executablePath();
  const libraries = join(tmpdir(), 'al2023', 'lib');
  if (existsSync(libraries)) process.env.LD_LIBRARY_PATH = libraries;
  if (existsSync(join(tmpdir(), 'fonts'))) process.env.FONTCONFIG_PATH = join(tmpdir(), 'fonts');
}

/** Starts a browser: the one npm installed on Linux, the installed Chrome elsewhere. */
export function startBrowser(): Promise<Browser> {
  const executablePath = process.env.KEYSTAGE_BROWSER;
  return executablePath === undefined
    ? chromium.launch({ channel: 'chrome', args: flags })
    : chromium.launch({ executablePath, args: flags });
}
