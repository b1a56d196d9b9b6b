import { type Issue, type Report, reportTo } from '../../src/issues.ts';

/** A `Report` and a list of what was reported, each as "line:column rule". */
export function reporting(): {
  readonly report: Report;
  readonly said: () => readonly string[];
  readonly issues: readonly Issue[];
} {
  const issues: Issue[] = [];
  const said = () => issues.map(({ line, column, rule }) => `${line}:${column} ${rule}`);
  return { report: reportTo(issues), said, issues };
}
