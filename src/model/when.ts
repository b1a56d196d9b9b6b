import { dateLabel } from './date.ts';
import type { Indicator } from './indicator.ts';
import { type Period, periodLabel, startYear } from './period.ts';

/** The time of a figure as readers see it (R19): "2013/14", "31 July 2014", "2014", "2013-14". */
export function timeLabel({ time }: Pick<Indicator, 'time'>, period: Period): string {
  const end = startYear(period) + 1;
  switch (time.kind) {
    case 'academic-year':
      return periodLabel(period);
    case 'as-at':
      return dateLabel(`${time.day >= '09-01' ? end - 1 : end}-${time.day}`);
    case 'calendar-year':
      return String(end);
    case 'financial-year':
      return periodLabel(period).replace('/', '-');
  }
}

/** When a figure is for, as a sentence begins: "In 2013/14", "At 31 July 2014". */
export function timeWords(indicator: Pick<Indicator, 'time'>, period: Period): string {
  const label = timeLabel(indicator, period);
  switch (indicator.time.kind) {
    case 'academic-year':
    case 'calendar-year':
      return `In ${label}`;
    case 'as-at':
      return `At ${label}`;
    case 'financial-year':
      return `In the financial year ${label}`;
  }
}
