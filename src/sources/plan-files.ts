import type { Report } from '../issues.ts';
import { editionBefore } from '../model/edition.ts';
import type { Place } from '../model/place.ts';
import { nearest } from '../model/spelling.ts';
import type { PlanCheck, PlanReader } from '../plans/kit/checks.ts';
import { fieldsIn, type InData, inData } from '../plans/kit/fields.ts';
import { bookOf, type PlanBook, type PlanFile, type PlanForm } from '../plans/kit/form.ts';
import { type Entry, entriesOf, type Folder, readText, reportUnexpected, start } from './files.ts';
import { heldBy, isUnknown, type Known, type Register, suggestion, wholeOf } from './names.ts';
import type { Roles } from './roles.ts';
import { numberIn, numberPattern } from './typed-claims.ts';
import { validate } from './validate.ts';
import { checkTextFields, figuredWords, plannedFacts, readableIn, type Worded } from './wording.ts';
import { readYaml } from './yaml.ts';

/** What plans are held against. */
type PlanContext = Pick<
  PlanCheck<unknown>,
  'known' | 'observations' | 'profileCounts' | 'targets' | 'commentary'
> & { readonly pictures: readonly string[] };

type ReadFile = { readonly plan: PlanFile<unknown> | null; readonly worded: Worded };

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
    checkCountedTerms(
      files.flatMap(({ worded }) => readableIn(worded)),
      known,
      report,
    );
  }
  const books = editions
    .map(({ edition, files }) => bookFrom(edition, files, forms))
    .toSorted((a, b) => (a.edition < b.edition ? -1 : 1));
  const all = [...known.editions.entries.values()].flatMap(({ whole }) => whole ?? []);
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
  if (isUnknown(known.editions, name))
    folder.report(start(path), 'unknown-edition', name, suggestion(known.editions, name));
  const files = entriesOf(folder, path).flatMap(entry => {
    const form = forms.find(({ id }) => entry.name === `${id}.yaml`);
    if (entry.kind === 'file' && form !== undefined) return readOne(folder, entry.path, form, known) ?? [];
    reportUnexpected(folder, entry, forms.map(({ id }) => `${id}.yaml`).join(', '));
    return [];
  });
  return { edition: name, files };
}

function readOne(folder: Folder, path: string, form: PlanForm<unknown>, known: Known): ReadFile | null {
  const { report } = folder;
  const text = readText(folder, path);
  const document = text === null ? null : readYaml(text, path, report);
  if (text === null || document === null) return null;
  const { schema } = form;
  const { value, data } = validate(document, schema, report);
  const worded = { text, document, data, fields: fieldsIn(schema, data), known, report };
  checkTextFields(worded);
  const plan = value === null ? null : { form, file: path, value, place: document.place };
  return { plan, worded };
}

function bookFrom(
  edition: string,
  files: readonly ReadFile[],
  forms: readonly PlanForm<unknown>[],
): PlanBook {
  const plans = files.flatMap(({ plan }) => plan ?? []);
  return {
    edition,
    plans: forms.flatMap(form => plans.filter(plan => plan.form === form)),
    words: files.flatMap(({ worded }) => figuredWords(worded)),
    facts: files.flatMap(({ worded }) => plannedFacts(worded)),
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
  const all = files.flatMap(({ worded }) =>
    worded.fields.map(at => ({ ...at, place: worded.document.place(at.path) })),
  );
  const given = new Map<string, (typeof all)[number]>();
  for (const at of all) {
    if (at.field.kind !== 'id') continue;
    const key = `${at.field.of} ${at.text}`;
    const first = given.get(key);
    if (first === undefined) given.set(key, at);
    else report(at.place, 'duplicate-id', at.text, first.place);
  }
  const ids = (of: string) =>
    [...given.values()].flatMap(({ field, text }) => (field.kind === 'id' && field.of === of ? text : []));
  const promised = targets.flatMap(plan => plan.targets.map(({ id }) => id));
  for (const { field, text, place } of all) {
    if (field.kind === 'role' && isUnknown(register, text))
      report(place, 'unknown-role', text, suggestion(register, text));
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

/** Where the data keeps things of a kind; targets are in a file of their own. */
function registersOf(known: Known, to: Exclude<InData, 'target'>): readonly Register<unknown>[] {
  switch (to) {
    case 'indicator':
      return [known.indicators];
    case 'measure':
      return [known.indicators, known.profiles];
    case 'source':
      return [known.sources];
    case 'area':
      return [known.areas];
    case 'theme':
      return [known.themes];
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
