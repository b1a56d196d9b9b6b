import { type Profile, subtotalOf } from '../model/profile.ts';

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
