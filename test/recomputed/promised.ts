// What plans promised and printed, and where targets stand, worked out a second time: from the text of the plan, and from
// rows where a figure is held against it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Amount, amountOf, amountTo, differenceOf, none } from './amounts.ts';
import { spreadAgain, standingBeside } from './bands.ts';
import { countedAgain } from './counts.ts';
import { type Again, again, type Entry, lessThan, levelBeside, type Setting } from './figures.ts';
import { yearsFrom } from './folder.ts';
import {
  decimal,
  type Fraction,
  fraction,
  less,
  order,
  over,
  plus,
  rounded,
  signOf,
  sizeOf,
  sum,
  times,
  whole,
} from './fractions.ts';
import { headlinesCounted } from './headlines.ts';
import type { Value } from './known.ts';
import { listedAgain, targetPart } from './listed.ts';

type ById = ReadonlyMap<string, Entry>;

/** Figures of plans, of targets and of what is said of them. */
export function promisedAgain(setting: Setting, entry: Entry, byId: ById): Again | string {
  const { kind, part = '', working } = entry;
  if (/^As (?:set|given|claimed|projected|the (?:plan|account))/.test(working))
    return written(setting, entry);
  if (
    kind === 'count' &&
    /^Counted from the (?:entries|actions|measures|recommendations|claims)/.test(working) &&
    !part.endsWith(': measures')
  )
    return listedAgain(setting, entry, [...byId.values()]);
  const inputs = entry.inputs.flatMap(id => byId.get(id) ?? []);
  if (kind === 'target') return ofTarget(setting, entry, inputs, byId);
  if (/^Counted from the(?:ir)? statuses/.test(working)) return targetsCounted(entry, inputs);
  if (part.endsWith(': measures')) return measuresClaimed(setting, part.split(':')[0] ?? '');
  const [first, second] = inputs.map(each => numberOf(each));
  const [, all] = /^The whole number of (\d+) that gives the share/.exec(working) ?? [];
  if (all !== undefined && inputs[0] !== undefined) return wholeGiving(inputs[0], Number(all));
  if (working === 'The sum of its parts') return { amount: amountTo(sum(inputs.map(numberOf)), 0) };
  if (first === undefined || second === undefined)
    return `${kind} of a plan: ${working.replace(/\d+/g, '…')}`;
  if (working.startsWith('Worked out from the two numbers'))
    return { amount: amountTo(over(times(first, whole(100)), second), 1) };
  if (working.startsWith('The difference as a share of the earlier'))
    return { amount: amountTo(over(times(less(first, second), whole(100)), second), 1) };
  if (working.startsWith('Difference of the printed')) {
    const values = inputs.map(each => heldAs(setting, each, byId));
    const [one, other] = values;
    if (one === undefined || other === undefined || one === null || other === null)
      return { amount: amountTo(less(first, second), placesOf(entry)) };
    return { amount: differenceOf(one, other) };
  }
  return `${kind} of a plan, ${part}: ${working}`;
}

function numberOf({ value }: Entry): Fraction {
  return decimal(String(value ?? 0));
}

/** The whole number, of so many, whose share is printed as a claim has it. */
function wholeGiving(claimed: Entry, all: number): Again {
  const numbers = Array.from({ length: all + 1 }, (_, number) => number);
  const found = numbers.find(number => {
    const share = over(times(whole(number), whole(100)), whole(all));
    return order(rounded(share, placesOf(claimed)), numberOf(claimed)) === 0;
  });
  return { amount: found === undefined ? none('no number gives it') : amountTo(whole(found), 0) };
}

/** How many measures a claim of every one of them names in its plan. */
function measuresClaimed({ folder, edition }: Setting, claim: string): Again {
  const text = readFileSync(join(folder.root, 'data/plans', edition.id, 'news.yaml'), 'utf8');
  const [, named = ''] = new RegExp(`id: ${claim}\\b[^]*?every: \\[([^\\]]*)\\]`).exec(text) ?? [];
  return { amount: amountTo(whole(named.split(',').length), 0) };
}

/** The decimals that a figure's text has. */
function placesOf({ text }: Entry): number {
  return /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
}

