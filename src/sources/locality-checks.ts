import type { Report } from '../issues.ts';
import { isLocalityKind } from '../model/area.ts';
import { type Path, valueAt } from '../model/place.ts';
import type { Read } from './catalogue.ts';
import { checkRepeats, textsAt } from './name-checks.ts';
import { entryOf, isUnknown, type Known, standsFor, suggestion } from './names.ts';

type File = Read<unknown>;

/** Reports wards and localities that lie in no council or in another one, and lists of them that cannot make one up. */
export function checkLocalities(file: File | null, known: Known, report: Report): void {
  if (file === null) return;
  for (const at of indexesOf(file, ['areas'])) checkParent(file, at, known, report);
  for (const at of indexesOf(file, ['make-up'])) checkMakeUp(file, at, known, report);
}

function checkParent(file: File, at: number, known: Known, report: Report): void {
  const path = ['areas', at];
  const [code, kind, parent] = ['code', 'kind', 'parent'].map(key => textAt(file, [...path, key]));
  if (kind === undefined) return;
  const place = file.document.place([...path, 'parent']);
  if (!isLocalityKind(kind)) {
    if (parent !== undefined) report(place, 'parent-of-no-locality', parent, kind);
  } else if (parent === undefined) {
    report(
      file.document.place([...path, 'code']),
      'locality-without-parent',
      code ?? '',
      kind,
      known.council,
    );
  } else if (isUnknown(known.areas, parent)) {
    report(place, 'unknown-area', parent, suggestion(known.areas, parent));
  } else if (known.council !== '' && standsFor(known.areas, parent) !== known.council) {
    report(place, 'locality-elsewhere', parent, kind, known.council);
  }
}

function checkMakeUp(file: File, at: number, known: Known, report: Report): void {
  const path = ['make-up', at];
  const of = textAt(file, [...path, 'of']);
  const listed = textsAt(file.data, [...path, 'areas', '*']);
  checkRepeats(file, listed, report);
  const place = file.document.place([...path, 'of']);
  if (of !== undefined && isUnknown(known.areas, of))
    report(place, 'unknown-area', of, suggestion(known.areas, of));
  else if (of !== undefined && known.council !== '' && standsFor(known.areas, of) !== known.council)
    report(place, 'make-up-elsewhere', of, known.council);
  const first = listed.map(({ text }) => entryOf(known.areas, text).kind).find(kind => kind !== undefined);
  for (const { path, text } of listed) {
    const place = file.document.place(path);
    if (isUnknown(known.areas, text)) {
      report(place, 'unknown-area', text, suggestion(known.areas, text));
      continue;
    }
    const { kind } = entryOf(known.areas, text);
    if (kind === undefined || first === undefined) continue;
    if (!isLocalityKind(kind) || kind !== first) report(place, 'make-up-mixed', text, kind, first);
  }
}

function indexesOf(file: File, path: Path): readonly number[] {
  const items = valueAt(file.data, path);
  return Array.isArray(items) ? items.map((_, at) => at) : [];
}

function textAt(file: File, path: Path): string | undefined {
  const text = valueAt(file.data, path);
  return typeof text === 'string' && text !== '' ? text : undefined;
}
