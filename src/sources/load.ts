import { resolve } from 'node:path';
import { type Issue, type Report, reportTo, sortIssues } from '../issues.ts';
import type { PlanReader } from '../plans/kit/checks.ts';
import { checkGrades, checkTotals } from '../profiles/checks.ts';
import { checkRepeatedCounts, readInspections } from '../profiles/inspections.ts';
import type { ProfileCount } from '../profiles/schema.ts';
import { readTargets, type TargetContext } from '../targets/checks.ts';
import { type Plan, targetsFileSchema } from '../targets/schema.ts';
import { readOne, readYamlFiles, type YamlFiles } from './catalogue.ts';
import { checkBands, checkConsistency, checkEditions } from './consistency.ts';
import { readCommentaryFiles, readOverrides } from './content.ts';
import type { CouncilFolder } from './council-folder.ts';
import { checkDifferences, readDifferences } from './differences.ts';
import { englandFolder, readEngland } from './england.ts';
import {
  type Entry,
  entriesOf,
  type Folder,
  filesOf,
  kindAt,
  namesAtTop,
  openFolder,
  readText,
  reportUnexpected,
  start,
  stemOf,
} from './files.ts';
import { checkCatalogueNames, checkLocalities } from './name-checks.ts';
import { checkName, gatherNames, heldBy, type Known, standsFor } from './names.ts';
import { type National, readNational } from './national.ts';
import {
  checkOnes,
  checkRepeatedObservations,
  checkSettledFirst,
  type ObservationFile,
  readObservations,
} from './observations.ts';
import { readPictures } from './pictures.ts';
import { readPlanBooks } from './plan-files.ts';
import { checkJumps, checkPercentages, checkPlausible, checkPublishers } from './plausibility.ts';
import { checkGroupSizes, checkPublications, readPublished, releasedOf } from './published.ts';
import { readRoles, rolesFile } from './roles.ts';
import { periodOfName } from './rows.ts';
import { checkSmallGroups, checkWholes } from './wholes.ts';

/** A council folder that was read, with warnings; or every issue that stands in its way, in order of place. */
export type Loaded =
  | { readonly outcome: 'read'; readonly folder: CouncilFolder; readonly issues: readonly Issue[] }
  | { readonly outcome: 'issues'; readonly issues: readonly Issue[] };

/**
 * Reads a council folder: all of `data/` that the report uses, its plans of the given kinds among it, and the officers'
 * words in `content/`. Nothing in
 * the folder makes it throw; every fault is an issue, and all of them are gathered before it answers.
 */
export function loadFolder(root: string, kinds: readonly PlanReader[]): Loaded {
  const { folder, issues } = loadUnfinished(root, kinds);
  if (folder === null || issues.some(issue => issue.severity === 'error'))
    return { outcome: 'issues', issues };
  return { outcome: 'read', folder, issues };
}

/**
 * Reads what can be understood of a council folder that may have faults still, with all of its issues: enough to say where
 * it stands, and never to publish from. Null where not even the council was understood.
 */
export function loadUnfinished(
  root: string,
  kinds: readonly PlanReader[],
): { readonly folder: CouncilFolder | null; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const folder = openFolder(root, reportTo(issues));
  const isSound = () => issues.every(({ severity }) => severity !== 'error');
  const read = folder === null ? null : readFolder(folder, kinds, isSound);
  return { folder: read, issues: sortIssues(issues) };
}

