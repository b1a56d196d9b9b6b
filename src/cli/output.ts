import { styleText } from 'node:util';
import { type Issue, issueLine } from '../issues.ts';
import { counted } from '../model/spelling.ts';

export function printIssues(issues: readonly Issue[]): void {
  for (const issue of issues) console.log(issueLine(issue));
  if (issues.length > 0) console.log(countLine(issues));
}

export function printJson(issues: readonly Issue[]): void {
  const listed = issues.map(({ file, line, column, rule, message, hint, severity }) => ({
    file,
    line,
    column,
    rule,
    message,
    ...(hint === undefined ? {} : { hint }),
    severity,
  }));
  console.log(JSON.stringify(listed, null, 2));
}

/** A line of progress on standard error, unless silenced. */
export function progress(quiet: boolean): (text: string) => void {
  return text => {
    if (!quiet) console.error(styleText('dim', text, { stream: process.stderr }));
  };
}

export function printFault(text: string): void {
  console.error(styleText('red', text, { stream: process.stderr }));
}

function countLine(issues: readonly Issue[]): string {
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const warnings = issues.length - errors;
  const files = new Set(issues.map(({ file }) => file)).size;
  const said = [
    ...(errors > 0 ? [counted(errors, 'issue')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
  ];
  return `${said.join(' and ')} in ${counted(files, 'file')}`;
}

/** The exit statuses: done, issues in data or content, wrong usage, a fault of ours. */
export const exitStatuses = { done: 0, issues: 1, usage: 2, fault: 3 } as const;
