// The check of links over the network, against a server of our own: no test reaches further than this machine.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withCouncilFolder } from '../support/council-folder.ts';

const script = join(import.meta.dirname, '../../scripts/links.ts');

let server: Server;
let site: string;
let asked: string[] = [];

beforeAll(async () => {
  server = createServer(({ method = '', url = '' }, answer) => {
    asked.push(`${method} ${url}`);
    if (url === '/slow') return;
    if (url === '/moved') return void answer.writeHead(301, { location: '/live' }).end();
    const statuses: Readonly<Record<string, number>> = { '/gone': 404, '/withdrawn': 410, '/broken': 500 };
    const noHeads = url === '/no-heads' && method === 'HEAD';
    answer.writeHead(noHeads ? 405 : (statuses[url] ?? 200)).end(method === 'HEAD' ? undefined : 'page');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** What the script prints of a folder whose only addresses are these, and its exit status. */
async function run(lines: readonly string[]) {
  asked = [];
  const text = `references:\n${lines.map(line => `  - ${line}`).join('\n')}\n`;
  return withCouncilFolder({ ...withoutAddresses, [file]: text }, async root => {
    const made = spawn(process.execPath, [script, '--root', root, '--timeout', '5000']);
    let printed = '';
    made.stdout.on('data', (part: Buffer) => {
      printed += part.toString();
    });
    const [status] = await once(made, 'close');
    const said = printed.trim().split('\n');
    return { status, lines: said.map(line => line.replaceAll(site, 'SITE')) };
  });
}

const strip = (text: string) => text.replace(/^\s*(?:url|website): .*\n/gm, '');
const withoutAddresses = { 'data/council.yaml': strip, 'data/sources.yaml': strip };
const file = 'data/plans/2013-14/references.yaml';

describe('the check of links', () => {
  it('says of every address what became of it, at its place, and fails where one is gone', async () => {
    const { status, lines } = await run([
      `url: ${site}/live`,
      `url: ${site}/gone`,
      `url: ${site}/withdrawn`,
      `url: ${site}/moved`,
      `url: ${site}/broken`,
      `url: ${site}/slow`,
    ]);
    expect(lines).toEqual([
      `${file}:2:10  link-live  warning: "SITE/live" answered 200: nothing to do`,
      `${file}:3:10  link-gone  "SITE/gone" answered 404: find where it went, or write "status: gone" with the address of an archived copy`,
      `${file}:4:10  link-gone  "SITE/withdrawn" answered 410: find where it went, or write "status: gone" with the address of an archived copy`,
      `${file}:5:10  link-moved  warning: "SITE/moved" leads to SITE/live: write the new address`,
      `${file}:6:10  link-unreached  warning: "SITE/broken" answered 500: try again another day, or open it in a browser`,
      `${file}:7:10  link-unreached  warning: "SITE/slow" did not answer in time: try again another day, or open it in a browser`,
      '6 links: 1 live, 1 moved, 2 gone, 2 not reached',
    ]);
    expect(status).toBe(1);
  });

  it('asks for the page where heads are refused, and for each address once', async () => {
    const { status, lines } = await run([`url: ${site}/no-heads`, `url: ${site}/no-heads`]);
    expect(lines.at(-1)).toBe('1 links: 1 live, 0 moved, 0 gone, 0 not reached');
    expect(asked).toEqual(['HEAD /no-heads', 'GET /no-heads']);
    expect(status).toBe(0);
  });

  it('lets a link that is known to be gone rest, and asks for its archived copy', async () => {
    const { status } = await run([`{ url: ${site}/gone, status: gone, archived: ${site}/live }`]);
    expect(asked).toEqual(['HEAD /live']);
    expect(status).toBe(0);
  });
});