/** A figure of the ledger as the value that its rows give. */
function heldAs(setting: Setting, entry: Entry, byId: ById): Value | null {
  const found = workedAgain(setting, entry, byId);
  if (typeof found === 'string' || found.amount.kind === 'none') return null;
  const { exact, decimals } = found.amount;
  return { kind: 'number', exact, decimals, precision: 'printed' };
}

/** A figure of any kind, worked out again. */
export function workedAgain(setting: Setting, entry: Entry, byId: ById): Again | string {
  const profile = setting.folder.profiles.find(({ id }) => id === entry.indicator);
  const isPromised = entry.kind === 'target' || !setting.folder.measures.has(entry.indicator);
  if (profile !== undefined && entry.kind !== 'target') return countedAgain(setting, profile, entry);
  const headlines = headlinesCounted(setting, entry);
  if (headlines !== null) return headlines;
  if (entry.kind === 'spread' && entry.against === undefined) return spreadAgain(setting, entry);
  const isLocal = entry.against === 'ward' || entry.against === 'locality';
  const isStanding = ['of', 'better', 'close', 'worse'].includes(entry.part ?? '');
  if (entry.kind === 'count' && isStanding && entry.against !== undefined && !isLocal)
    return rolledUp(setting, entry, byId);
  return isPromised ? promisedAgain(setting, entry, byId) : again(setting, entry, byId);
}

/** Measures beside an area or a list, by how they stand: those that the count rests on, each judged again. */
function rolledUp(setting: Setting, entry: Entry, byId: ById): Again {
  const { part, against = '', inputs } = entry;
  const standings = inputs
    .flatMap(id => byId.get(id) ?? [])
    .map(({ indicator, breakdown, area, period }) => {
      const at = setting.known.at(
        indicator,
        breakdown.topic,
        breakdown.group,
        setting.folder.newest(area),
        period,
      );
      const measure = setting.folder.measures.get(indicator);
      return at === null || measure === undefined
        ? null
        : standingBeside(setting, measure, at, against)?.verdict;
    });
  const unlike = standings.findIndex(each => (part === 'of' ? each === null : each !== part));
  if (unlike !== -1) return { amount: none(`${inputs[unlike]} is ${standings[unlike]}`) };
  return { amount: amountTo(whole(standings.length), 0) };
}

const texts = new Map<string, readonly string[]>();

/** The lines of the entry of a file that a line stands in: of a list's, from its hyphen to the next. */
function linesAt(
  root: string,
  { file, line }: { readonly file: string; readonly line: number },
): readonly string[] {
  const path = join(root, file);
  const lines = texts.get(path) ?? readFileSync(path, 'utf8').split('\n');
  texts.set(path, lines);
  const depth = (text: string) => /^ *(?:- )?/.exec(text)?.[0].length ?? 0;
  const deep = depth(lines[line - 1] ?? '');
  const isHead = (text: string) => /^ *- /.test(text) && depth(text) <= deep;
  const from = lines.slice(0, line).findLastIndex(isHead);
  const end = lines.slice(line).findIndex(text => text.trim() !== '' && (isHead(text) || depth(text) < deep));
  return lines.slice(Math.max(0, from), end === -1 ? lines.length : line + end);
}

/** A number that a plan printed: it stands in the entry that it is cited from. */
function written(setting: Setting, entry: Entry): Again | string {
  const { source, value } = entry;
  if (source === null || value === null) return 'a number of a plan without its place';
  const numbers = linesAt(setting.folder.root, source)
    .join('\n')
    .replaceAll(/(?<=\d),(?=\d{3})/g, '')
    .matchAll(/-?\d+(?:\.\d+)?/g);
  const found = [...numbers]
    .map(([number]) => decimal(number))
    .find(each => order(sizeOf(each), sizeOf(numberOf(entry))) === 0);
  if (found === undefined) return notWritten(setting, entry, source);
  return { amount: amountTo(value < 0 ? times(whole(-1), sizeOf(found)) : sizeOf(found), placesOf(entry)) };
}

