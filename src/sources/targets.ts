import type { Report } from '../issues.ts';
import type { Role } from '../model/council.ts';
import { type Path, valueAt } from '../model/place.ts';
import { nearest } from '../model/spelling.ts';
import { type Plan, type PlanTarget, type Review, targetsFileSchema } from '../model/target.ts';
import type { Observation } from './council-folder.ts';
import { type Entry, type Folder, readText, reportUnexpected } from './files.ts';
import type { Known } from './names.ts';
import { checkRepeats, type TextAt, textsAt } from './references.ts';
import { entryOf, isUnknown, type Register, suggestion } from './register.ts';
import { rolesFile } from './roles.ts';
import { checkTargets } from './target-checks.ts';
import { placesIn } from './text.ts';
import { validate } from './validate.ts';
import { checkFinished, checkTyped, checkWords, namesInBraces } from './wording.ts';
import { type Document, readYaml } from './yaml.ts';

const fileName = 'targets.yaml';

/** The plans with their targets: `data/plans/targets.yaml` among the entries of that folder, which may be missing. */
export function readPlans(
  folder: Folder,
  entries: readonly Entry[],
  known: Known,
  observations: readonly Observation[],
  roles: Register<Role>,
): readonly Plan[] {
  return entries.flatMap(entry => {
    if (entry.name === fileName && entry.kind === 'file')
      return readOne(folder, entry.path, known, observations, roles);
    // A folder is an edition's, and roles.yaml its register: readPlanBooks reads them.
    if (entry.kind === 'file' && entry.path !== rolesFile)
      reportUnexpected(folder, entry, `${fileName}, roles.yaml and a folder for each edition`);
    return [];
  });
}

function readOne(
  folder: Folder,
  path: string,
  known: Known,
  observations: readonly Observation[],
  roles: Register<Role>,
): readonly Plan[] {
  const { report } = folder;
  const text = readText(folder, path);
  const document = text === null ? null : readYaml(text, path, report);
  if (text === null || document === null) return [];
  const { value, data } = validate(document, targetsFileSchema, report);
  checkNames(document, data, known, report);
  for (const { path, text: owner } of textsAt(data, ['plans', '*', 'targets', '*', 'owner'])) {
    if (isUnknown(roles, owner))
      report(document.place(path), 'unknown-role', owner, suggestion(roles, owner));
  }
  const plans = (value?.plans ?? []).map((plan, at): Plan => {
    const here = ['plans', at];
    return {
      ...plan,
      targets: plan.targets.map((target, index) => targetAt(document, target, [...here, 'targets', index])),
      reviews: plan.reviews.map((review, index) =>
        reviewAt(text, document, review, [...here, 'reviews', index], known, report),
      ),
    };
  });
  checkWording(text, document, data, report);
  checkTargets(document, plans, { known, observations }, report);
  return plans;
}

function targetAt(
  document: Document,
  target: Omit<PlanTarget, 'parts'> & {
    readonly parts: readonly Omit<PlanTarget['parts'][number], 'place'>[];
  },
  path: Path,
): PlanTarget {
  return {
    ...target,
    parts: target.parts.map((part, index) => {
      const steps = [...path, 'parts', index, ...(part.aim === undefined ? [] : ['aim'])];
      return { ...part, place: document.place(steps) };
    }),
  };
}

function reviewAt(
  text: string,
  document: Document,
  review: Omit<Review, 'names'>,
  path: Path,
  known: Known,
  report: Report,
): Review {
  const { evidence = '' } = review;
  const place = placesIn(text, evidence, document.place([...path, 'evidence']));
  checkWords(evidence, place, known, report);
  return {
    ...review,
    names: namesInBraces(evidence).map(({ name, index }) => ({ name, place: place(index) })),
  };
}

