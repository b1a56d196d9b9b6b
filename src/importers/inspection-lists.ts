import type { Report } from '../issues.ts';
import { schoolYearOf } from '../model/time.ts';
import { areaOf, type England } from '../sources/england.ts';
import { columnsOf, type HeadedTable, recordsBelow } from './format-reading.ts';

/** What Ofsted's lists call the overall grade, over the years. */
const gradeColumns = [
  'overall effectiveness',
  'latest oeif overall effectiveness',
  'ungraded inspection overall outcome',
];
const authorityColumns = ['local authority (education)', 'local authority'];
const phaseColumns = ['ofsted phase', 'phase', 'phase of education'];

const grades: Readonly<Record<string, string>> = {
  '1': 'Outstanding',
  '2': 'Good',
  '3': 'Requires improvement',
  '4': 'Inadequate',
};

/** Whether a header is that of Ofsted's management information: inspections or schools one by one. */
export function isInspectionList(header: readonly string[]): boolean {
  const columns = columnsOf(header);
  return (
    columns.has('urn') &&
    gradeColumns.some(name => columns.has(name)) &&
    first(columns, authorityColumns) !== -1
  );
}

export type InspectionCounts = {
  readonly rows: number;
  readonly ours: number;
  readonly counts: readonly { readonly phase: string; readonly grade: string; readonly count: number }[];
};

export async function countInspections(
  table: HeadedTable,
  england: England,
  council: string,
  report: Report,
): Promise<InspectionCounts> {
  const [grade, authority, phase] = [gradeColumns, authorityColumns, phaseColumns].map(names =>
    first(table.columns, names),
  ) as [number, number, number];
  const counts = new Map<string, number>();
  const codes = new Map<string, string | null>();
  const today = schoolYearOf(new Date().toISOString().slice(0, 10));
  let [rows, ours] = [0, 0];
  await recordsBelow(table, report, record => {
    rows += 1;
    const name = record.field(authority);
    const code = codes.get(name) ?? areaOf(england, name, today)?.code ?? null;
    codes.set(name, code);
    if (code !== council) return;
    ours += 1;
    const written = record.field(grade).trim();
    const key = `${record.field(phase).trim()}\t${grades[written] ?? 'Not graded'}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  const order = ['Outstanding', 'Good', 'Requires improvement', 'Inadequate', 'Not graded'];
  return {
    rows,
    ours,
    counts: [...counts]
      .map(([key, count]) => {
        const [phase = '', grade = ''] = key.split('\t');
        return { phase, grade, count };
      })
      .sort(
        (a, b) => a.phase.localeCompare(b.phase, 'en') || order.indexOf(a.grade) - order.indexOf(b.grade),
      ),
  };
}

function first(columns: ReadonlyMap<string, number>, names: readonly string[]): number {
  return names.map(name => columns.get(name)).find(at => at !== undefined) ?? -1;
}