/** What a scorecard does not print: nought, where the aim is a place beside others; the last figure known when it was set. */
function notWritten(
  setting: Setting,
  { indicator, breakdown, area, period, part, value, text }: Entry,
  source: { readonly file: string; readonly line: number },
): Again {
  const block = linesAt(setting.folder.root, source).join('\n');
  const isBeside = /against:|outpaces:/.test(block);
  const places = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  if (part === 'aim')
    return { amount: isBeside && value === 0 ? amountTo(whole(0), places) : none('not in the plan') };
  const at = setting.known.at(
    indicator,
    breakdown.topic,
    breakdown.group,
    setting.folder.newest(area),
    period,
  );
  if (at === null || part !== 'baseline') return { amount: none('not in the plan') };
  const { nation } = setting.folder.council;
  const level = isBeside ? levelBeside(setting, at, nation) : null;
  const amount = level === null ? amountOf(at.value) : differenceOf(at.value, level);
  return { amount };
}

const good = ['achieved', 'already achieved when set', 'on track'];

function targetsCounted({ text, part = '' }: Entry, inputs: readonly Entry[]): Again {
  const status = part.replace('parts, ', '');
  const isAlike = status === 'all' || inputs.every(each => each.text === status);
  return {
    amount:
      isAlike && text === String(inputs.length)
        ? amountTo(whole(inputs.length), 0)
        : none('counted otherwise'),
  };
}

/** The numbers of a plan for one part of a target. */
type Promised = {
  readonly aim: Entry;
  readonly baseline: Entry | null;
  readonly points: readonly Entry[];
};

/** All that a plan says of one part of a target, with the figure that is held against it. */
type Told = Promised & {
  readonly isUpwards: boolean;
  readonly isBeyond: boolean;
  readonly now: Entry;
  readonly number: Fraction;
  readonly decimals: number;
};

function ofTarget(setting: Setting, entry: Entry, inputs: readonly Entry[], byId: ById): Again | string {
  const { part, text, working, absent } = entry;
  const [first, second] = inputs;
  const isWhole = inputs.length > 0 && inputs.every(each => each.part === 'status');
  if (part === 'status' && entry.indicator === 'targets' && isWhole) return together(entry, inputs);
  if (absent !== null) return unmeasured(setting, entry);
  if (part === 'now') {
    if (first === undefined || second === undefined) return 'a target beside others without inputs';
    return nowBeside(setting, first, second, working);
  }
  if (part?.startsWith('others')) return { amount: amountTo(sum(inputs.map(numberOf)), placesOf(entry)) };
  if (part === 'projected in all') return { amount: amountTo(sum(inputs.map(numberOf)), 0) };
  if (part === 'projected share' && first !== undefined && second !== undefined)
    return { amount: amountTo(over(times(numberOf(first), whole(100)), numberOf(second)), 1) };
  const promised = promiseOf(entry, byId);
  if (promised === null) return 'a target without an aim';
  const line = lineAt(promised, entry.period);
  if (part === 'line') return { amount: amountTo(line, linePlaces(line)) };
  const told = toldOf(setting, entry, byId, promised);
  if (typeof told === 'string') return told;
  const better = (a: Fraction, b: Fraction) => (told.isUpwards ? less(a, b) : less(b, a));
  const ahead = better(told.number, line);
  const toGo = better(decimal(String(told.aim.value)), told.number);
  const left = yearsFrom(entry.period, told.aim.period);
  switch (part) {
    case 'ahead':
      return { amount: amountTo(ahead, Math.max(1, told.decimals)) };
    case 'to go':
      return { amount: amountTo(toGo, told.decimals) };
    case 'a year':
      return { amount: amountTo(over(toGo, whole(left)), Math.max(1, told.decimals)) };
    case 'needed':
    case 'more':
    case 'whole':
      return needed(setting, told, part, byId);
    case 'status': {
      const status = statusOf(told, ahead, left);
      if (status !== text) return { amount: none(`${status}, not ${text}`) };
      const isAlong = inputs.some(each => each.part === 'ahead');
      return {
        amount: isAlong ? amountTo(ahead, Math.max(1, told.decimals)) : amountTo(toGo, told.decimals),
      };
    }
    default:
      return `a target’s ${part}`;
  }
}

