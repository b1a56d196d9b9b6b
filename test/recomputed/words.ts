// The words of sentences that say which way a figure went and where it stands, held against the figures worked out again.
import type { Amount } from './amounts.ts';
import { isByChance, type Standing, standingBeside } from './bands.ts';
import { changeSince, type Entry, gapOf, type Setting, wayOf } from './figures.ts';
import { order, signOf, sizeOf } from './fractions.ts';
import type { Held } from './known.ts';
import { workedAgain } from './promised.ts';

/** A sentence as `figures.json` has it. */
export type Sentence = { readonly id: string; readonly text: string; readonly figures: readonly string[] };

type ById = ReadonlyMap<string, Entry>;

/** Words of measures and targets that name no direction. */
const names =
  /\bor above\b|\btook it up\b|\bbelow good\b|\bfallen into\b|\bit fell .*? short\b|\bnow (?:above|below)\b/gi;

/** Words that say something of a figure: of a change, of where it stands, of a gap, of a place. */
const told = new RegExp(
  [
    /(?<similar>[Bb]roadly in line with) .*?\((?!May|April|2018)[^()]*? (?<near>above|below)\)/,
    /(?<within>[Tt]oo close to) [^.]*? told apart \([^()]*? (?<by>above|below)[^()]*\)/,
    /(?<open>[Cc]lose to) [^.]*?\((?:the two differ|[^()]* apart)[^()]*\)/,
    /(?<gapOpen>too close to say whether it (?:narrowed|widened))/,
    /(?<changeOpen>too close to say which is higher)/,
    /(?<gapSame>[Aa]bout the same as in|[Uu]nchanged from \S+ (?:percentage points|points) in the gap)/,
    /(?<same>[Tt]he same as)/,
    /(?<how>[Ww]ell |[Ss]lightly )?(?<side>[Aa]bove|[Bb]elow)(?: \((?<than>better|worse) than\))?/,
    /having been (?<even>level)/,
    /[Mm]oved (?<moved>up|down)/,
    /(?<level>[Uu]nchanged)/,
    /(?<barely>changed by less than|[Ll]ittle changed)/,
    /(?<went>[Rr]ose|[Rr]isen|[Ff]ell|[Ff]allen|[Uu]p|[Dd]own|higher than at|lower than at)\b/,
    /(?<gapWent>narrowed|widened|turned)/,
    /(?<gapWide>wider|narrower)/,
  ]
    .map(({ source }) => `(?:\\b${source})`)
    .join('|'),
  'g',
);

type Told = Readonly<Record<string, string | undefined>> & { readonly after: string };

/** What the words of a sentence say, in their order, each with what follows it up to the next. */
function toldIn(text: string): readonly Told[] {
  const plain = text.replace(names, '');
  const found = [...plain.matchAll(told)];
  return found.map((match, at) => ({
    ...match.groups,
    after: plain.slice(match.index + match[0].length, found[at + 1]?.index ?? plain.length),
  }));
}

const byTo = /\bby [\d.,]+[^;]*? to /g;

const isOfGap = ({ part }: Entry) => part?.startsWith('gap-') === true;
const isOfProfile = ({ asAt }: Entry) => asAt !== undefined;