/** Reports names that nothing has, in the file as it was written, faulty or not. */
function checkNames(document: Document, data: unknown, known: Known, report: Report): void {
  const parts: Path = ['plans', '*', 'targets', '*', 'parts', '*'];
  const refer = <T>(
    pattern: Path,
    register: Register<T>,
    rule: 'unknown-source' | 'unknown-indicator' | 'unknown-profile' | 'unknown-topic' | 'unknown-edition',
  ) => {
    for (const { path, text } of textsAt(data, pattern)) {
      if (isUnknown(register, text)) report(document.place(path), rule, text, suggestion(register, text));
    }
  };
  refer(['plans', '*', 'source'], known.sources, 'unknown-source');
  refer([...parts, 'indicator'], known.indicators, 'unknown-indicator');
  refer([...parts, 'see', '*'], known.indicators, 'unknown-indicator');
  refer([...parts, 'outpaces'], known.indicators, 'unknown-indicator');
  refer([...parts, 'profile'], known.profiles, 'unknown-profile');
  refer([...parts, 'topic'], known.topics, 'unknown-topic');
  refer(['plans', '*', 'reviews', '*', 'edition'], known.editions, 'unknown-edition');
  const file = { document, value: null, data };
  checkRepeats(file, textsAt(data, ['plans', '*', 'id']), report);
  checkRepeats(file, textsAt(data, ['plans', '*', 'targets', '*', 'id']), report);
  for (const { path, text } of textsAt(data, [...parts, 'group'])) {
    const topic = String(valueAt(data, [...path.slice(0, -1), 'topic']) ?? '');
    const groups = entryOf(known.topics, topic).groups?.map(each => each.id);
    if (groups !== undefined && !groups.includes(text))
      report(document.place(path), 'unknown-group', text, topic, nearest(text, groups));
  }
  checkProfileNames(document, data, parts, known, report);
  checkReviewed(document, data, report);
}

/** Phases and grades are those of the profile that the part names. */
function checkProfileNames(
  document: Document,
  data: unknown,
  parts: Path,
  known: Known,
  report: Report,
): void {
  const check = ({ path, text }: TextAt, rule: 'unknown-phase' | 'unknown-part') => {
    const profile = String(valueAt(data, [...path.slice(0, -1), 'profile']) ?? '');
    const { phases, parts } = entryOf(known.profiles, profile);
    const names = rule === 'unknown-phase' ? phases : parts;
    if (names !== undefined && !names.includes(text))
      report(document.place(path), rule, text, profile, nearest(text, names));
  };
  for (const each of textsAt(data, [...parts, 'phase'])) check(each, 'unknown-phase');
  for (const each of textsAt(data, [...parts, 'grade'])) check(each, 'unknown-part');
}

/** A review is of a target of its own plan. */
function checkReviewed(document: Document, data: unknown, report: Report): void {
  for (const { path, text } of textsAt(data, ['plans', '*', 'reviews', '*', 'target'])) {
    const targets = textsAt(valueAt(data, path.slice(0, 2)), ['targets', '*', 'id']).map(each => each.text);
    if (!targets.includes(text)) report(document.place(path), 'unknown-target', text, nearest(text, targets));
  }
}

/** The words that readers will see: finished, and promises and reasons without figures typed by hand. */
function checkWording(text: string, document: Document, data: unknown, report: Report): void {
  const targets: Path = ['plans', '*', 'targets', '*'];
  const place = ({ path, text: words }: TextAt) => placesIn(text, words, document.place(path));
  const finished: readonly Path[] = [
    ['plans', '*', 'label'],
    ['plans', '*', 'note'],
    [...targets, 'short'],
    [...targets, 'owner'],
    [...targets, 'parts', '*', 'label'],
    [...targets, 'parts', '*', 'note'],
  ];
  const untyped: readonly Path[] = [
    [...targets, 'promise'],
    [...targets, 'parts', '*', 'reason'],
    ['plans', '*', 'reviews', '*', 'reason'],
  ];
  for (const each of [...finished, ...untyped].flatMap(pattern => textsAt(data, pattern)))
    checkFinished(each.text, place(each), report);
  for (const each of untyped.flatMap(pattern => textsAt(data, pattern)))
    checkTyped(each.text, place(each), report);
}