/** Why nothing can tell where a target stands. */
function unmeasured(
  setting: Setting,
  { indicator: measured, against = '', period, breakdown }: Entry,
): Again {
  const part = targetPart(setting, against);
  if (part === null) {
    const { topic, group } = breakdown;
    const row = setting.known.at(measured, topic, group, setting.folder.council.code, period)?.value;
    return { amount: none(row?.kind === 'none' ? row.because : 'not-available') };
  }
  if (part.measure === 'none') return { amount: none('no-measure') };
  if (part.worst !== undefined) return worstUnmeasured(setting, part, period);
  const {
    indicator = '',
    topic = 'Total',
    group = 'Total',
    baseline,
  } = part as Readonly<Record<string, string>>;
  const { code } = setting.folder.council;
  const held = setting.known.at(indicator, topic, group, code, period)?.value;
  const isProjected = setting.folder.rows.some(
    ({ fields }) =>
      fields.indicator === indicator &&
      fields.period === period &&
      fields.area === code &&
      fields.group === breakdown.group,
  );
  if (held?.kind === 'none') return { amount: none(held.because) };
  const from = (baseline as { readonly period?: string } | undefined)?.period ?? period;
  const isBroken = setting.folder.measures.get(indicator)?.breaks.some(each => each > from && each <= period);
  return { amount: none(isBroken && (held !== undefined || isProjected) ? 'break' : 'not-available') };
}

/** Why the worst of the wards, or of the localities, cannot be told: one is hidden, or has no figure. */
function worstUnmeasured(
  { folder, known }: Setting,
  part: Readonly<Record<string, unknown>>,
  period: string,
): Again {
  const rows = [...folder.areas.values()]
    .filter(({ kind, parent }) => kind === part.worst && parent === folder.council.code)
    .map(({ code }) => known.at(String(part.indicator), 'Total', 'Total', code, period)?.value);
  const isHidden = rows.some(value => value?.kind === 'none' && value.because === 'suppressed');
  return { amount: none(isHidden ? 'suppressed' : 'not-available') };
}

/** The status of several parts: no better than the worst of them. */
function together({ text, absent }: Entry, inputs: readonly Entry[]): Again {
  const order = [
    'off track',
    'not comparable',
    'no figure',
    'no measurable target',
    'projected only',
    'slightly behind',
    'on track',
    'achieved',
  ];
  const worst = order.find(each => inputs.some(input => input.text === each)) ?? 'already achieved when set';
  if (worst !== text) return { amount: none(`${worst}, not ${text}`) };
  if (absent !== null) return { amount: none(inputs.find(each => each.text === worst)?.absent ?? '') };
  return { amount: amountTo(whole(inputs.filter(each => good.includes(each.text)).length), 0) };
}

function nowBeside(setting: Setting, own: Entry, other: Entry, working: string): Again | string {
  if (own.indicator !== other.indicator || working.includes('rate')) return 'a target to outgrow an index';
  const { topic, group } = own.breakdown;
  const at = setting.known.at(own.indicator, topic, group, setting.folder.newest(own.area), own.period);
  const against = other.kind === 'neighbour-mean' ? (other.against ?? '') : other.area;
  const level = at === null ? null : levelBeside(setting, at, against);
  if (at === null || level === null) return { amount: none('no row') };
  const amount = differenceOf(at.value, level);
  return { amount: amount.kind === 'none' ? lessThan(at, level, against) : { ...amount, ends: null } };
}

function partsOf({ against }: Entry, byId: ById): readonly Entry[] {
  return [...byId.values()].filter(each => each.kind === 'target' && each.against === against);
}

function promiseOf(entry: Entry, byId: ById): Promised | null {
  const all = partsOf(entry, byId);
  const aim = all.find(({ part }) => part === 'aim');
  if (aim === undefined) return null;
  const baseline = all.find(({ part }) => part === 'baseline') ?? null;
  return { aim, baseline, points: all.filter(({ part }) => part === 'milestone') };
}

