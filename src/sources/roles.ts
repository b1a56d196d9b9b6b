import type { Report } from '../issues.ts';
import { valueAt } from '../model/place.ts';
import { type Role, roleSchema, rolesFileSchema } from '../model/role.ts';
import { checkContactReview } from './contact-reviews.ts';
import { type Entry, type Folder, readText, standingAt, start } from './files.ts';
import { type Known, soundPart } from './names.ts';
import { checkTextFields } from './plan-words.ts';
import { textsAt } from './references.ts';
import { type Register, registerOf } from './register.ts';
import { validate } from './validate.ts';
import { readYaml } from './yaml.ts';

/** The file that lists who answers for what. */
export const rolesFile = 'data/plans/roles.yaml';

/** The roles that plans may name; none is called unknown where the file could not be read. */
export type Roles = { readonly register: Register<Role>; readonly roles: readonly Role[] };

/** Reads the register of roles, which may be missing only where no edition has plans. */
export function readRoles(folder: Folder, entries: readonly Entry[], known: Known): Roles {
  const { report } = folder;
  const isNeeded = entries.some(({ kind }) => kind === 'folder');
  const standing = standingAt(folder, rolesFile);
  if (standing === 'missing' && isNeeded)
    report(start(rolesFile), 'missing-file', 'the register of roles, which plans name as owners,');
  if (standing === 'folder') report(start(rolesFile), 'not-a-file');
  const text = standing === 'file' ? readText(folder, rolesFile) : null;
  const document = text === null ? null : readYaml(text, rolesFile, report);
  if (text === null || document === null) return none(report);
  const { value, data } = validate(document, rolesFileSchema, report);
  checkTextFields({ text, document, schema: rolesFileSchema, data, known, report });
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
