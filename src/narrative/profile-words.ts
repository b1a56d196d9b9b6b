import { type Profile, subtotalOf } from '../model/profile.ts';
import { dateLabel } from '../model/time.ts';

/** What the schools did that a subtotal counts: "were good or outstanding". */
export function subtotalPhrase(profile: Profile): string {
  const { label, phrase } = subtotalOf(profile);
  return phrase ?? `were ${label.toLowerCase()}`;
}

/** Whom a share counts: "schools that were good or outstanding", "inspections that found schools good or outstanding". */
export function sharedBy(profile: Profile): string {
  const base = profile.base ?? profile.unit;
  switch (profile.unit) {
    case 'schools':
      return `${base} that ${subtotalPhrase(profile)}`;
    case 'inspections':
      return `${base} that found schools ${subtotalOf(profile).label.toLowerCase()}`;
  }
}

/** "Framework: Ofsted school inspection framework, from 1 September 2012 to 31 August 2015." */
export function frameworkText({ framework, first, last }: Profile): string {
  const from = first === undefined ? '' : ` from ${dateLabel(first)}`;
  const to = last === undefined ? '' : ` to ${dateLabel(last)}`;
  return `Framework: ${framework}${from === '' && to === '' ? '' : ','}${from}${to}.`;
}