function toldOf(setting: Setting, entry: Entry, byId: ById, promise: Promised): Told | string {
  const { aim } = promise;
  const all = partsOf(entry, byId);
  const status = all.find(({ part }) => part === 'status' && entry.period !== '');
  const now = [...(status?.inputs ?? []), ...entry.inputs]
    .flatMap(id => byId.get(id) ?? [])
    .flatMap(each => [each, ...each.inputs.flatMap(id => byId.get(id) ?? [])])
    .find(({ kind, part }) => kind !== 'target' || part === 'now' || part === 'projection');
  if (aim.source === null || now === undefined) return 'a target without an aim or a figure';
  const found = workedAgain(setting, now, byId);
  if (typeof found === 'string' || found.amount.kind === 'none')
    return 'a target whose figure is not worked out';
  const block = linesAt(setting.folder.root, aim.source).join('\n');
  const operator = /operator: ([a-z-]+)/.exec(block)?.[1] ?? wishBefore(setting, aim.source);
  return {
    ...promise,
    isUpwards: operator === 'at-least' || operator === 'above',
    isBeyond: operator === 'above' || operator === 'below',
    now,
    number: now.part === 'now' || now.part === 'projection' ? numberOf(now) : found.amount.exact,
    decimals: found.amount.decimals,
  };
}

/** Of a scorecard the wish of its row, which stands before the targets of its years. */
function wishBefore(
  { folder }: Setting,
  { file, line }: { readonly file: string; readonly line: number },
): string {
  const before = readFileSync(join(folder.root, file), 'utf8').split('\n').slice(0, line);
  return before.findLast(text => text.includes('wants:'))?.includes('increase') ? 'at-least' : 'at-most';
}

/** Where the line from the baseline by the milestones to the aim stands in a year. */
function lineAt({ aim, baseline, points }: Promised, period: string): Fraction {
  if (baseline === null) return numberOf(aim);
  const all = [baseline, ...points, aim];
  const next = all.find(each => each.period >= period) ?? aim;
  const last = all.findLast(each => each.period <= period) ?? baseline;
  const years = yearsFrom(last.period, next.period);
  if (years <= 0) return numberOf(next);
  const rise = less(numberOf(next), numberOf(last));
  return plus(numberOf(last), times(rise, fraction(BigInt(yearsFrom(last.period, period)), BigInt(years))));
}

function linePlaces(line: Fraction): number {
  return [0, 1].find(places => order(rounded(line, places), line) === 0) ?? 2;
}

function isMet({ isUpwards, isBeyond, aim }: Told, number: Fraction): boolean {
  const way = order(number, numberOf(aim)) * (isUpwards ? 1 : -1);
  return isBeyond ? way > 0 : way >= 0;
}

function statusOf(told: Told, ahead: Fraction, left: number): string {
  const met = isMet(told, told.number);
  if (told.baseline === null) return met ? 'achieved' : 'off track';
  if (isMet(told, numberOf(told.baseline))) return met ? 'already achieved when set' : 'off track';
  if (met) return 'achieved';
  const tenth = over(sizeOf(less(numberOf(told.aim), numberOf(told.baseline))), whole(10));
  if (signOf(ahead) >= 0) return left <= 0 ? 'slightly behind' : 'on track';
  return order(sizeOf(ahead), tenth) <= 0 ? 'slightly behind' : 'off track';
}

function needed(setting: Setting, told: Told, which: string, byId: ById): Again | string {
  const { indicator, breakdown, area, period, kind } = told.now;
  const held = setting.known.at(
    indicator,
    breakdown.topic,
    breakdown.group,
    setting.folder.newest(area),
    period,
  );
  const counts = kind === 'share' ? told.now.inputs.flatMap(id => byId.get(id) ?? []) : [];
  const [count, all] = counts.map(({ value }) => value ?? 0);
  const base = all ?? held?.base ?? null;
  if (base === null) return 'how many a target needs, without a base';
  const now =
    count === undefined
      ? times(rounded(told.number, told.decimals), fraction(BigInt(base), 100n))
      : whole(count);
  const have = rounded(now, 0);
  const exact = times(numberOf(told.aim), fraction(BigInt(base), 100n));
  const floor = whole(Number(exact.top / exact.bottom));
  const isWhole = order(floor, exact) === 0;
  const least = told.isBeyond || !isWhole ? plus(floor, whole(1)) : floor;
  const amounts: Readonly<Record<string, Amount>> = {
    whole: amountTo(whole(base), 0),
    needed: amountTo(least, 0),
    more: amountTo(signOf(less(least, have)) > 0 ? less(least, have) : whole(0), 0),
  };
  return { amount: amounts[which] ?? none('') };
}
