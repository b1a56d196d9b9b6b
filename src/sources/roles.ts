import type { Report } from '../issues.ts';
import { type Role, roleSchema, rolesFileSchema } from '../model/council.ts';
import type { Place } from '../model/place.ts';
import { isDate, yearBefore } from '../model/time.ts';
import { readOne } from './catalogue.ts';
import type { Entry, Folder } from './files.ts';
import { textsAt } from './name-checks.ts';
import { heldBy, itemsOf, type Known, type Register, registerOf } from './names.ts';
import { checkTextFields } from './wording.ts';

export const rolesFile = 'data/plans/roles.yaml';

/** The roles that plans may name; none is called unknown where the file could not be read. */
export type Roles = { readonly register: Register<Role>; readonly roles: readonly Role[] };

/** May be missing only where no edition has plans. */
export function readRoles(folder: Folder, entries: readonly Entry[], known: Known): Roles {
  const { report } = folder;
  const isNeeded = entries.some(({ kind }) => kind === 'folder');
  const what = isNeeded ? 'the register of roles, which plans name as owners,' : null;
  const file = readOne(folder, rolesFile, rolesFileSchema, what);
  if (file === null) return { register: registerOf<Role>([], false, report), roles: [] };
  const { document, data, value } = file;
  checkTextFields(file, known, report);
  const named = itemsOf(file, 'roles', roleSchema, 'role').map(one => ({ ...one, name: one.name.trim() }));
  for (const { path, text: reviewed } of textsAt(data, ['roles', '*', 'reviewed']))
    checkContactReview(reviewed, document.place(path), known, report);
  return { register: registerOf(named, value !== null, report), roles: value?.roles ?? [] };
}

/** Warns of a contact that was last looked at more than a year before the latest edition's cut-off. */
export function checkContactReview(reviewed: string, place: Place, known: Known, report: Report): void {
  const latest = heldBy(known.editions)
    .toSorted((a, b) => (a.period < b.period ? -1 : 1))
    .at(-1);
  if (latest === undefined || !isDate(reviewed)) return;
  const cutOff = latest['cut-off'];
  if (reviewed < yearBefore(cutOff)) report(place, 'contact-review-due', reviewed, latest.id, cutOff);
}
