import type { Setting } from '../judgements/setting.ts';
import { type Area, type Called, hasCode } from '../model/area.ts';
import { namesInWords } from '../model/spelling.ts';
import { dateLabel, type Period, periodLabel, schoolYearOf, yearsAfter } from '../model/time.ts';

/** For how many years the front of an edition tells of a council that is new, or new in kind. */
const yearsTold = 3;

/** What a council was before, where it took the place of others or was called, coded or governed otherwise. */
export function originSentences({ council, areas }: Setting): readonly string[] {
  return [
    ...madeOf(council, [...areas.values()]),
    ...(council.earlier ?? []).map((before, at, all) => changed(council, before, all[at + 1] ?? council)),
  ];
}

/** The same for the front of an edition: nothing once the change is some years past. */
export function recentOrigin(setting: Setting): readonly string[] {
  const { council, edition } = setting;
  const days = [council.from, council.earlier?.at(-1)?.to].filter(day => day !== undefined);
  return days.some(day => isNear(schoolYearOf(day), edition.period)) ? originSentences(setting) : [];
}

function isNear(change: Period, edition: Period): boolean {
  return edition <= yearsAfter(change, yearsTold);
}

function madeOf(council: Area, areas: readonly Area[]): readonly string[] {
  const { from, began, name } = council;
  if (from === undefined || began === undefined) return [];
  const places = areas
    .filter(({ successors = [] }) => successors.some(code => hasCode(council, code)))
    .map(before => {
      const called = before.name === name ? `the earlier ${before.name}` : (before.phrase ?? before.name);
      return (before.successors ?? []).length > 1 ? `a part of ${called}` : called;
    });
  const those = namesInWords(places);
  const was = places.length === 0 ? 'was made' : `took the place of ${those}`;
  return [
    `${council.phrase ?? name} ${was} on ${dateLabel(from)}.`,
    `No table or chart begins before ${periodLabel(began)}. Figures of earlier years are given only where their publisher worked them out again for the authorities of today, and none of an earlier authority is compared with its own.`,
  ];
}

/** A council that stayed one authority: what it was up to a day, and that its figures go on. */
function changed({ phrase, name, old }: Area, before: Called, after: Called | Area): string {
  const was = [
    ...(before.type === after.type ? [] : [`was ${typed(before)} council`]),
    ...(before.name === after.name ? [] : [`was called ${before.name}`]),
    ...(before.code === after.code ? [] : [`had the code ${before.code}`]),
  ];
  const number = old === undefined ? '' : ` under its number ${old}`;
  return `Up to ${dateLabel(before.to)} ${phrase ?? name} ${namesInWords(was)}; publishers carry its figures on${number}, so earlier years are compared with later ones.`;
}

function typed({ type }: Called): string {
  switch (type) {
    case 'county':
      return 'a county';
    case 'unitary':
      return 'a unitary';
    case 'metropolitan':
      return 'a metropolitan borough';
    case 'inner-london':
    case 'outer-london':
      return 'a London borough';
    case undefined:
      return 'another';
  }
}
