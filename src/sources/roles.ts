import type { Report } from '../issues.ts';
import { type Role, roleSchema, rolesFileSchema } from '../model/council.ts';
import type { Edition } from '../model/edition.ts';
import { type Place, valueAt } from '../model/place.ts';
import { isDate, yearBefore } from '../model/time.ts';
import { fieldsIn } from '../plans/kit/fields.ts';
import { type Entry, type Folder, kindAt, readText, start } from './files.ts';
import { textsAt } from './name-checks.ts';
import { type Known, type Register, registerOf, soundPart } from './names.ts';
import { validate } from './validate.ts';
import { checkTextFields } from './wording.ts';
import { readYaml } from './yaml.ts';

/** The file that lists who answers for what. */
export const rolesFile = 'data/plans/roles.yaml';

/** The roles that plans may name; none is called unknown where the file could not be read. */
export type Roles = { readonly register: Register<Role>; readonly roles: readonly Role[] };

/** Reads the register of roles, which may be missing only where no edition has plans. */
export function readRoles(folder: Folder, entries: readonly Entry[], known: Known): Roles {
  const { report } = folder;
  const isNeeded = entries.some(({ kind }) => kind === 'folder');
  const standing = kindAt(folder, rolesFile);
  if (standing === 'missing' && isNeeded)
    report(start(rolesFile), 'missing-file', 'the register of roles, which plans name as owners,');
  if (standing === 'folder') report(start(rolesFile), 'not-a-file');
  const text = standing === 'file' ? readText(folder, rolesFile) : null;
  const document = text === null ? null : readYaml(text, rolesFile, report);
  if (text === null || document === null) return none(report);
  const { value, data } = validate(document, rolesFileSchema, report);
  const fields = fieldsIn(rolesFileSchema, data);
  checkTextFields({ text, document, data, fields, known, report });
  const items = valueAt(data, ['roles']);
  const named = (Array.isArray(items) ? items : []).flatMap((item: unknown, at) => {
    const name = valueAt(item, ['role']);
    if (typeof name !== 'string' || name.trim() === '') return [];
    const place = document.place(['roles', at, 'role']);
    const whole = roleSchema.safeParse(item).data ?? null;
    return [{ name: name.trim(), whole, entry: whole ?? soundPart(roleSchema, item), place }];
  });
  for (const { path, text: reviewed } of textsAt(data, ['roles', '*', 'reviewed']))
    checkContactReview(reviewed, document.place(path), known, report);
  return { register: registerOf(named, value !== null, report), roles: value?.roles ?? [] };
}

function none(report: Report): Roles {
  return { register: registerOf<Role>([], false, report), roles: [] };
}

/** Warns of a contact that was last looked at more than a year before the latest edition's cut-off. */
export function checkContactReview(reviewed: string, place: Place, known: Known, report: Report): void {
  const latest = latestEdition(known);
  if (latest === null || !isDate(reviewed)) return;
  const cutOff = latest['cut-off'];
  if (reviewed < yearBefore(cutOff)) report(place, 'contact-review-due', reviewed, latest.id, cutOff);
}

function latestEdition({ editions }: Known): Edition | null {
  const whole = [...editions.entries.values()].flatMap(({ whole }) => whole ?? []);
  return whole.toSorted((a, b) => (a.period < b.period ? 1 : -1))[0] ?? null;
}