/** What is wrong with the words of a sentence, or cannot be read. */
export function wrongWords(setting: Setting, { text, figures }: Sentence, byId: ById): readonly string[] {
  const entries = figures.flatMap(id => byId.get(id) ?? []);
  const given = entries.filter(({ absent }) => absent === null);
  const of = (is: (entry: Entry) => boolean) => given.filter(is);
  const changes = of(each => each.kind === 'change' && !isOfGap(each) && each.part === undefined);
  const sides = of(each => each.kind === 'difference' && !isOfGap(each) && each.part !== 'relative');
  const places = of(({ kind, part }) => kind === 'change' && part === 'rank');
  const gapChanges = of(each => each.kind === 'change' && isOfGap(each));
  const gapSides = of(each => each.kind === 'difference' && isOfGap(each));
  const words = toldIn(text);
  const went = words
    .filter(each => each.went ?? each.level ?? each.barely ?? each.changeOpen)
    // Of several that rose most by as much, the word is said once.
    .flatMap(each =>
      Array.from(
        { length: / most, /.test(each.after) ? (each.after.match(byTo)?.length ?? 1) : 1 },
        () => each,
      ),
    );
  const stood = words.filter(
    each => each.similar ?? each.within ?? each.open ?? each.same ?? each.side ?? each.even,
  );
  const problems: string[] = [];
  const paired = (what: string, some: readonly Entry[], said: readonly Told[], check: Check) => {
    if (some.length === 0) return;
    if (some.length !== said.length)
      problems.push(`cannot be read: ${said.length} words of ${some.length} ${what}`);
    else
      for (const [at, entry] of some.entries())
        problems.push(
          ...check(setting, entry, said[at] ?? { after: '' }, entries).map(why => `${entry.id}: ${why}`),
        );
  };
  const isListed = /(?:Worse|Better) than [^:]*: .*\(by/.test(text) && stood.length === 0;
  if (isListed && sides.length > 0)
    for (const entry of sides)
      problems.push(...wrongList(setting, entry, text).map(why => `${entry.id}: ${why}`));
  else paired('differences', sides, stood, wrongSide);
  if (/better by .* while /.test(text))
    for (const entry of changes) problems.push(...wrongBetter(setting, entry));
  else paired('changes', changes, went, wrongWay);
  paired(
    'moves',
    places,
    words.filter(({ moved }) => moved),
    wrongPlaces,
  );
  paired(
    'changes of gaps',
    gapChanges,
    words.filter(each => each.gapWent ?? each.gapOpen ?? each.gapSame),
    wrongGapWay,
  );
  paired(
    'gaps beside others',
    gapSides,
    words.filter(({ gapWide }) => gapWide),
    wrongGapSide,
  );
  for (const entry of of(({ kind }) => kind === 'streak' || kind === 'record'))
    problems.push(...wrongPattern(setting, entry, text, byId).map(why => `${entry.id}: ${why}`));
  return problems.map(why => `${why}: “${text}”`);
}

type Check = (setting: Setting, entry: Entry, said: Told, entries: readonly Entry[]) => readonly string[];

function heldOf({ known, folder }: Setting, entry: Entry, period = entry.period): Held | null {
  const { topic, group } = entry.breakdown;
  return known.at(entry.indicator, topic, group, folder.newest(entry.area), period);
}

/** The change of an entry, worked out again, and whether it is for better or worse, or only chance. */
function changeOf(
  setting: Setting,
  entry: Entry,
): { readonly amount: Amount; readonly verdict: string } | null {
  const measure = setting.folder.measures.get(entry.indicator);
  const at = heldOf(setting, entry);
  if (measure === undefined || at === null) return null;
  const amount = changeSince(setting, measure, at, entry.against);
  const earlier = entry.against === undefined ? null : heldOf(setting, entry, entry.against);
  const way = wayOf(amount);
  if (way === null || measure.polarity === 'neutral') return { amount, verdict: 'none' };
  if (earlier !== null && isByChance(measure, amount, at, earlier) === true)
    return { amount, verdict: 'chance' };
  return { amount, verdict: (way === 'rose') === (measure.polarity === 'high') ? 'better' : 'worse' };
}

const upWords = new Set(['rose', 'risen', 'up', 'higher than at']);

function wrongWay(setting: Setting, entry: Entry, said: Told): readonly string[] {
  if (isOfProfile(entry)) {
    const sign = Math.sign(entry.value ?? 0);
    const isUp = upWords.has((said.went ?? '').toLowerCase());
    return said.went === undefined || sign === (isUp ? 1 : -1) ? [] : [`it did not go ${said.went}`];
  }
  const found = changeOf(setting, entry);
  if (found === null || found.amount.kind === 'none') return ['no such change'];
  const { amount, verdict } = found;
  const way = wayOf(amount);
  const isBarely =
    amount.ends === null && signOf(amount.number) === 0 && amount.sign !== 0 && amount.sign !== null;
  if (said.changeOpen !== undefined) return amount.sign === null ? [] : [`it ${way}`];
  if (said.level !== undefined) return amount.sign === 0 ? [] : [`it ${way ?? 'changed'}`];
  if (said.barely !== undefined) return isBarely ? [] : [`it ${way}`];
  const isUp = upWords.has((said.went ?? '').toLowerCase());
  const claimed = /^[^.;]*?, an improvement|^[^.;]*?\(better\)/.test(said.after)
    ? 'better'
    : /^[^.;]*?, a change for the worse|^[^.;]*?\(worse\)/.test(said.after)
      ? 'worse'
      : null;
  return [
    ...((way === 'rose') === isUp && way !== null ? [] : [`it ${way}, not ${said.went}`]),
    ...(claimed === null || claimed === verdict ? [] : [`it is ${verdict}, not ${claimed}`]),
  ];
}

function wrongBetter(setting: Setting, entry: Entry): readonly string[] {
  const verdict = changeOf(setting, entry)?.verdict;
  return verdict === 'better' ? [] : [`${entry.id} is ${verdict}`];
}

function standing(setting: Setting, entry: Entry): Standing | null {
  const measure = setting.folder.measures.get(entry.indicator);
  const at = heldOf(setting, entry);
  if (measure === undefined || at === null) return null;
  return standingBeside(setting, measure, at, setting.folder.newest(entry.against ?? ''));
}

function wrongSide(setting: Setting, entry: Entry, said: Told, entries: readonly Entry[]): readonly string[] {
  const found = standing(setting, entry);
  if (found === null) return ['it cannot be set beside this'];
  const { degree, side, verdict } = found;
  const unlike = (is: string) => [`it is ${degree}, ${side}, not ${is}`];
  if (said.even !== undefined) return side === 'level' ? [] : unlike('level');
  if (said.same !== undefined) return degree === 'same' ? [] : unlike('the same');
  if (said.open !== undefined) return degree === 'uncertain' ? [] : unlike('open');
  if (said.similar !== undefined)
    return degree === 'similar' && side === said.near ? [] : unlike(`in line, ${said.near}`);
  if (said.within !== undefined)
    return degree === 'within' && side === said.by ? [] : unlike(`too close, ${said.by}`);
  const where = (said.side ?? '').toLowerCase();
  const how = (said.how ?? '').trim().toLowerCase();
  const isFull = entries.some(
    ({ kind, area, against }) =>
      (kind === 'observation' && area === entry.against) ||
      (kind === 'neighbour-mean' && against === entry.against),
  );
  const degrees =
    how === 'well'
      ? ['well']
      : how === 'slightly'
        ? ['slight']
        : isFull
          ? ['plain']
          : ['plain', 'slight', 'well'];
  return [
    ...(side === where && degrees.includes(degree) ? [] : unlike(`${how} ${where}`)),
    ...(said.than === undefined || said.than === verdict ? [] : [`it is ${verdict}, not ${said.than}`]),
  ];
}

function wrongList(setting: Setting, entry: Entry, text: string): readonly string[] {
  const want = /Worse than/.test(text) ? 'worse' : 'better';
  const verdict = standing(setting, entry)?.verdict;
  return verdict === want ? [] : [`it is ${verdict}, not ${want}`];
}

function wrongPlaces(_: Setting, { value }: Entry, { moved }: Told): readonly string[] {
  return Math.sign(value ?? 0) === (moved === 'up' ? 1 : -1) ? [] : [`it did not move ${moved}`];
}

function wrongGapWay(
  setting: Setting,
  entry: Entry,
  said: Told,
  entries: readonly Entry[],
): readonly string[] {
  const found = amountOf(setting, entry, entries);
  if (found === null) return ['no such change of a gap'];
  const { sign } = found;
  if (said.gapOpen !== undefined || said.gapSame !== undefined)
    return sign === null || sign === 0 ? [] : [`it ${sign > 0 ? 'widened' : 'narrowed'}`];
  if (said.gapWent === 'turned') return isTurned(setting, entry) ? [] : ['the same group leads'];
  return sign === (said.gapWent === 'widened' ? 1 : -1) ? [] : [`it did not get ${said.gapWent}`];
}

function amountOf(
  setting: Setting,
  entry: Entry,
  entries: readonly Entry[],
): (Amount & { kind: 'number' }) | null {
  const found = workedAgain(setting, entry, new Map(entries.map(each => [each.id, each])));
  return typeof found === 'string' || found.amount.kind === 'none' ? null : found.amount;
}

function isTurned(
  setting: Setting,
  { indicator, breakdown, area, period, against = '', part = '' }: Entry,
): boolean {
  const measure = setting.folder.measures.get(indicator);
  if (measure === undefined) return false;
  const signs = [period, against].map(year => {
    const key = { topic: breakdown.topic, area: setting.folder.newest(area), period: year };
    const amount = gapOf(setting, measure, key, breakdown.group, part.slice(4))?.amount;
    return amount?.kind === 'number' ? signOf(amount.number) : 0;
  });
  return (signs[0] ?? 0) * (signs[1] ?? 0) < 0;
}

/** Of two gaps the wider is the larger whichever group leads. */
function wrongGapSide(setting: Setting, entry: Entry, { gapWide }: Told): readonly string[] {
  const { indicator, breakdown, period, against = '', part = '' } = entry;
  const measure = setting.folder.measures.get(indicator);
  const [ours, theirs] = [entry.area, against].map(area => {
    const key = { topic: breakdown.topic, area: setting.folder.newest(area), period };
    const amount =
      measure === undefined ? null : gapOf(setting, measure, key, breakdown.group, part.slice(4))?.amount;
    return amount?.kind === 'number' ? sizeOf(amount.number) : null;
  });
  const way = ours && theirs ? order(ours, theirs) : 0;
  return way === (gapWide === 'wider' ? 1 : -1) ? [] : [`it is not ${gapWide}`];
}

/** A run goes the way that its words have it, and a record is the one that they name. */
function wrongPattern(setting: Setting, entry: Entry, text: string, byId: ById): readonly string[] {
  const found = workedAgain(setting, entry, byId);
  if (typeof found === 'string' || found.amount.kind === 'none') return ['no such pattern'];
  if (entry.kind === 'record')
    return new RegExp(entry.part ?? '', 'i').test(text) ? [] : [`it is the ${entry.part}`];
  if (entry.part !== undefined) return [];
  const first = heldOf(setting, entry, entry.against ?? '');
  const last = heldOf(setting, entry);
  const measure = setting.folder.measures.get(entry.indicator);
  if (first === null || last === null || measure === undefined) return ['no such run'];
  const way = wayOf(changeSince(setting, measure, last, previous(entry.period)));
  const said = /risen|rises|rose/i.test(text) ? 'rose' : /fallen|falls|fell/i.test(text) ? 'fell' : null;
  return said === null || said === way ? [] : [`it ${way}, not ${said}`];
}

function previous(period: string): string {
  return `${Number(period.slice(0, 4)) - 1}${period.slice(2, 4)}`;
}

const opposites: readonly (readonly [string, string])[] = [
  ['rose', 'fell'],
  ['risen', 'fallen'],
  ['up', 'down'],
  ['above', 'below'],
  ['widened', 'narrowed'],
  ['wider', 'narrower'],
  ['highest', 'lowest'],
  ['slightly', 'well'],
];

/** Words that turned round would say the same, or nothing of a figure. */
const fixed = /whether it (?:narrowed|widened)|\b(?:well|slightly)\b(?! (?:above|below))/gi;

/** A sentence with one of its words of direction turned into its opposite, once for each word that it has. */
export function turnedWords(sentence: Sentence): readonly Sentence[] {
  const words = new Map(opposites.flatMap(([one, other]) => [[one, other] as const, [other, one] as const]));
  const masked = (found: string) => '#'.repeat(found.length);
  return [
    ...sentence.text
      .replace(names, masked)
      .replace(fixed, masked)
      .matchAll(/[a-z]+/gi),
  ].flatMap(match => {
    const other = words.get(match[0].toLowerCase());
    if (other === undefined) return [];
    const text =
      sentence.text.slice(0, match.index) + other + sentence.text.slice(match.index + match[0].length);
    return [{ ...sentence, text }];
  });
}
