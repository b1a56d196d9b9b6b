import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { headersOf } from './headers.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.csv': 'text/csv',
};

/** A folder served as a council's web server would, under a path; `missing` gathers what was asked for in vain. */
export type Served = {
  readonly address: string;
  readonly missing: readonly string[];
  /** Bytes sent, compressed as a server would, by path. */
  readonly sent: ReadonlyMap<string, number>;
  readonly close: () => Promise<void>;
};

/**
 * Serves a folder under a path ("/some/deep/prefix/"), and nothing outside that path; with the headers that its `_headers`
 * says, and its page for what is not there.
 */
export async function serveUnder(folder: string, prefix: string): Promise<Served> {
  const missing: string[] = [];
  const sent = new Map<string, number>();
  const headers = headersOf(await readFile(join(folder, '_headers'), 'utf8'));
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = normalize(decodeURIComponent(pathname.slice(prefix.length)));
    try {
      if (!pathname.startsWith(prefix) || path.startsWith('..')) throw new Error('outside');
      const file = path.endsWith('/') || path === '.' ? join(path, 'index.html') : path;
      const bytes = await readFile(join(folder, file));
      const type = types[extname(file)] ?? 'application/octet-stream';
      const body = type === 'application/octet-stream' ? bytes : gzipSync(bytes);
      sent.set(file, body.length);
      for (const [name, value] of headers(`/${pathname.slice(prefix.length)}`))
        response.appendHeader(name, value);
      const encoding = body === bytes ? {} : { 'content-encoding': 'gzip' };
      response.writeHead(200, { 'content-type': type, ...encoding });
      response.end(body);
    } catch {
      missing.push(pathname);
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(await readFile(join(folder, '404.html')));
    }
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${prefix}`,
    missing,
    sent,
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
