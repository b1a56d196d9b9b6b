import type { PublicFolder } from '../gate/public-folder.ts';
import type { Figure } from '../model/figure.ts';
import { periodLabel } from '../model/period.ts';
import type { PlanTarget } from '../model/target.ts';
import type { EditionMaterial } from './material.ts';

/** The publication that a figure of a target was read from, and its day: the plan's, or that of a projected row. */
export function publishedIn(
  { folder, setting }: Pick<EditionMaterial, 'folder' | 'setting'>,
  { kind, against, part, source, indicator, area, breakdown, period }: Figure,
): { readonly source: string; readonly released: string | null } | null {
  if (kind !== 'target' || source === null) return null;
  if (part === 'projection') return setting.known.projected(indicator, area, breakdown, period) ?? null;
  const promised = promisedIn(folder, against);
  if (promised === null) return null;
  const released = folder.sources.find(({ id }) => id === promised.source)?.released ?? null;
  return { source: promised.source, released };
}

/** Where a target stands by its id: in a plan of targets, or as a measure of a scorecard. */
function promisedIn(
  { plans, books }: PublicFolder,
  against: string | null,
): { readonly source: string; readonly name: string; readonly target: PlanTarget | null } | null {
  const id = targetId(against);
  for (const { source, targets } of plans) {
    const target = targets.find(each => each.id === id);
    if (target !== undefined) return { source, name: target.short, target };
  }
  for (const { plans: held } of books) {
    const { source = '', outcomes = [] } = held.scorecard?.value ?? {};
    const row = outcomes.flatMap(({ rows }) => rows).find(each => each.id === id);
    if (row !== undefined) return { source, name: row.label, target: null };
  }
  return null;
}

/** What a figure of a target is: "Aim of “Outstanding schools”, 2016/17". */
export function describeTarget(folder: PublicFolder, { against, part, period }: Figure): string {
  const promised = promisedIn(folder, against);
  const at = Number(/ (\d+)$/.exec(against ?? '')?.[1] ?? 1) - 1;
  const label = / \d+$/.test(against ?? '') ? promised?.target?.parts[at]?.label : undefined;
  const which = label === undefined ? '' : ` (${label.toLowerCase()})`;
  const name = whatOf[part ?? ''] ?? part;
  return `${name} of “${promised?.name ?? against}”${which}, ${periodLabel(period)}`;
}

const whatOf: Readonly<Record<string, string>> = {
  aim: 'Aim',
  baseline: 'Starting point',
  milestone: 'Milestone',
  now: 'Figure beside others',
  projection: 'Projection',
  line: 'Line to the aim',
  ahead: 'Distance from the line',
  'to go': 'Still to go to the aim',
  'a year': 'Needed a year',
  needed: 'Number that meets the aim',
  more: 'More than now that meet the aim',
  whole: 'Number the share is of',
  'planned more': 'More that the plan reckoned',
  'planned now': 'Number that the plan started from',
  'planned of': 'Number that the plan reckoned of',
  status: 'Status',
  projected: 'Projected',
  'projected at most': 'Projected at most',
  'projected from': 'Starting point of the projection',
  'projected more': 'Number more that was projected',
  'projected in all': 'Number in all that was projected',
  'projected share': 'Share that was projected',
  'group now': 'Level of the group behind',
  'group projected': 'Projected level of the group behind',
  'others now': 'Level of the others',
  'others projected': 'Level of the others that the projection implies',
  'others projected at most': 'Level of the others that the upper end implies',
};

/** The figures of a target's part go by its name and the part's number. */
function targetId(against: string | null): string {
  return (against ?? '').replace(/ \d+$/, '');
}
