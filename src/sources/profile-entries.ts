import type { Report } from '../issues.ts';
import { type Path, valueAt } from '../model/place.ts';
import { keysOfKind, type Profile, profileSchema } from '../model/profile.ts';
import { dateLabel } from '../model/time.ts';
import type { Read } from './catalogue.ts';
import { type Known, soundPart } from './names.ts';
import { entryOf, isUnknown, suggestion } from './register.ts';

const keysOfSomeKind = [...new Set(Object.values(keysOfKind).flat())];

/** Holds the profiles of a file against themselves and against one another: kinds, dates, and what they follow. */
export function checkProfileEntries(file: Read<unknown>, known: Known, report: Report): void {
  const items = valueAt(file.data, ['profiles']);
  if (!Array.isArray(items)) return;
  items.forEach((item: unknown, at) => {
    checkEntry(file, ['profiles', at], soundPart(profileSchema, item), known, report);
  });
}

function checkEntry(
  file: Read<unknown>,
  path: Path,
  profile: Partial<Profile>,
  known: Known,
  report: Report,
): void {
  const { kind, first, last, breaks = [], follows } = profile;
  const at = (...steps: Path) => file.document.place([...path, ...steps]);
  const given = (key: string) => valueAt(file.data, [...path, key]) !== undefined;
  const needed: readonly string[] = kind === undefined ? [] : keysOfKind[kind];
  for (const key of kind === undefined ? [] : keysOfSomeKind) {
    if (needed.includes(key) && !given(key)) report(at(), 'missing-key', key, `for the kind "${kind}"`);
    if (!needed.includes(key) && given(key))
      report(file.document.keyPlace(path, key), 'profile-keys-at-odds', key, kind ?? '');
  }
  if (first !== undefined && last !== undefined && last < first)
    report(at('last'), 'end-before-start', last, first);
  breaks.forEach(({ from }, index) => {
    const isOutside = (first !== undefined && from <= first) || (last !== undefined && from > last);
    if (isOutside)
      report(at('breaks', index, 'from'), 'break-outside-framework', from, frameworkYears(profile));
  });
  for (const [name, ...steps] of [
    [follows?.profile, 'follows', 'profile'],
    [profile['same-schools-as'], 'same-schools-as'],
  ] as const) {
    if (name !== undefined && isUnknown(known.profiles, name))
      report(at(...steps), 'unknown-profile', name, suggestion(known.profiles, name));
  }
}

/** Reports indicators that count grades of a profile that is not there, or grades that it does not have. */
export function checkGradesOf(file: Read<unknown>, known: Known, report: Report): void {
  const items = valueAt(file.data, ['indicators']);
  if (!Array.isArray(items)) return;
  items.forEach((_, at) => {
    const path = ['indicators', at, 'grades'];
    const profile = valueAt(file.data, [...path, 'profile']);
    const parts = valueAt(file.data, [...path, 'parts']);
    if (typeof profile !== 'string') return;
    if (isUnknown(known.profiles, profile))
      report(
        file.document.place([...path, 'profile']),
        'unknown-profile',
        profile,
        suggestion(known.profiles, profile),
      );
    const { parts: names } = entryOf(known.profiles, profile);
    (Array.isArray(parts) ? parts : []).forEach((part: unknown, index) => {
      if (typeof part !== 'string' || names === undefined || names.includes(part)) return;
      report(file.document.place([...path, 'parts', index]), 'unknown-part', part, profile, null);
    });
  });
}

/** The days a framework is in force, in words: "from 10 November 2025", "to 31 August 2024". */
export function frameworkYears({ first, last }: Partial<Profile>): string {
  const from = first === undefined ? [] : [`from ${dateLabel(first)}`];
  const to = last === undefined ? [] : [`to ${dateLabel(last)}`];
  return [...from, ...to].join(' ');
}
