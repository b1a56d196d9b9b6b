import type { Report } from '../issues.ts';
import { type Folder, kindAt, readText } from '../sources/files.ts';
import { csvLine, type ImportedIndicator } from './release-form.ts';
import type { OwnFigure } from './wide-table.ts';

const header = 'indicator,area,period,topic,group,value,numerator,denominator,status,released,source,note';

/** The files of `data/observations` with a council's own figures put to them; those that are there already are passed over. */
export function observationFiles(
  folder: Folder,
  figures: readonly OwnFigure[],
  source: string,
  indicators: ReadonlyMap<string, ImportedIndicator>,
  report: Report,
): { readonly files: ReadonlyMap<string, string>; readonly added: number; readonly held: number } {
  const files = new Map<string, string>();
  let [added, held] = [0, 0];
  const pathOf = ({ indicator, period }: OwnFigure) =>
    `data/observations/${indicators.get(indicator)?.theme ?? ''}/${period}.csv`;
  for (const [path, those] of Map.groupBy(figures, pathOf)) {
    const text = kindAt(folder, path) === 'file' ? (readText(folder, path) ?? '') : `${header}\n`;
    const lines = text.trimEnd().split('\n');
    const known = new Map(lines.map((line, at) => [line.split(',', 5).join(','), { line, at }] as const));
    for (const { indicator, area, period, topic, group, value, status } of those) {
      const key = csvLine([indicator, area, period, topic, group]);
      const before = known.get(key);
      if (before === undefined) {
        added += 1;
        lines.push(csvLine([indicator, area, period, topic, group, value, '', '', status, '', source, '']));
      } else if (Number(before.line.split(',')[5]) === Number(value) || before.line.split(',')[5] === value) {
        held += 1;
      } else report({ file: path, line: before.at + 1, column: 1 }, 'other-value-held', value);
    }
    if (lines.length > text.trimEnd().split('\n').length) files.set(path, `${lines.join('\n')}\n`);
  }
  return { files, added, held };
}
