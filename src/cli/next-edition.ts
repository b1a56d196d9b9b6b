import { dump } from 'js-yaml';
import { firstRelease, type ReleaseCalendar, type ReleaseDay } from '../importers/release-calendar.ts';
import { newerNeighbours } from '../model/area.ts';
import { type Edition, isReported } from '../model/edition.ts';
import { type Indicator, isMadeIn } from '../model/indicator.ts';
import {
  dayYearsLater,
  editionId,
  type Period,
  periodLabel,
  timeLabel,
  yearsBetween,
} from '../model/time.ts';
import type { PastReading } from '../report.ts';
import { lastHeld } from './work-to-do.ts';

/** The file of an edition that is begun, and what its officers should know of how it differs from the one before. */
export type NextEdition = {
  readonly id: string;
  readonly cutOff: string;
  readonly text: string;
  readonly told: readonly string[];
};

/** A measure whose first figures of the year come after the cut-off, within a year: others always are that late. */
type Late = { readonly indicator: Indicator; readonly day: ReleaseDay };

/** The edition of a year, made from another: its chapters and headlines, its cut-off as many years on, the neighbours of the day. */
export function nextEdition(
  read: PastReading,
  from: Edition,
  period: Period,
  calendar: ReleaseCalendar,
): NextEdition {
  const id = editionId(period);
  const cutOff = dayYearsLater(from['cut-off'], yearsBetween(from.period, period));
  const { headlines, told } = headlinesIn(read, from, period);
  const newer = newerNeighbours(read.folder.neighbours, from.neighbours, cutOff);
  const late = lateMeasures(read, from, period, calendar).filter(
    ({ day: { released } }) => released > cutOff && released <= dayYearsLater(cutOff, 1),
  );
  const stated = late.filter(({ day }) => day.stated);
  const assumed = late.filter(({ day }) => !day.stated);
  const neighbours = from.neighbours === undefined ? {} : { neighbours: from.neighbours };
  const text = yaml({
    id,
    period,
    title: from.title.replaceAll(from.id, id).replaceAll(periodLabel(from.period), periodLabel(period)),
    status: 'draft',
    'cut-off': cutOff,
    ...(newer === null ? neighbours : { neighbours: newer.id, 'neighbours-before': from.neighbours }),
    ...(stated.length === 0 ? {} : { pending: stated.map(each => promise(each, period)) }),
    themes: from.themes,
    ...(from['leaves-out'].length === 0 ? {} : { 'leaves-out': from['leaves-out'] }),
    headlines,
  });
  return {
    id,
    cutOff,
    text: `${text}${assumed.length === 0 ? '' : whatIsAssumed(assumed, period)}`,
    told: [
      ...told,
      ...(newer === null
        ? []
        : [`neighbours are now those of “${newer.label}”; the list before stands beside it in this edition`]),
      ...(late.length === 0
        ? []
        : [
            `${count(late.length, 'measure')} will come after the cut-off: see “pending” in the edition's file`,
          ]),
    ],
  };
}

/** The headlines that are still made in a year; all of them where none is. */
function headlinesIn({ folder }: PastReading, { headlines }: Edition, period: Period) {
  const gone = headlines.flatMap(id => {
    const indicator = folder.indicators.find(each => each.id === id);
    return indicator === undefined || isMadeIn(indicator, period) ? [] : [indicator];
  });
  const kept = headlines.filter(id => gone.every(each => each.id !== id));
  if (kept.length === 0) return { headlines, told: [] };
  const told = gone.map(({ id, successor }) => {
    const next = successor === undefined ? '' : ` (“${successor.indicator}” took its place)`;
    return `“${id}” is no headline any more: it is not made in ${periodLabel(period)}${next}`;
  });
  return { headlines: kept, told };
}

/** The measures that the edition before had a figure of lately, with the day on which this year's are first to come. */
function lateMeasures(
  read: PastReading,
  from: Edition,
  period: Period,
  calendar: ReleaseCalendar,
): readonly Late[] {
  return read.folder.indicators.flatMap(indicator => {
    const isTold = isReported(from, indicator) && isMadeIn(indicator, period);
    if (!isTold || lastHeld(read, from, indicator) === null) return [];
    const day = firstRelease(calendar, indicator.release, period);
    return day === null ? [] : [{ indicator, day }];
  });
}

function promise({ indicator, day }: Late, period: Period): Edition['pending'][number] {
  return { indicator: indicator.id, what: `figures for ${timeLabel(indicator, period)}`, due: day.released };
}

/** What readers may not be promised yet: the day was worked out from other years. */
function whatIsAssumed(late: readonly Late[], period: Period): string {
  const lines = yaml({ pending: late.map(each => promise(each, period)) })
    .trimEnd()
    .split('\n');
  return `
# These come after the cut-off by the days of other years. Once the publisher has stated the day, write it here and take
# the marks # away: readers are then told when each is due.
${lines.map(line => `# ${line}`).join('\n')}
`;
}

function yaml(value: object): string {
  return dump(value, { lineWidth: -1 });
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
