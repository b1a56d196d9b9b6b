import type { Report } from '../issues.ts';
import type { Place } from '../model/place.ts';
import { nearest } from '../model/spelling.ts';

/** Something with a name, and where that was given. */
export type NamedEntry<T> = {
  readonly name: string;
  /** What is sound of it: one faulty key does not keep the others from being relied on. */
  readonly entry: Partial<T>;
  /** All of it, or null when any of it is faulty. */
  readonly whole: T | null;
  readonly place: Place;
};

/**
 * What may be referred to by name. When a file that could add names was not understood, `complete` is false
 * and nothing is called unknown, so that one fault is not reported a hundred times.
 */
export type Register<T> = {
  readonly entries: ReadonlyMap<string, NamedEntry<T>>;
  readonly complete: boolean;
  /** Other spellings people use for a name, as an area's name for its code. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Answers already given by `suggestion`. */
  readonly suggested: Map<string, string | null>;
};

/** Gathers names, reporting those given twice. */
export function registerOf<T>(
  named: readonly NamedEntry<T>[],
  complete: boolean,
  report: Report,
): Register<T> {
  const entries = new Map<string, NamedEntry<T>>();
  for (const one of named) {
    const first = entries.get(one.name);
    if (first === undefined) entries.set(one.name, one);
    else report(one.place, 'duplicate-id', one.name, first.place);
  }
  return { entries, complete, aliases: new Map(), suggested: new Map() };
}

/** True when a name is certainly not there. */
export function isUnknown<T>(register: Register<T>, name: string): boolean {
  return register.complete && !register.entries.has(name);
}

/** What is sound of the entry of a name: nothing when there is none. */
export function entryOf<T>(register: Register<T>, name: string): Partial<T> {
  return register.entries.get(name)?.entry ?? {};
}

/** The whole entry of a name, or null when there is none or any of it is faulty. */
export function wholeOf<T>(register: Register<T>, name: string): T | null {
  return register.entries.get(name)?.whole ?? null;
}

/** The known name that was most likely meant. */
export function suggestion<T>(register: Register<T>, name: string): string | null {
  const answered = register.suggested.get(name);
  if (answered !== undefined) return answered;
  const answer = register.aliases.get(name.toLowerCase()) ?? nearest(name, register.entries.keys());
  register.suggested.set(name, answer);
  return answer;
}