function readFolder(
  folder: Folder,
  kinds: readonly PlanReader[],
  isSound: () => boolean,
): CouncilFolder | null {
  const misnamed = namesAtTop(folder).filter(name =>
    isWrittenOtherwise(folder, { name, path: name }, ['data', 'content']),
  );
  if (misnamed.length > 0 && kindAt(folder, 'data') === 'missing') return null;
  checkTopFolder(folder);
  const england = readEngland(folder.report);
  const national = readNational();
  const files = readYamlFiles(folder, england, national.breaks);
  // Of a folder that is still to be filled, all that is to be written is listed.
  if (kindAt(folder, 'data') === 'missing')
    folder.report(start('data/observations'), 'missing-file', 'the folder of figures (<chapter>/<year>.csv)');
  checkThemeNames(files, kinds, folder.report);
  const known = gatherNames(files, england, national, folder.report);
  checkCatalogueNames(files, known, folder.report);
  checkConsistency(files, known, folder.report);
  checkLocalities(files.areas, known, folder.report);
  const observations = readThemeFiles(folder, known, 'data/observations', readObservations);
  const differences = readThemeFiles(folder, known, 'data/differences', readDifferences);
  const releases = readPublished(folder, known);
  checkPublications(releases, known, folder.report);
  checkGroupSizes(releases, known, folder.report);
  const profileCounts = readAllInspections(folder, known);
  checkRepeatedObservations(observations, folder.report);
  checkSettledFirst(observations, folder.report);
  for (const check of checksOfRows) check(observations, known, folder.report);
  checkPlausible(observations, releases, known, folder.report);
  checkPercentages(observations, releases, known, folder.report);
  checkBands(observations, releases, known, folder.report);
  checkDifferences(differences, observations, folder.report);
  checkRepeatedCounts(profileCounts, folder.report);
  checkTotals(profileCounts, known, folder.report);
  checkGrades(observations, profileCounts, known, folder.report);
  const commentary = readCommentaryFiles(folder, known);
  const overrides = readOverrides(folder, known);
  const entries = entriesOf(folder, 'data/plans');
  const roles = readRoles(folder, entries, known);
  // Plans speak of the council itself: they are held against its own rows alone.
  const own = observations.filter(({ area }) => area === known.council);
  // Of a folder with faults, what was left out for them would look as if it were missing.
  if (isSound()) {
    const outcomes = own.filter(({ status }) => status !== 'projection');
    checkEditions(files, [...outcomes, ...releasedOf(releases, known.council)], known, folder.report);
  }
  const plans = readTargetsFile(folder, entries, { known, observations: own, roles: roles.register });
  const pictures = readPictures(folder);
  const held = {
    ...{ known, observations: own, profileCounts, targets: plans, commentary },
    pictures: pictures.names,
  };
  const books = readPlanBooks(folder, entries, kinds, held, roles);
  return assemble(files, known, national, {
    observations,
    releases,
    differences,
    profileCounts,
    commentary,
    overrides,
    plans,
    books,
    roles: roles.roles,
    pictures: pictures.sound,
    texts: folder.texts,
  });
}

/** What the rows of all files are held to: by themselves, with one another, and over the years. */
const checksOfRows = [checkOnes, checkWholes, checkSmallGroups, checkJumps, checkPublishers];

/** A chapter may not take the name of a page of plans. */
function checkThemeNames({ catalogue }: YamlFiles, kinds: readonly PlanReader[], report: Report): void {
  for (const file of catalogue) {
    const id = file?.value?.theme.id;
    if (file === null || id === undefined || !kinds.some(({ form }) => form.id === id)) continue;
    report(
      file.document.place(['theme', 'id']),
      'wrong-value',
      id,
      'is the name of another page: choose another',
    );
  }
}

const topFiles = [
  'council.yaml',
  'areas.yaml',
  'sources.yaml',
  'breakdowns.yaml',
  'glossary.yaml',
  'breaks.yaml',
];
const topFolders = [
  'catalogue',
  'imports',
  'observations',
  'published',
  'differences',
  'inspections',
  'editions',
  'plans',
  'schemas',
];

function checkTopFolder(folder: Folder): void {
  const expected = [...topFiles, ...topFolders];
  for (const entry of entriesOf(folder, 'data')) {
    // The tool's own repository is a council folder, and holds what is true of every council.
    if (resolve(folder.root, entry.path) === resolve(englandFolder)) continue;
    if (expected.includes(entry.name) || isWrittenOtherwise(folder, entry, expected)) continue;
    reportUnexpected(folder, entry, `${topFiles.join(', ')} and the folders ${topFolders.join(', ')}`);
  }
}

/** Whether an entry is one of those expected but for its capitals, which is reported: it would be found on some machines only. */
function isWrittenOtherwise(
  folder: Folder,
  { name, path }: Pick<Entry, 'name' | 'path'>,
  expected: readonly string[],
): boolean {
  const right = expected.find(each => each !== name && each.toLowerCase() === name.toLowerCase());
  if (right !== undefined) folder.report(start(path), 'wrong-capitals', name, right);
  return right !== undefined;
}

/** The rows of every file of a folder that has a folder for each theme and a file for each period. */
function readThemeFiles<Row>(
  folder: Folder,
  known: Known,
  path: string,
  read: (text: string, file: ObservationFile, known: Known, report: Report) => readonly Row[],
): readonly Row[] {
  return entriesOf(folder, path).flatMap(({ name: theme, path, kind }) => {
    if (kind === 'file') {
      reportUnexpected(folder, { name: theme, path, kind }, 'folders named after themes');
      return [];
    }
    checkName(known.themes, theme, 'unknown-theme', start(path), folder.report);
    return filesOf(folder, path, '.csv').flatMap(file => {
      const period = periodOfName(stemOf(file.path), file.path, folder.report);
      const text = readText(folder, file.path);
      return text === null ? [] : read(text, { file: file.path, theme, period }, known, folder.report);
    });
  });
}

