// What everyone can read of a council's editions, and how near an attacker comes with it: of the CSV files of a finished site,
// and of the catalogues, which say how measures, groups and areas hang together.
import { parse } from 'csv-parse/sync';
import { type Folder, folderOf, type Measure } from '../recomputed/folder.ts';
import { attack, type Find, type Knowledge, type Seen } from './attacker.ts';
import { isNear, type Score } from './score.ts';

/** A file of a finished site, by its path from the folder of the site. */
export type SiteFile = { readonly path: string; readonly text: string };

/** What an attacker of a council's editions came away with. */
export type Attacked = {
  readonly scores: ReadonlyMap<Find['kind'], Score>;
  readonly fallen: readonly string[];
  /** How many sums of groups or areas, and the like, were taken for so no more, because what is printed contradicts them. */
  readonly givenUp: number;
};

type Line = Readonly<Record<string, string>>;

/**
 * How near everything in the files of a site brings an attacker to what the council of a folder keeps back: with what is
 * printed, or with how many pupils there are in every group besides, where anything of it is printed.
 */
export function attackOfSite(root: string, files: readonly SiteFile[], knows: 'printed' | 'sizes'): Attacked {
  const folder = folderOf(root);
  const scores = new Map<Find['kind'], Score>();
  const fallen: string[] = [];
  let givenUp = 0;
  const found = attack(seenIn(folder, files, knows === 'sizes'), knowledgeOf(folder), claims => {
    givenUp += claims;
  });
  for (const find of found) {
    const { kind, seen, beside, least, greatest } = find;
    const place = [seen.indicator, seen.area, seen.period, seen.topic, seen.group, seen.printing].join('|');
    const near = isNear(find, folder.council.disclosure);
    const held = scores.get(kind) ?? { cells: 0, exact: 0, narrow: 0 };
    scores.set(kind, {
      cells: held.cells + 1,
      exact: held.exact + (near && least === greatest ? 1 : 0),
      narrow: held.narrow + (near ? 1 : 0),
    });
    const other = beside === null ? '' : ` beside ${beside.indicator} ${beside.printing}`;
    if (near) fallen.push(`${kind} ${place}${other}: ${least} to ${greatest}`);
  }
  return { scores, fallen, givenUp };
}

/** The figures of the council, of places in it, and of others of which something is hidden, as the files of a site have them. */
function seenIn(folder: Folder, files: readonly SiteFile[], knowsSizes: boolean): readonly Seen[] {
  const lines = files.flatMap(({ path, text }): readonly Line[] => {
    const [edition = ''] = path.split('/');
    if (!/^\ufeff?figure,kind,/.test(text)) return [];
    const found: readonly Line[] = parse(text, { bom: true, columns: true });
    return found.map(line => ({ ...line, edition, area: folder.newest(line.area ?? '') }));
  });
  const nameOf = (line: Line) =>
    [line.edition, line.indicator, line.area, line.period, line.topic, line.group].join('|');
  const isBase = ({ kind, part }: Line) => kind === 'count' && part === 'base';
  const bases = new Map(lines.filter(isBase).map(line => [nameOf(line), Number(line.value)]));
  const outcomes = lines.filter(({ kind, status }) => kind === 'observation' && status !== 'projection');
  const own = (code = '') =>
    code === folder.council.code || folder.areas.get(code)?.parent === folder.council.code;
  const areas = new Set(
    outcomes.filter(({ area, value_status }) => own(area) || value_status === 'c').map(({ area }) => area),
  );
  const rows = new Map(folder.rows.map(row => [`${row.file}:${row.line}`, row.fields]));
  const seen = outcomes
    .filter(({ area }) => areas.has(area))
    .map((line): Seen => {
      const { indicator = '', area = '', period = '', topic = '', group = '', value = '' } = line;
      const row = `${line.source_file}:${line.source_line}`;
      const fields = rows.get(row);
      const isPublic =
        fields === undefined ||
        (folder.national.has(fields.source ?? '') && folder.areas.get(area)?.parent === undefined);
      const isCounted = folder.measures.get(indicator)?.counted === 'pupils' && Boolean(fields?.denominator);
      return {
        ...{ indicator, area, period, topic, group, row, isPublic, printing: line.edition ?? '' },
        isKept: isCounted && !isPublic,
        value: value === '' ? null : Number(value),
        decimals: value.split('.')[1]?.length ?? 0,
        base: bases.get(nameOf(line)) ?? (knowsSizes && value !== '' ? sizeOf(fields) : null),
        isHidden: line.value_status === 'c',
      };
    });
  // A figure stands in several files.
  return [...new Map(seen.map(each => [JSON.stringify(each), each])).values()].toSorted((a, b) =>
    a.printing.localeCompare(b.printing),
  );
}

