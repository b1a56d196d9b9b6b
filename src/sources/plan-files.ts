import type { Report } from '../issues.ts';
import { repeatsIn } from '../model/alike.ts';
import { editionBefore } from '../model/edition.ts';
import type { Place } from '../model/place.ts';
import { nearest } from '../model/spelling.ts';
import type { PlanCheck, PlanReader } from '../plans/kit/checks.ts';
import { inData } from '../plans/kit/fields.ts';
import { bookOf, type PlanBook, type PlanForm } from '../plans/kit/form.ts';
import { type Read, readOne } from './catalogue.ts';
import { type Entry, entriesOf, type Folder, reportUnexpected, start } from './files.ts';
import {
  checkName,
  heldBy,
  isUnknown,
  type Known,
  type Register,
  registersOf,
  suggestion,
  wholeOf,
} from './names.ts';
import type { Roles } from './roles.ts';
import { numberIn, numberPattern } from './typed-claims.ts';
import { checkTextFields, figuredWords, plannedFacts, readableIn } from './wording.ts';

type PlanContext = Pick<
  PlanCheck<unknown>,
  'known' | 'observations' | 'profileCounts' | 'targets' | 'commentary'
> & { readonly pictures: readonly string[] };

type ReadFile = Read<unknown> & { readonly form: PlanForm<unknown> };

/** The plans of every edition, `data/plans/<edition>/<kind>.yaml`, as far as they are sound; every fault is an issue. */
export function readPlanBooks(
  folder: Folder,
  entries: readonly Entry[],
  kinds: readonly PlanReader[],
  context: PlanContext,
  roles: Roles,
): readonly PlanBook[] {
  const { report } = folder;
  const { known } = context;
  const forms = kinds.map(({ form }) => form);
  const editions = entries
    .filter(({ kind }) => kind === 'folder')
    .map(entry => readEdition(folder, entry, forms, known));
  for (const { edition, files } of editions) {
    checkReferences(edition, files, context, roles, report);
    checkCountedTerms(files.flatMap(readableIn), known, report);
  }
  const books = editions
    .map(({ edition, files }) => bookFrom(edition, files, forms))
    .toSorted((a, b) => (a.edition < b.edition ? -1 : 1));
  const all = heldBy(known.editions);
  for (const book of books) {
    const edition = wholeOf(known.editions, book.edition);
    if (edition === null) continue;
    const before = bookOf(books, editionBefore(all, edition)?.id);
    for (const { check } of kinds) check({ ...context, book, before, edition, report });
  }
  return books;
}

function readEdition(
  folder: Folder,
  { name, path }: Entry,
  forms: readonly PlanForm<unknown>[],
  known: Known,
) {
  checkName(known.editions, name, 'unknown-edition', start(path), folder.report);
  const files = entriesOf(folder, path).flatMap((entry): readonly ReadFile[] => {
    const form = forms.find(({ id }) => entry.name === `${id}.yaml`);
    if (entry.kind === 'folder' || form === undefined) {
      reportUnexpected(folder, entry, forms.map(({ id }) => `${id}.yaml`).join(', '));
      return [];
    }
    const read = readOne(folder, entry.path, form.schema, null);
    if (read === null) return [];
    checkTextFields(read, known, folder.report);
    return [{ ...read, form }];
  });
  return { edition: name, files };
}

function bookFrom(
  edition: string,
  files: readonly ReadFile[],
  forms: readonly PlanForm<unknown>[],
): PlanBook {
  const sound = forms.flatMap(form => files.filter(file => file.form === form && file.value !== null));
  return {
    edition,
    plans: sound.map(({ form, value, document: { file, place } }) => ({ form, file, value, place })),
    words: files.flatMap(figuredWords),
    facts: files.flatMap(plannedFacts),
  };
}

/** Reports names that nothing has, roles that are not in the register, and ids given twice in an edition. */
function checkReferences(
  edition: string,
  files: readonly ReadFile[],
  { known, targets, pictures }: PlanContext,
  { register }: Roles,
  report: Report,
): void {
  const all = files.flatMap(({ document, fields }) =>
    fields.map(at => ({ ...at, place: document.place(at.path) })),
  );
  const given = all.flatMap(({ field, ...at }) => (field.kind === 'id' ? [{ of: field.of, ...at }] : []));
  for (const [{ text, place }, first] of repeatsIn(given, ({ of, text }) => `${of} ${text}`))
    report(place, 'duplicate-id', text, first.place);
  const ids = (of: string) => given.flatMap(each => (each.of === of ? each.text : []));
  const promised = targets.flatMap(plan => plan.targets.map(({ id }) => id));
  for (const { field, text, place } of all) {
    if (field.kind === 'role') checkName(register, text, 'unknown-role', place, report);
    if (field.kind === 'picture' && !pictures.includes(text))
      report(place, 'unknown-picture', text, nearest(text, pictures));
    if (field.kind === 'entry') {
      const names = ids(field.of);
      if (!names.includes(text))
        report(place, 'unknown-entry', text, field.of, edition, nearest(text, names));
    }
    if (field.kind !== 'data') continue;
    const held = field.to === 'target' ? null : registersOf(known, field.to);
    if (held === null && !promised.includes(text))
      report(place, 'unknown-entry', text, inData[field.to], edition, nearest(text, promised));
    if (held?.every(each => isUnknown(each, text)))
      report(place, 'unknown-entry', text, inData[field.to], edition, suggestionIn(held, text));
  }
}

function suggestionIn(registers: readonly Register<unknown>[], text: string): string | null {
  return registers.map(register => suggestion(register, text)).find(near => near !== null) ?? null;
}

/** Words of an edition's plans, with the place of each index in them. */
type Said = { readonly text: string; readonly placeOf: (index: number) => Place };

/** What is sat and not counted: "five GCSEs" and "two GCSEs" are two things to reach. */
const qualification = /certificate|level|qualification|examination/i;

/**
 * Reports two counts of one thing in the plans of an edition (X11): four NLEs here and eight there are counted otherwise, as
 * those available and those at work, and the words between the number and the name have to say so.
 */
function checkCountedTerms(all: readonly Said[], known: Known, report: Report): void {
  for (const { term, expansion, forms = [] } of heldBy(known.terms)) {
    if (expansion === undefined || !/^[A-Z]{2,6}$/.test(term) || qualification.test(expansion)) continue;
    const names = [...new Set([term, expansion, ...forms])].map(name => RegExp.escape(name)).join('|');
    const counted = new RegExp(String.raw`\b(?<count>${numberPattern}) (?:${names})s?\b`, 'gi');
    const found = all.flatMap(({ text, placeOf }) =>
      [...text.matchAll(counted)].map(({ index, groups, 0: spelling }) => ({
        place: placeOf(index),
        spelling,
        count: numberIn(groups?.count ?? ''),
      })),
    );
    const [first, ...others] = found;
    const other = others.find(({ count }) => count !== first?.count);
    if (first !== undefined && other !== undefined)
      report(other.place, 'counts-differ', other.spelling, first.spelling, first.place);
  }
}
