// Checks over the network the addresses that a council's data point to: `node scripts/links.ts [--root DIR]
// [--timeout MS]`. Prints a line for each, as issues are printed, and exits with 1 where some are gone. It changes
// nothing: what it finds is for officers to write down (`status` and `checked` in references.yaml).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Issue, issueLine, reportTo, sortIssues } from '../src/issues.ts';
import type { Path, Place } from '../src/model/place.ts';
import { type Document, readYaml } from '../src/sources/yaml.ts';

type Link = { readonly address: string; readonly place: Place };

/** What became of a link: `gone` is for good, `unreached` may be a bad day. */
type Outcome = 'live' | 'moved' | 'gone' | 'unreached';
type Checked = Link & { readonly outcome: Outcome; readonly says: string };

const keys = ['url', 'archived', 'website'];
const atOnce = 4;
const advice: Readonly<Record<Outcome, string>> = {
  live: 'nothing to do',
  moved: 'write the new address',
  gone: 'find where it went, or write "status: gone" with the address of an archived copy',
  unreached: 'try again another day, or open it in a browser',
};

const { values } = parseArgs({
  options: { root: { type: 'string', default: '.' }, timeout: { type: 'string', default: '10000' } },
});
const links = linksUnder(values.root);
const checked = await checkAll(links, Number(values.timeout));
for (const issue of sortIssues(checked.map(issueOfLink))) console.log(issueLine(issue));
const count = (outcome: Outcome) => checked.filter(each => each.outcome === outcome).length;
console.log(
  `${checked.length} links: ${count('live')} live, ${count('moved')} moved, ${count('gone')} gone, ${count('unreached')} not reached`,
);
process.exitCode = count('gone') > 0 ? 1 : 0;

/** Every address in the YAML files of `data/`, once each, at the place it first stands. */
function linksUnder(root: string): readonly Link[] {
  const files = readdirSync(join(root, 'data'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.yaml'))
    .map(name => `data/${name.replaceAll('\\', '/')}`)
    .sort();
  const found = files.flatMap(file => {
    const document = readYaml(readFileSync(join(root, file), 'utf8'), file, reportTo([]));
    return document === null ? [] : linksIn(document, document.data, []);
  });
  return found.filter(({ address }, at) => found.findIndex(each => each.address === address) === at);
}

function linksIn(document: Document, data: unknown, path: Path): readonly Link[] {
  if (typeof data !== 'object' || data === null) return [];
  if (Array.isArray(data)) return data.flatMap((item, at) => linksIn(document, item, [...path, at]));
  const knownGone = 'status' in data && data.status === 'gone';
  return Object.entries(data).flatMap(([key, value]): readonly Link[] => {
    const isLink = keys.includes(key) && typeof value === 'string' && /^https?:/.test(value);
    if (!isLink) return linksIn(document, value, [...path, key]);
    return knownGone && key === 'url' ? [] : [{ address: value, place: document.place([...path, key]) }];
  });
}

/** A few at a time, so that no publisher is troubled. */
async function checkAll(all: readonly Link[], timeout: number): Promise<readonly Checked[]> {
  const waiting = [...all];
  const done: Checked[] = [];
  const work = async () => {
    for (let link = waiting.shift(); link !== undefined; link = waiting.shift())
      done.push({ ...link, ...(await ask(link.address, timeout)) });
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return done;
}

/** Asks for the head of a page, and for the page itself where heads are refused. */
async function ask(address: string, timeout: number): Promise<Pick<Checked, 'outcome' | 'says'>> {
  try {
    const head = await fetchOnce(address, 'HEAD', timeout);
    const answer = head.status >= 400 ? await fetchOnce(address, 'GET', timeout) : head;
    return outcomeOf(answer, address);
  } catch (error) {
    return failed(error);
  }
}

async function fetchOnce(address: string, method: 'HEAD' | 'GET', timeout: number): Promise<Response> {
  const answer = await fetch(address, { method, signal: AbortSignal.timeout(timeout) });
  await answer.body?.cancel();
  return answer;
}

function outcomeOf(
  { status, redirected, url }: Response,
  address: string,
): Pick<Checked, 'outcome' | 'says'> {
  if (status === 404 || status === 410) return { outcome: 'gone', says: `answered ${status}` };
  if (status >= 400) return { outcome: 'unreached', says: `answered ${status}` };
  const same = (text: string) => text.replace(/\/$/, '');
  return redirected && same(url) !== same(address)
    ? { outcome: 'moved', says: `leads to ${url}` }
    : { outcome: 'live', says: `answered ${status}` };
}

/** A name that nobody has is gone; anything else may be the network's fault. */
function failed(error: unknown): Pick<Checked, 'outcome' | 'says'> {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : null;
  if (code === 'ENOTFOUND') return { outcome: 'gone', says: 'has a name that leads nowhere' };
  const slow = error instanceof Error && error.name === 'TimeoutError';
  return {
    outcome: 'unreached',
    says: slow ? 'did not answer in time' : `could not be asked (${code ?? error})`,
  };
}

function issueOfLink({ address, place, outcome, says }: Checked): Issue {
  return {
    ...place,
    rule: `link-${outcome}`,
    message: `"${address}" ${says}: ${advice[outcome]}`,
    severity: outcome === 'gone' ? 'error' : 'warning',
  };
}