function sizeOf(fields: Line | undefined): number | null {
  return fields?.denominator ? Number(fields.denominator) : null;
}

/** What everyone can know of a council from its catalogues, its list of groups and its list of areas. */
function knowledgeOf({ measures, topics, makeUp, council, editions }: Folder): Knowledge {
  const all = [...measures.values()];
  const countedIn = (id: string): string => {
    const same = measures.get(id)?.numerator;
    return same === undefined ? id : countedIn(same);
  };
  const wholes: Readonly<Record<string, number>> = {
    'per-100': 100,
    'per-1000': 1000,
    'per-10000': 10_000,
    'per-100000': 100_000,
  };
  const isShare = ({ measure, unit }: Measure) =>
    measure === 'percentage' || (measure === 'given' && unit === 'percent');
  const isCount = ({ measure, unit }: Measure) => measure === 'count' && unit !== 'schools';
  const wholeOf = (measure: Measure) => (isShare(measure) ? 100 : (wholes[measure.unit] ?? null));
  const topicsIn = (printing: string) => {
    const period = editions.find(({ id }) => id === printing)?.period ?? '';
    return topics.filter(
      ({ id, until = '9999' }, at) =>
        until >= period &&
        topics.findIndex(each => each.id === id && (each.until ?? '9999') >= period) === at,
    );
  };
  return {
    measureOf: id => {
      const measure = measures.get(id);
      if (measure === undefined || measure.counted === 'schools') return null;
      const whole = wholeOf(measure);
      if (whole === null && !isCount(measure)) return null;
      return { cohort: measure.cohort ?? `of ${id}`, of: countedIn(id), whole };
    },
    isOfPupils: id => all.filter(each => countedIn(each.id) === id).every(isShare),
    topicsIn: printing =>
      topicsIn(printing)
        .filter(({ overlap }) => overlap !== true)
        .map(({ id, groups, partial }) => ({
          topic: id,
          groups: groups.map(group => group.id),
          isEveryone: partial !== true,
        })),
    parts: topics.flatMap(({ id, groups, refines = [] }) =>
      refines.flatMap((topic, at) =>
        [...Map.groupBy(groups, group => group.in?.[at] ?? '')].map(([group, within]) => ({
          ...{ topic, group, of: id },
          groups: within.map(each => each.id),
        })),
      ),
    ),
    within: all.flatMap(({ id, within = [], 'all-of': of = [] }) =>
      [...new Set([...within, ...of])].map(outer => [id, countedIn(outer)] as const),
    ),
    both: all.flatMap(({ id, 'all-of': of = [] }) => (of.length > 1 ? [{ of: id, all: of }] : [])),
    sums: all.flatMap(({ id, 'sum-of': parts = [] }) => (parts.length > 0 ? [{ of: id, parts }] : [])),
    shares: all.flatMap(({ id, 'share-of': whole }) => (whole === undefined ? [] : [{ of: id, whole }])),
    makeUp,
    policy: council.disclosure,
    protectsOthers: true,
    isRowlessEmpty: false,
  };
}
