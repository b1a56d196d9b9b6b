// What the entries of plans come to, counted a second time in their files.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { amountTo } from './amounts.ts';
import { type Claim, claimStanding, openOf } from './claims.ts';
import type { Again, Entry, Setting } from './figures.ts';
import { whole } from './fractions.ts';
import { directionOf, type Row, statusOf } from './scorecard.ts';

type Item = Readonly<Record<string, unknown>>;

const files = new Map<string, Item>();

function fileAt(path: string): Item {
  const held =
    files.get(path) ?? (existsSync(path) ? ((load(readFileSync(path, 'utf8')) ?? {}) as Item) : {});
  files.set(path, held);
  return held;
}

const has = (item: Item, key: string) => item[key] !== undefined;
const isWith = (key: string, value: unknown) => (item: Item) => item[key] === value;

/** A list within an item by the names that lead to it; none where one of them is not there. */
function list(item: Item, ...names: readonly string[]): readonly Item[] {
  const found = names.reduce<unknown>((at, name) => (at as Item | undefined)?.[name], item);
  return Array.isArray(found) ? (found as readonly Item[]) : [];
}

/** Counts a number of a plan again; a text where only the rules of its kind of plan can tell. */
export function listedAgain(setting: Setting, entry: Entry, ledger: readonly Entry[]): Again | string {
  const { folder, edition } = setting;
  const { indicator, part = '' } = entry;
  const inYear = (id: string) => join(folder.root, 'data/plans', id);
  const plan = (name: string, id = edition.id) => fileAt(join(inYear(id), `${name}.yaml`));
  const ids = folder.editions.map(({ id }) => id);
  const number =
    foundOf(setting, indicator, part, plan, ledger) ??
    countOf(indicator, part, plan, before(ids, edition.id), edition['cut-off']);
  return number === null ? `${indicator}, ${part}` : { amount: amountTo(whole(number), 0) };
}

function before(ids: readonly string[], id: string): string {
  return ids[ids.indexOf(id) - 1] ?? '';
}

function dayOf(value: unknown): string {
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}

type PlanOf = (name: string, edition?: string) => Item;

/** What is counted by what the rows of the folder make of a plan; null of all else. */
function foundOf(
  setting: Setting,
  kind: string,
  part: string,
  plan: PlanOf,
  ledger: readonly Entry[],
): number | null {
  const file = plan(kind);
  switch (kind) {
    case 'news': {
      const claims = list(file, 'entries').flatMap(each =>
        list(each, 'claims'),
      ) as unknown as readonly Claim[];
      const [, id] = /^(.+): measures it cannot be said of$/.exec(part) ?? [];
      const claim = claims.find(each => each.id === id);
      if (claim !== undefined) return openOf(setting, claim);
      if (part.includes(':') || part === 'claims') return null;
      return claims.filter(each => claimStanding(setting, each, ledger) === part).length;
    }
    case 'scorecard': {
      const rows = list(file, 'outcomes').flatMap(each => list(each, 'rows')) as unknown as readonly Row[];
      const way = /^direction (.+)$/.exec(part)?.[1];
      if (way !== undefined) return rows.filter(row => directionOf(setting, row) === way).length;
      if (part === 'all' || part === 'key performance indicators') return null;
      const out = setting.folder.out.get(String(file.source)) ?? '';
      return rows.filter(row => statusOf(setting, row, out) === part).length;
    }
    default:
      return null;
  }
}

const ratings = ['green', 'amber/green', 'amber', 'amber/red', 'red'];

function countOf(kind: string, part: string, plan: PlanOf, last: string, cutOff: string): number | null {
  const file = plan(kind);
  const of = (...names: readonly string[]) => list(file, ...names);
  switch (kind) {
    case 'references': {
      const all = of('references');
      const isUnchecked = isWith('status', 'not-checked');
      const counts: Readonly<Record<string, readonly Item[]>> = {
        all,
        live: all.filter(isWith('status', 'live')),
        gone: all.filter(isWith('status', 'gone')),
        'not checked': all.filter(isUnchecked),
        'with an archived copy': all.filter(each => has(each, 'archived') && !isUnchecked(each)),
        'with a search for a copy': all.filter(each => has(each, 'archived') && isUnchecked(each)),
      };
      return counts[part]?.length ?? null;
    }
    case 'governance': {
      const board = /^boards: (.+)$/.exec(part)?.[1];
      if (board !== undefined) return of('boards').filter(isWith('kind', board)).length;
      const counts: Readonly<Record<string, readonly Item[]>> = {
        duties: of('duties'),
        'duties with their law': of('duties').filter(each => has(each, 'law')),
        priorities: of('priorities'),
        principles: of('principles'),
        consultations: of('consultation'),
        'consultations told of': of('consultation').filter(each => has(each, 'said')),
        'consultations acted on': of('consultation').filter(each => has(each, 'changed')),
      };
      return counts[part]?.length ?? null;
    }
    case 'self-assessment':
      return assessed(file, part);
    case 'scrutiny': {
      const response = /^recommendations, (.+)$/.exec(part)?.[1];
      const all = [...list(plan('self-assessment'), 'peer-review', 'development'), ...of('recommendations')];
      if (response === 'overdue')
        return all.filter(
          each =>
            has(each, 'due') &&
            dayOf(each.due) < cutOff &&
            !has(each, 'response') &&
            !has(each, 'reason') &&
            each.status === 'not-stated',
        ).length;
      return response === undefined ? all.length : answered(all, response);
    }
    case 'action-plans':
      return rated(file, part, list(plan('governance'), 'priorities'), list(plan(kind, last), 'plans'));
    case 'impact':
      if (part === 'all') return of('rows').length;
      return part === 'too early to tell' ? of('rows').filter(each => has(each, 'too-early')).length : null;
    case 'delivery': {
      const earlier = list(plan(kind, last), 'actions');
      if (part === 'all') return of('actions').length;
      if (part === 'done') return of('actions').filter(isWith('status', 'done')).length;
      if (part === 'of the year before') return earlier.length;
      if (part === 'of the year before, told of')
        return earlier.filter(({ id }) => of('actions').some(isWith('id', id))).length;
      return of('actions').filter(each => standingOf(each, cutOff) === part).length;
    }
    case 'scorecard': {
      const rows = of('outcomes').flatMap(outcome => list(outcome, 'rows'));
      if (part === 'all') return rows.length;
      return part === 'key performance indicators' ? rows.filter(isWith('kpi', true)).length : null;
    }
    case 'case-studies':
      return part === 'all' ? of('studies').length : null;
    case 'news':
      return part === 'claims' ? of('entries').flatMap(each => list(each, 'claims')).length : null;
    default:
      return null;
  }
}

