import type { Status } from '../model/observation.ts';
import { isPeriod, type Period, yearsAfter } from '../model/time.ts';

/**
 * How a publisher's year labels are read: `academic-end` has 2016 for 2015/16, `academic-start` has 2015 for it, `academic`
 * and `financial` write both years, `calendar`, `march` and `september` name the one year (of the day), and `window` runs
 * over several years and is held under the last.
 */
export const yearForms = [
  'academic-end',
  'academic-start',
  'academic',
  'financial',
  'calendar',
  'march',
  'september',
  'window',
] as const;
export type YearForm = (typeof yearForms)[number];

type LabelledYear = { readonly period: Period; readonly status: Status | null };

/** What publishers write behind a year, in brackets or in a column of its own; OT is outturn. */
const statusTags: Readonly<Record<string, Status>> = {
  early: 'early',
  prov: 'provisional',
  provisional: 'provisional',
  rev: 'revised',
  revised: 'revised',
  final: 'final',
  ot: 'final',
};

export function statusOfTag(tag: string): Status | null {
  return statusTags[tag.trim().toLowerCase()] ?? null;
}

/** Reads a year label, as `2025 (prov)`, `2015/16`, `201516` or `2013/14-15/16`; null when it is none of its form. */
export function readYearLabel(label: string, form: YearForm): LabelledYear | null {
  const [, year = '', tag] = /^([^(]*?)\s*(?:\(([^)]*)\))?$/.exec(label.trim()) ?? [];
  const period = periodOfYear(year, form);
  return period === null ? null : { period, status: tag === undefined ? null : statusOfTag(tag) };
}

function periodOfYear(year: string, form: YearForm): Period | null {
  switch (form) {
    case 'academic-end':
      return endingIn(year) ?? bothYears(year);
    case 'academic-start':
      return yearLater(endingIn(year)) ?? bothYears(year);
    case 'academic':
    case 'financial':
      return bothYears(year);
    case 'calendar':
    case 'march':
      return endingIn(year);
    case 'september':
      return yearLater(endingIn(year));
    case 'window': {
      const last = /^(?:20)?\d{2}(?:\/\d{2})?\s*(?:-|to)\s*(?:20)?(?:\d{2}\/)?(\d{2})$/.exec(year)?.[1];
      return endingIn(`20${last}`);
    }
  }
}

function yearLater(period: Period | null): Period | null {
  return period === null ? null : yearsAfter(period, 1);
}

function endingIn(year: string): Period | null {
  return /^(?:19|20)\d{2}$/.test(year) ? yearsAfter(`${year}00`, -1) : null;
}

/** An academic or financial year of which both years are written. */
function bothYears(year: string): Period | null {
  const [, start = '', end = ''] = /^((?:19|20)\d{2})[/–-]?(?:20(?=\d{2}$))?(\d{2})$/.exec(year) ?? [];
  return isPeriod(`${start}${end}`) ? `${start}${end}` : null;
}
