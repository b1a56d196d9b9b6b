import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Issue, type Report, reportTo } from '../issues.ts';
import { statuses } from '../model/observation.ts';
import type { ReleaseCalendar } from '../model/release.ts';
import { isOneOf } from '../model/spelling.ts';
import { isDate, isPeriod } from '../model/time.ts';
import { readCsv } from './csv.ts';
import { englandFolder } from './england.ts';

export function readReleaseCalendar(text: string, file: string, report: Report): ReleaseCalendar {
  const rows = readCsv(text, file, ['series', 'period', 'status', 'released', 'stated'], report);
  const entries = rows.flatMap(({ fields, at }) => {
    const { series, period, status, released, stated } = fields;
    if (!isPeriod(period)) report(at('period'), 'bad-period', period);
    else if (!isOneOf(statuses, status)) report(at('status'), 'bad-status', status, statuses, null);
    else if (!isDate(released)) report(at('released'), 'bad-date', released);
    else return [{ series, period, status, released, stated: stated === 'stated' }];
    return [];
  });
  const ordered = entries.toSorted((a, b) => (a.released < b.released ? -1 : 1));
  return Map.groupBy(ordered, ({ series }) => series);
}

/** The calendar that comes with the tool. Throws where it is faulty, which is no fault of a council's. */
export function nationalCalendar(): ReleaseCalendar {
  const issues: Issue[] = [];
  const text = readFileSync(join(englandFolder, 'calendar.csv'), 'utf8');
  const calendar = readReleaseCalendar(text, 'england/calendar.csv', reportTo(issues));
  if (issues[0] !== undefined) throw new Error(`invalid calendar: ${issues[0].message}`);
  return calendar;
}
