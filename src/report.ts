import { type HiddenCell, hiddenCells } from './audit/hidden-cells.ts';
import { checkOfficersWords } from './audit/told-in-words.ts';
import { calledOn, type PublicFolder, shownIn, throughGate } from './gate/public-folder.ts';
import type { Releases } from './gate/releases.ts';
import { type Issue, reportTo, sortIssues } from './issues.ts';
import type { Setting } from './judgements/setting.ts';
import { editionFindings } from './judgements/theme-findings.ts';
import { hasCode } from './model/area.ts';
import type { Edition } from './model/edition.ts';
import { type EditionMaterial, materialOf } from './pages/material.ts';
import { type OfficersWords, officersWords } from './pages/officers-words.ts';
import type { ReportView } from './pages/page.ts';
import { editionPages, reportView } from './pages/report-pages.ts';
import type { ChartView } from './pages/view.ts';
import { linkIssues } from './pages/word-links.ts';
import { planKinds } from './plans/index.ts';
import type { PlanKind } from './plans/kind.ts';
import { type KnownFigures, knownTo } from './series.ts';
import { readTesting } from './sources/checks-record.ts';
import type { CouncilFolder } from './sources/council-folder.ts';
import { loadFolder, loadUnfinished } from './sources/load.ts';

/** Which edition and which area; null for every edition, and for the folder's own council. */
export type Choice = { readonly edition: string | null; readonly area: string | null };

const everything: Choice = { edition: null, area: null };

/** Is told of the charts of each edition once it is laid out, while others are still to come. */
type LaidOut = (charts: readonly ChartView[]) => void;

type Stopped =
  | { readonly outcome: 'unknown'; readonly why: string }
  | { readonly outcome: 'issues'; readonly issues: readonly Issue[] };

/** A report ready to be published; every issue that stands in its way; or a choice that the folder cannot meet. */
export type Made =
  | Stopped
  | {
      readonly outcome: 'made';
      readonly report: ReportView;
      readonly issues: readonly Issue[];
      /** What the site must not tell: for its audit alone. */
      readonly hidden: readonly HiddenCell[];
    };

/** A council's folder, read and past the gate: what a report of any of its areas and editions is made from. */
export type PastReading = {
  readonly outcome: 'read';
  readonly folder: PublicFolder;
  readonly kinds: readonly PlanKind[];
  /** What each edition knew, by its id, and the folder under the codes and names of areas that it knew. */
  readonly known: ReadonlyMap<string, { readonly folder: PublicFolder; readonly figures: KnownFigures }>;
  readonly releases: Releases;
  /** What the gate hid, for the audit of the finished site: no page is made from it. */
  readonly hidden: readonly HiddenCell[];
  readonly issues: readonly Issue[];
};

type CouncilRead = { readonly outcome: 'issues'; readonly issues: readonly Issue[] } | PastReading;

/** Everything that is to be said in each edition, oldest first, before it is laid out as pages. */
type Material =
  | Stopped
  | {
      readonly outcome: 'made';
      readonly folder: PublicFolder;
      readonly area: string;
      readonly material: readonly (EditionMaterial & { readonly words: OfficersWords })[];
      readonly issues: readonly Issue[];
      readonly hidden: readonly HiddenCell[];
    };

/**
 * Makes the report of a council folder.
 *
 *     files ─ loadFolder ─▶ rows, checked ─ throughGate ─▶ published figures   (the gate: counts stop here)
 *       ─ knownTo ─▶ series as each edition knew them ─ editionFindings ─▶ what may be said
 *       ─ materialOf ─▶ sentences ─ editionPages ─▶ charts, tables, pages, ledger ─ reportView ─▶ one report
 */
export function makeReport(root: string, choice: Choice = everything, laidOut: LaidOut = () => {}): Made {
  return reportFrom(readCouncil(root), choice, laidOut);
}

/** Reads a council folder, with plans of the given kinds, and protects its rows, once for every report that is made of it. */
export function readCouncil(root: string, kinds: readonly PlanKind[] = planKinds): CouncilRead {
  const loaded = loadFolder(root, kinds);
  return loaded.outcome === 'issues' ? loaded : pastReading(loaded.folder, kinds, loaded.issues);
}

