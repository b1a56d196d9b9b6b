import type { Report } from '../issues.ts';
import { type Edition, editionBefore } from '../model/edition.ts';
import { nearest } from '../model/nearest.ts';
import { fieldsIn, type Referred, referred } from '../plans/kit/fields.ts';
import {
  bookOf,
  isPlanKind,
  type PlanBook,
  type PlanFile,
  type PlanKind,
  planKinds,
  planSchemas,
} from '../plans/kit/file.ts';
import type { ProfileCount } from '../model/profile.ts';
import type { Role } from '../model/role.ts';
import type { Plan } from '../model/target.ts';
import type { Observation } from './council-folder.ts';
import { type Entry, entriesOf, type Folder, readText, start, stemOf, strange } from './files.ts';
import type { Known } from './names.ts';
import { checkPlan } from '../plans/plan-checks.ts';
import { checkTextFields, factsOf, figuredWords, type Worded } from './plan-words.ts';
import { isUnknown, type Register, suggestion, wholeOf } from './register.ts';
import type { Roles } from './roles.ts';
import { validate } from './validate.ts';
import { readYaml } from './yaml.ts';

/** What plans are held against. */
export type PlanContext = {
  readonly known: Known;
  readonly observations: readonly Observation[];
  readonly profileCounts: readonly ProfileCount[];
  readonly targets: readonly Plan[];
  readonly roles: readonly Role[];
};

type ReadFile = { readonly plan: PlanFile | null; readonly worded: Worded };

/** The plans of every edition, `data/plans/<edition>/<kind>.yaml`, as far as they are sound; every fault is an issue. */
export function readPlanBooks(
  folder: Folder,
  entries: readonly Entry[],
  known: Known,
  figures: Pick<PlanContext, 'observations' | 'profileCounts'>,
  targets: readonly Plan[],
  roles: Roles,
): readonly PlanBook[] {
  const folders = entries.filter(({ kind }) => kind === 'folder');
  const context = { known, ...figures, targets, roles: roles.roles };
  const editions = folders.map(entry => readEdition(folder, entry, known));
  for (const { edition, files } of editions) checkReferences(edition, files, context, roles, folder.report);
  const books = editions
    .map(({ edition, files }) => bookFrom(edition, files))
    .toSorted((a, b) => (a.edition < b.edition ? -1 : 1));
  const all = [...known.editions.entries.values()].flatMap(({ whole }) => whole ?? []);
  for (const book of books) {
    const edition = wholeOf(known.editions, book.edition);
    if (edition === null) continue;
    const before = bookOf(books, editionBefore(all, edition)?.id);
    checkBook(book, before, edition, context, folder.report);
  }
  return books;
}

function readEdition(folder: Folder, { name, path }: Entry, known: Known) {
  if (isUnknown(known.editions, name))
    folder.report(start(path), 'unknown-edition', name, suggestion(known.editions, name));
  const files = entriesOf(folder, path).flatMap(entry => {
    const kind = stemOf(entry.path);
    if (entry.kind === 'file' && entry.name === `${kind}.yaml` && isPlanKind(kind))
      return readOne(folder, entry.path, kind, known) ?? [];
    strange(folder, entry, planKinds.map(kind => `${kind}.yaml`).join(', '));
    return [];
  });
  return { edition: name, files };
}

function readOne(folder: Folder, path: string, kind: PlanKind, known: Known): ReadFile | null {
  const { report } = folder;
  const text = readText(folder, path);
  const document = text === null ? null : readYaml(text, path, report);
  if (text === null || document === null) return null;
  const schema = planSchemas[kind];
  const { value, data } = validate<unknown>(document, schema, report);
  const worded = { text, document, schema, data, known, report };
  checkTextFields(worded);
  const plan = value === null ? null : ({ kind, file: path, value, place: document.place } as PlanFile);
  return { plan, worded };
}

function bookFrom(edition: string, files: readonly ReadFile[]): PlanBook {
  return {
    edition,
    plans: Object.fromEntries(files.flatMap(({ plan }) => (plan === null ? [] : [[plan.kind, plan]]))),
    words: files.flatMap(({ worded }) => figuredWords(worded)),
    facts: files.flatMap(({ worded }) => factsOf(worded)),
  };
}

/** What is special to each kind, where the file is sound. */
function checkBook(
  book: PlanBook,
  before: PlanBook | null,
  edition: Edition,
  context: PlanContext,
  report: Report,
): void {
  for (const kind of planKinds) {
    const plan = book.plans[kind];
    if (plan !== undefined) checkPlan(plan, { ...context, book, before, edition, report });
  }
}

/** Reports names that nothing has, roles that are not in the register, and ids given twice in an edition. */
function checkReferences(
  edition: string,
  files: readonly ReadFile[],
  { known, targets }: PlanContext,
  { register }: Roles,
  report: Report,
): void {
  const all = files.flatMap(({ worded }) =>
    fieldsIn(worded.schema, worded.data).map(at => ({ ...at, place: worded.document.place(at.path) })),
  );
  const given = new Map<string, (typeof all)[number]>();
  for (const at of all) {
    if (at.field.kind !== 'id') continue;
    const key = `${at.field.of} ${at.text}`;
    const first = given.get(key);
    if (first === undefined) given.set(key, at);
    else report(at.place, 'duplicate-id', at.text, first.place);
  }
  const ids = (of: Referred) =>
    [...given.values()].flatMap(({ field, text }) => (field.kind === 'id' && field.of === of ? text : []));
  const promised = targets.flatMap(plan => plan.targets.map(({ id }) => id));
  for (const { field, text, place } of all) {
    if (field.kind === 'role' && isUnknown(register, text))
      report(place, 'unknown-role', text, suggestion(register, text));
    if (field.kind !== 'ref') continue;
    const held = registersOf(known, field.to);
    const names = field.to === 'target' ? promised : ids(field.to);
    if (held === null && !names.includes(text))
      report(place, 'unknown-entry', text, referred[field.to], edition, nearest(text, names));
    else if (held?.every(each => isUnknown(each, text)))
      report(place, 'unknown-entry', text, referred[field.to], edition, suggestionIn(held, text));
  }
}

/** Where the data keeps things of a kind, or null for what only plans hold. */
function registersOf(known: Known, to: Referred): readonly Register<unknown>[] | null {
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
    case 'target':
    case 'action':
    case 'action-plan':
    case 'assessment':
    case 'group':
    case 'recommendation':
    case 'reference':
    case 'case-study':
    case 'news':
    case 'news-claim':
    case 'priority':
    case 'impact':
      return null;
  }
}

function suggestionIn(registers: readonly Register<unknown>[], text: string): string | null {
  return registers.map(register => suggestion(register, text)).find(near => near !== null) ?? null;
}
