import { fieldsIn } from '../kit/fields.ts';
import { bookOf, type PlanKind, planKinds, planNames, planSchemas } from '../kit/file.ts';
import { addresses } from '../../pages/addresses.ts';
import type { Layout } from '../../pages/material.ts';

/** A place where something is used, with its address. */
export type Use = { readonly text: string; readonly href: string };

/** Kinds whose entries have their id as an anchor on their page. */
const anchored: readonly PlanKind[] = ['case-studies', 'news'];

/** Where each reference of an edition is used: the pages of plans, and the entries on them. */
export function referenceUses({ folder, setting }: Layout): ReadonlyMap<string, readonly Use[]> {
  const book = bookOf(folder.books, setting.edition.id);
  const uses = new Map<string, Use[]>();
  for (const kind of planKinds) {
    const plan = book?.plans[kind];
    if (plan === undefined) continue;
    for (const { field, text, path } of fieldsIn(planSchemas[kind], plan.value)) {
      if (field.kind !== 'ref' || field.to !== 'reference') continue;
      const use = useOf(setting.edition.id, kind, entryAt(plan.value, path));
      const held = uses.get(text) ?? [];
      if (!held.some(({ href }) => href === use.href)) uses.set(text, [...held, use]);
    }
  }
  return uses;
}

/** Where the figures of each source are printed: the chapters whose own figures come from it. */
export function sourceUses({ themes, folder, setting }: Layout): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>();
  for (const { found } of themes) {
    const { theme } = found;
    const use = { text: theme.label, href: addresses.theme(setting.edition.id, theme.id) };
    const rows = found.indicators.flatMap(({ everyone }) =>
      (everyone?.years ?? []).flatMap(({ row }) => row?.source ?? []),
    );
    const counted = found.profiles.flatMap(({ profile }) =>
      folder.profileCounts.filter(each => each.profile === profile.id).map(({ source }) => source),
    );
    for (const source of new Set([...rows, ...counted])) uses.set(source, [...(uses.get(source) ?? []), use]);
  }
  return uses;
}

type Named = { readonly id: string; readonly title: string };

function useOf(edition: string, kind: PlanKind, entry: Named | null): Use {
  const page = addresses.plan(edition, kind);
  const name = planNames[kind];
  if (entry === null || !anchored.includes(kind)) return { text: name, href: page };
  return {
    text: `${name}: ${entry.title.charAt(0).toLowerCase()}${entry.title.slice(1)}`,
    href: `${page}#${entry.id}`,
  };
}

/** The entry that a path of a plan leads through: the first thing on it with an id and a title. */
function entryAt(value: unknown, path: readonly (string | number)[]): Named | null {
  let at = value;
  for (const step of path) {
    at = (at as Readonly<Record<string | number, unknown>>)[step];
    if (typeof at === 'object' && at !== null && 'id' in at && 'title' in at)
      return { id: String(at.id), title: String(at.title) };
  }
  return null;
}