/** Where an action stands by its own day, or by what its entry says of it. */
function standingOf({ status, deadline }: Item, cutOff: string): string {
  const { kind, day, month, period } = deadline as Readonly<Record<string, string>>;
  const end =
    day ?? month ?? (period === undefined ? undefined : `${Number(`${period}`.slice(0, 4)) + 1}-08-31`);
  // A month has passed once the day is in a later one.
  const hasPassed = end !== undefined && `${end}` < cutOff.slice(0, `${end}`.length);
  if (status === 'done' || (kind === 'from' && status === 'under-way')) return `${status}`;
  if (status !== 'not-stated') return hasPassed ? 'overdue' : `${status}`;
  if (kind === 'annual') return 'each-year';
  if (kind === 'ongoing' || kind === 'not-stated') return 'going-on';
  return hasPassed ? (kind === 'from' ? 'was-to-begin' : 'passed-not-stated') : 'to-come';
}

function answered(all: readonly Item[], response: string): number {
  return all.filter(isWith('status', response)).length;
}

function assessed(file: Item, part: string): number | null {
  const areas = list(file, 'areas');
  const asked = list(file, 'peer-review', 'development');
  const framework = list(file, 'framework', 'judgements');
  const judgement = framework.find(({ label }) => part === `areas judged ${label}`);
  if (judgement !== undefined) return areas.filter(isWith('judgement', judgement.id)).length;
  const response = /^recommendations of reviewers, (.+)$/.exec(part)?.[1];
  if (response !== undefined) return answered(asked, response);
  const isGood = ({ judgement }: Item) => framework.find(({ id }) => id === judgement)?.good === true;
  const counts: Readonly<Record<string, readonly Item[]>> = {
    areas,
    'areas judged well in which reviewers asked for more': areas.filter(
      each => isGood(each) && asked.some(isWith('bears-on', each.area)),
    ),
    'strengths that reviewers named': list(file, 'peer-review', 'strengths'),
    'recommendations of reviewers': asked,
    'lessons from elsewhere': list(file, 'lessons', 'entries'),
    'lessons from elsewhere with an answer': list(file, 'lessons', 'entries').filter(each =>
      has(each, 'answer'),
    ),
  };
  return counts[part]?.length ?? null;
}

function rated(
  file: Item,
  part: string,
  priorities: readonly Item[],
  earlier: readonly Item[],
): number | null {
  const all = list(file, 'plans');
  const [, group, what = part] = /^(.+?): (.+)$/.exec(part) ?? [];
  const priority = priorities.find(({ name }) => name === group)?.id;
  const plans = group === undefined ? all : all.filter(each => each.priority === priority);
  const rating = /^rated (.+)$/.exec(what)?.[1];
  if (what === 'all') return plans.length;
  if (rating !== undefined && ratings.includes(rating))
    return plans.filter(each => each.rating === rating.replace('/', '-')).length;
  const without = (key: string) =>
    plans.filter(each => (each.without as Item | undefined)?.[key] !== undefined).length;
  if (what === 'rated without evidence') return without('evidence');
  if (what === 'without a stated need') return without('need');
  if (what === 'too early to tell') return plans.filter(each => has(each, 'too-early')).length;
  const place = (each: Item | undefined) => ratings.indexOf(String(each?.rating ?? '').replace('-', '/'));
  const moves = plans.map(each => {
    const was = place(earlier.find(isWith('id', each.id)));
    return was === -1 ? 'first rated' : ['improved', 'same', 'worse'][Math.sign(place(each) - was) + 1];
  });
  return ['improved', 'worse', 'first rated'].includes(what)
    ? moves.filter(move => move === what).length
    : null;
}

/** A part of a target of `targets.yaml`, by the name that the ledger has for it. */
export function targetPart({ folder }: Setting, name: string): Item | null {
  const plans = list(fileAt(join(folder.root, 'data/plans/targets.yaml')), 'plans');
  const targets = plans.flatMap(plan => list(plan, 'targets'));
  return (
    targets
      .flatMap(target => {
        const parts = list(target, 'parts');
        return parts.map((part, at) => ({
          part,
          name: parts.length === 1 ? `${target.id}` : `${target.id} ${at + 1}`,
        }));
      })
      .find(each => each.name === name)?.part ?? null
  );
}