/** To say where it stands: what has errors among its issues is never made a report of. */
export function readUnfinished(root: string): CouncilRead {
  const { folder, issues } = loadUnfinished(root, planKinds);
  return folder === null ? { outcome: 'issues', issues } : pastReading(folder, planKinds, issues);
}

function pastReading(
  loaded: CouncilFolder,
  kinds: readonly PlanKind[],
  issues: readonly Issue[],
): PastReading {
  const exposed: Issue[] = [];
  const past = throughGate(loaded, reportTo(exposed));
  const hidden = hiddenCells(loaded, past.published);
  const told = checkOfficersWords(loaded, past.published, hidden);
  const known = new Map(
    past.folder.editions.map(edition => {
      const { folder, published, releases } = calledOn(past, edition['cut-off']);
      return [
        edition.id,
        { folder: shownIn(folder, edition), figures: knownTo(edition, published, releases) },
      ] as const;
    }),
  );
  return {
    outcome: 'read',
    folder: past.folder,
    kinds,
    known,
    releases: past.releases,
    hidden,
    issues: sortIssues([...issues, ...exposed, ...told]),
  };
}

/** The report of an area, its own council unless another is chosen, made from a folder that was read. */
export function reportFrom(
  read: CouncilRead,
  choice: Choice = everything,
  laidOut: LaidOut = () => {},
): Made {
  const made = materialFrom(read, choice);
  if (made.outcome !== 'made') return made;
  const latest = made.material.at(-1)?.setting.edition.id ?? '';
  const { issues, hidden } = made;
  const pages = made.material.map(material => {
    const edition = editionPages(material, material.words, latest);
    laidOut(edition.charts);
    // What was worked out of all authorities is of no more use.
    material.setting.memory.clear();
    return edition;
  });
  return {
    outcome: 'made',
    report: reportView(made.folder, made.area, pages, readTesting()),
    issues,
    hidden,
  };
}

/** Everything that can be wrong is found here, and nothing is laid out. */
export function materialFrom(read: CouncilRead, choice: Choice = everything): Material {
  if (read.outcome === 'issues') return read;
  const { folder, kinds, known } = read;
  const why = unmet(folder, choice);
  if (why !== null) return { outcome: 'unknown', why };
  const area = choice.area ?? folder.council.code;
  const material = folder.editions.flatMap(edition => {
    const held = known.get(edition.id);
    if (held === undefined || (choice.edition !== null && choice.edition !== edition.id)) return [];
    const found = editionFindings(settingOf(held.folder, edition, area, held.figures));
    const material = materialOf(found, kinds);
    return { ...material, words: officersWords(material) };
  });
  const links = linkIssues(
    material,
    folder.editions.map(({ id }) => id),
  );
  const issues = sortIssues([...read.issues, ...material.flatMap(({ words }) => words.issues), ...links]);
  if (issues.some(({ severity }) => severity === 'error')) return { outcome: 'issues', issues };
  return { outcome: 'made', folder, area, material, issues, hidden: read.hidden };
}

/** Why a choice cannot be met by a folder, or null when it can. */
function unmet({ editions, areas }: PublicFolder, { edition, area }: Choice): string | null {
  const held = editions.map(({ id }) => id).join(', ');
  if (edition !== null && !editions.some(({ id }) => id === edition)) {
    return `there is no edition "${edition}" (there are ${held})`;
  }
  if (area !== null && !areas.some(each => hasCode(each, area))) return `no area has the code "${area}"`;
  return null;
}

function settingOf(folder: PublicFolder, edition: Edition, area: string, known: KnownFigures): Setting {
  const areas = new Map(folder.areas.map(area => [area.code, area]));
  const named = (code: string) => {
    const found = areas.get(code) ?? folder.areas.find(area => hasCode(area, code));
    if (found === undefined) throw new Error(`invalid area: ${code}`);
    return found;
  };
  return {
    edition,
    folder,
    known,
    memory: new Map(),
    areas,
    council: named(area),
    region: named(folder.council.region),
    nation: named(folder.council.nation),
    neighbours: folder.neighbours.find(({ id }) => id === edition.neighbours) ?? null,
    neighboursBefore: folder.neighbours.find(({ id }) => id === edition['neighbours-before']) ?? null,
  };
}
