import {
  constructFromEvents,
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  YAMLException,
} from 'js-yaml';
import type { Report } from '../issues.ts';
import type { Path, Place } from '../model/place.ts';
import { invisibleIn, placesIn, placesOf } from './text.ts';

/** A node of a YAML document: where it begins, its text as written if it is a scalar, and what it holds. */
type Node = {
  readonly at: number;
  readonly written: string | null;
  /** A plain scalar is one without quotes: `201314`, `true`. */
  readonly plain: boolean;
  readonly keys: ReadonlyMap<string, { readonly at: number; readonly node: Node }>;
  readonly items: readonly Node[];
  /** How many nodes it is, with all that its aliases stand for. */
  readonly size: number;
};

/** An alias stands for no more nodes than this, and all of a file for no more than that: each may double what was there before. */
const mostAliased = { one: 1_000, all: 20_000 } as const;

/** The most letters of a text: what is longer was pasted in by mistake. */
const mostLetters = 20_000;

export type Document = {
  readonly file: string;
  readonly data: unknown;
  /** The place of a value, or of the nearest part around it that exists. */
  readonly place: (path: Path) => Place;
  /** The places of the words of a value, by their index in it. */
  readonly inside: (path: Path, value: string) => (index: number) => Place;
  readonly keyPlace: (path: Path, key: string) => Place;
  /** A scalar as its writer spelled it, or null for a list, a mapping or nothing. */
  readonly written: (path: Path) => string | null;
  readonly isPlain: (path: Path) => boolean;
};

/** What an alias (`*name`) stands for is where the alias is, and its parts where they are written. */
export function readYaml(text: string, file: string, report: Report): Document | null {
  const place = placesOf(text, file);
  try {
    const events = parseEvents(text, { maxDepth: 20 });
    const content = contentOf(events, text, place, report);
    if (content === null) return null;
    const root = treeOf(content, text, place, report);
    if (root === null) return null;
    // Repeated keys have been reported with their places; `json` keeps the reader from stopping at them.
    const data = constructFromEvents(events, { source: text, json: true })[0];
    const find = (path: Path) => nodeAt(root, path);
    const placeOf = (path: Path) => place(find(path).nearest.at);
    return {
      file,
      data,
      place: placeOf,
      inside: (path, value) => placesIn(text, value, placeOf(path)),
      keyPlace: (path, key) => place(find(path).exact?.keys.get(key)?.at ?? find(path).nearest.at),
      written: path => find(path).exact?.written ?? null,
      isPlain: path => find(path).exact?.plain ?? false,
    };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const offset = Math.min(error.mark?.position ?? 0, text.trimEnd().length);
    if (error.reason.startsWith('tab characters')) report(place(offset), 'tab-in-yaml');
    else report(place(offset), 'broken-yaml', reasons[error.reason] ?? error.reason);
    return null;
  }
}

/** The reader's commonest reasons, in plainer words. */
const reasons: Readonly<Record<string, string>> = {
  'deficient indentation': 'something opened above, such as a quote or a bracket, is not closed',
  'bad indentation of a mapping entry': 'this does not fit what stands before it',
  'bad indentation of a sequence entry': 'this item is not indented like the one before',
  'end of the stream or a document separator is expected': 'this is not indented like what stands above',
  'can not read a block mapping entry; a multiline key may not be an implicit key':
    'a key without ":" stands before this',
};

/** The events of the only document, or null when there is none; a second one is reported. */
function contentOf(
  events: readonly Event[],
  text: string,
  place: (offset: number) => Place,
  report: Report,
): readonly Event[] | null {
  const starts = events.flatMap((event, at) => (event.type === EVENT_ID.DOCUMENT ? [at] : []));
  const [first, second] = starts;
  const content = first === undefined ? [] : events.slice(first + 1, second);
  const only = content[0];
  const empty =
    only === undefined ||
    only.type === EVENT_ID.POP ||
    (only.type === EVENT_ID.SCALAR && only.style === SCALAR_STYLE.PLAIN && only.valueStart < 0);
  if (second !== undefined) {
    const marker = /^---/gm;
    const marks = [...text.matchAll(marker)].map(match => match.index);
    report(place(marks.at(empty || marks.length === 1 ? 0 : 1) ?? 0), 'several-documents');
    return null;
  }
  if (empty) {
    report(place(0), 'empty-file', 'write its contents, or take the file out');
    return null;
  }
  return content;
}

