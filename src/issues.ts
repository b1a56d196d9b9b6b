import type { Place } from './model/place.ts';
import { type Advice, onOneLine } from './rules/advice.ts';
import { type RuleName, rules } from './rules.ts';

/** A fault in data or content: where, which rule, what is wrong and how to mend it. */
export type Issue = Place & {
  /** Kebab-case and permanent. */
  readonly rule: string;
  /** What is wrong in the writer's own spelling, then what to do. */
  readonly message: string;
  readonly hint?: string;
  readonly severity: 'error' | 'warning';
};

/** Takes note of an issue: its place, its rule, and what the rule needs to know. */
export type Report = <R extends RuleName>(
  place: Place,
  rule: R,
  ...args: Parameters<(typeof rules)[R]>
) => void;

/** Takes note of an issue at a place already settled. */
export type Say = <R extends RuleName>(rule: R, ...args: Parameters<(typeof rules)[R]>) => void;

export function issueOf<R extends RuleName>(
  place: Place,
  rule: R,
  ...args: Parameters<(typeof rules)[R]>
): Issue {
  const said = (rules[rule] as (...args: unknown[]) => Advice)(...args);
  return {
    file: place.file,
    line: place.line,
    column: place.column,
    rule,
    message: said.message,
    ...(said.hint === undefined ? {} : { hint: said.hint }),
    severity: said.severity ?? 'error',
  };
}

export function reportTo(issues: Issue[]): Report {
  return (place, rule, ...args) => void issues.push(issueOf(place, rule, ...args));
}

/** Issues in the order they are printed, each once: by file, line, column and rule. */
export function sortIssues(issues: readonly Issue[]): readonly Issue[] {
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const sorted = [...issues].sort(
    (a, b) => order(a.file, b.file) || a.line - b.line || a.column - b.column || order(a.rule, b.rule),
  );
  // What an alias stands for is read wherever it is used, and its faults are found as often.
  return sorted.filter((issue, at) => at === 0 || issueLine(issue) !== issueLine(sorted[at - 1] ?? issue));
}

/** An issue as one line of text: `file:line:column  rule  message`, then the hint. */
export function issueLine({ file, line, column, rule, severity, message, hint }: Issue): string {
  const said = hint === undefined ? message : `${message}. ${hint}`;
  return `${onOneLine(file)}:${line}:${column}  ${rule}  ${severity === 'warning' ? 'warning: ' : ''}${said}`;
}