function readAllInspections(folder: Folder, known: Known): readonly ProfileCount[] {
  return filesOf(folder, 'data/inspections', '.csv').flatMap(file => {
    const period = periodOfName(stemOf(file.path), file.path, folder.report);
    const text = readText(folder, file.path);
    return text === null ? [] : readInspections(text, { file: file.path, period }, known, folder.report);
  });
}

/** The targets of `plans/targets.yaml`; a folder beside it is an edition's, and roles.yaml the register of roles. */
function readTargetsFile(folder: Folder, entries: readonly Entry[], held: TargetContext): readonly Plan[] {
  return entries.flatMap(entry => {
    if (entry.kind === 'folder' || entry.path === rolesFile) return [];
    if (entry.name !== 'targets.yaml') {
      reportUnexpected(folder, entry, 'targets.yaml, roles.yaml and a folder for each edition');
      return [];
    }
    const file = readOne(folder, entry.path, targetsFileSchema, null);
    return file === null ? [] : readTargets(file, held, folder.report);
  });
}

/** All that is no setting of the council's and its catalogue. */
type Rows = Omit<
  CouncilFolder,
  'calendar' | 'council' | 'areas' | 'neighbours' | 'makeUp' | 'profiles' | 'editions' | keyof Shared
>;

/** The folder as one value, or null when a file it needs was not understood (and has been reported). */
function assemble(files: YamlFiles, known: Known, national: National, rows: Rows): CouncilFolder | null {
  const council = files.council?.value;
  const areas = files.areas?.value;
  const code = (written: string) => standsFor(known.areas, written);
  if (!council || !areas) return null;
  const catalogue = files.catalogue.flatMap(file => file?.value ?? []);
  const editions = files.editions.flatMap(file => file?.value ?? []);
  return {
    calendar: national.calendar,
    council: {
      ...council,
      code: known.council,
      region: code(council.region),
      nation: code(council.nation),
    },
    areas: heldBy(known.areas).map(area =>
      area.parent === undefined ? area : { ...area, parent: code(area.parent) },
    ),
    neighbours: heldBy(known.neighbours).map(list => ({ ...list, areas: list.areas.map(code) })),
    makeUp: areas['make-up'].map(list => ({ ...list, of: code(list.of) })),
    ...shared(
      national,
      {
        themes: catalogue.map(({ theme }) => theme),
        indicators: catalogue.flatMap(({ theme, indicators }) =>
          indicators.map(one => ({ ...one, theme: theme.id })),
        ),
        sources: files.sources?.value?.sources ?? [],
        topics: files.breakdowns?.value?.topics ?? [],
        terms: files.glossary?.value?.terms ?? [],
      },
      { ...rows, editions, neighbours: heldBy(known.neighbours) },
    ),
    profiles: catalogue.flatMap(({ theme, profiles }) => profiles.map(one => ({ ...one, theme: theme.id }))),
    editions: editions.toSorted((a, b) => (a.period < b.period ? -1 : 1)),
    ...rows,
  };
}

type Shared = Pick<CouncilFolder, 'themes' | 'indicators' | 'sources' | 'topics' | 'glossary'>;

/**
 * The council's own entries and those of England that it has a use for: measures with a figure or a place in an edition,
 * their publications, and the chapters, groups and words that none of its own stands in the place of.
 */
function shared(
  national: National,
  own: Omit<National, 'breaks' | 'calendar'>,
  held: Pick<CouncilFolder, 'releases' | 'observations' | 'editions' | 'neighbours'>,
): Shared {
  const { releases, observations, editions, neighbours } = held;
  const used = new Set([
    ...[...releases, ...observations].map(({ indicator }) => indicator),
    ...editions.flatMap(({ headlines, pending }) => [...headlines, ...pending.map(each => each.indicator)]),
  ]);
  const inUse = neighbours.filter(({ id }) =>
    editions.some(each => each.neighbours === id || each['neighbours-before'] === id),
  );
  const cited = new Set([
    ...releases.map(({ publication }) => publication),
    ...[...observations, ...inUse].map(({ source }) => source),
  ]);
  const others = <T>(ours: readonly T[], theirs: readonly T[], nameOf: (one: T) => string) => {
    const taken = new Set(ours.map(nameOf));
    return theirs.filter(one => !taken.has(nameOf(one)));
  };
  const indicators = others(own.indicators, national.indicators, ({ id }) => id);
  const sources = others(own.sources, national.sources, ({ id }) => id);
  return {
    themes: [...own.themes, ...national.themes],
    indicators: [...indicators.filter(({ id }) => used.has(id)), ...own.indicators],
    sources: [...own.sources, ...sources.filter(({ id }) => cited.has(id))],
    topics: [...own.topics, ...national.topics],
    glossary: [...own.terms, ...others(own.terms, national.terms, ({ term }) => term)],
  };
}