/** The tree of a document's events, or null when an alias in it stands for nothing, or for too much (reported). */
function treeOf(
  events: readonly Event[],
  text: string,
  place: (offset: number) => Place,
  report: Report,
): Node | null {
  const anchors = new Map<string, Node>();
  /** How many events have been read, and how many nodes all aliases so far stand for. */
  let [at, aliased] = [0, 0];
  let isSound = true;
  const root = nextNode();
  return isSound ? root : null;

  function nextNode(): Node {
    const event = events[at++];
    const node = nodeOf(event);
    const isAnchored = event !== undefined && 'anchorStart' in event && event.type !== EVENT_ID.ALIAS;
    if (isAnchored && event.anchorStart >= 0)
      anchors.set(text.slice(event.anchorStart, event.anchorEnd), node);
    return node;
  }

  function nodeOf(event: Event | undefined): Node {
    switch (event?.type) {
      case EVENT_ID.SCALAR: {
        const written = event.valueStart < 0 ? '' : getScalarValue(text, event);
        const isQuoted =
          event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
        const begins = event.valueStart - (isQuoted ? 1 : 0);
        // Written in the text itself they have been told of already; here they may come of an escape, as "\v".
        for (const { name } of invisibleIn(written)) report(place(begins), 'invisible-character', name);
        if (written.length > mostLetters) report(place(begins), 'field-too-long', mostLetters);
        return { ...bare, at: begins, written, plain: event.style === SCALAR_STYLE.PLAIN };
      }
      case EVENT_ID.SEQUENCE: {
        const items: Node[] = [];
        while (!hasEnded()) items.push(nextNode());
        return { ...bare, at: event.start, items, size: sizeOf(items) };
      }
      case EVENT_ID.MAPPING: {
        const keys = keysOf();
        return { ...bare, at: event.start, keys, size: sizeOf([...keys.values()].map(({ node }) => node)) };
      }
      case EVENT_ID.ALIAS: {
        const from = event.anchorStart - 1;
        const named = anchors.get(text.slice(event.anchorStart, event.anchorEnd));
        aliased += named?.size ?? 0;
        const isBearable = (named?.size ?? 0) <= mostAliased.one && aliased <= mostAliased.all;
        if (named !== undefined && isBearable) return { ...named, at: from };
        const what = named === undefined ? 'nothing' : 'too much';
        if (isSound) report(place(from), 'yaml-alias', text.slice(from, event.anchorEnd), what);
        isSound = false;
        return bare;
      }
      default:
        return bare;
    }
  }

  function keysOf(): Node['keys'] {
    const keys = new Map<string, { readonly at: number; readonly node: Node }>();
    while (!hasEnded()) {
      const key = nextNode();
      const node = nextNode();
      const name = key.written ?? '';
      const first = keys.get(name);
      if (first !== undefined) report(place(key.at), 'duplicate-key', name, place(first.at).line);
      // An empty value has no place of its own: it is where its key is.
      else keys.set(name, { at: key.at, node: node.at < 0 ? { ...node, at: key.at } : node });
    }
    return keys;
  }

  /** True at the end of a list or mapping, which it steps over. */
  function hasEnded(): boolean {
    const next = events[at];
    const ended = next === undefined || next.type === EVENT_ID.POP;
    if (ended) at += 1;
    return ended;
  }
}

const bare: Node = { at: -1, written: null, plain: false, keys: new Map(), items: [], size: 1 };

function sizeOf(nodes: readonly Node[]): number {
  return nodes.reduce((sum, { size }) => sum + size, 1);
}

function nodeAt(root: Node, path: Path): { readonly exact: Node | null; readonly nearest: Node } {
  let nearest = root;
  for (const step of path) {
    const node = typeof step === 'number' ? nearest.items[step] : nearest.keys.get(step)?.node;
    if (node === undefined) return { exact: null, nearest };
    nearest = node.at < 0 ? { ...node, at: nearest.at } : node;
  }
  return { exact: nearest, nearest };
}
