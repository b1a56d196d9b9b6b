// The words of sentences that say which way a figure went and where it stands, held against the figures worked out again.
import type { Amount } from './amounts.ts';
import { isBeyondNear, mayBeChance, type Standing, standingBeside } from './bands.ts';
import { besideOf, changeSince, type Entry, gapOf, type Setting, wayOf } from './figures.ts';
import { order, signOf, sizeOf } from './fractions.ts';
import { earlierOf, groundOf, groundsIn } from './headlines.ts';
import type { Held } from './known.ts';
import { workedAgain } from './promised.ts';

/** A sentence as `figures.json` has it. */
export type Sentence = { readonly id: string; readonly text: string; readonly figures: readonly string[] };

type ById = ReadonlyMap<string, Entry>;

/** Words of measures and targets that name no direction. */
const names =
  /\bor above\b|\btook it up\b|\btook up\b|\bbelow good\b|\bfallen into\b|\bit fell .*? short\b|(?<!: )\bnow (?:above|below)\b|\bnow (?:above|below)\b(?! [^.,:;]+\.$)/gi;

/** Words that say something of a figure: of a change, of where it stands, of a gap, of a place. */
const told = new RegExp(
  [
    /(?<similar>[Bb]roadly in line with) .*?\((?!May|April|2018)[^()]*? (?<near>above|below|level)(?:, before rounding)?\)/,
    /(?<within>[Tt]oo close to) (?:(?!to call|to rule).)*to call \([^()]*? (?<by>above|below|level)[^()]*\)/,
    /(?<chance>[Tt]oo close to) (?:(?!to call|to rule).)*to rule out chance \([^()]*? (?<chanceBy>above|below|level)[^()]*\)/,
    /(?<open>[Cc]lose to) .*?\((?:the two differ|[^()]* apart)[^()]*\)/,
    /the year before it was (?<even>level)/,
    /the year before it was [^;]*? (?<was>above|below)/,
    /(?<kept>kept its place)/,
    /(?<=: )(?<behind>(?:further |now )?(?:behind|above))(?= [^.,:;]+\.$)/,
    /(?<=Biggest step forward: .*, )(?<forward>up|down)/,
    /(?<gapOpen>rounded, so it may not have changed)/,
    /(?<changeOpen>too close to say which is higher|too little between the years to say)/,
    /(?<gapSame>[Aa]bout the same as in|[Uu]nchanged from \S+ (?:percentage points|points) in the gap)/,
    /(?<same>[Tt]he same as)/,
    /(?<how>[Ww]ell |[Ss]lightly )?(?<side>[Aa]bove|[Bb]elow)(?: \((?<than>better|worse) than\))?/,
    /[Mm]oved (?<moved>up|down)/,
    /(?<level>[Uu]nchanged)/,
    /(?<barely>changed by less than|[Ll]ittle changed)/,
    /(?<went>[Rr]ose|[Rr]isen|[Ff]ell|[Ff]allen|[Uu]p|[Dd]own|higher than at|lower than at)\b/,
    /(?<gapWent>narrowed|widened|turned)/,
    /(?<gapWide>wider|narrower)/,
    /(?<ground>gained ground on|lost ground on|kept pace with) (?<both>both|(?:(?!gained|lost|kept).)*?)(?=(?:,| and)? (?:gained|lost|kept)|\.$|\. )/,
  ]
    .map(({ source }) => `(?:\\b${source})`)
    .join('|'),
  'g',
);

/** One word, or some words, of direction by what they are, with what follows up to the next. */
export type Told = Readonly<Record<string, string | undefined>> & { readonly after: string };

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

/** What of a figure tells which words are of it. */
export type Mentioned = Pick<Entry, 'id' | 'kind' | 'part' | 'absent'>;

const isOfGround = ({ kind, part }: Mentioned) =>
  kind === 'difference' && part?.startsWith('since-') === true;
const isOfGap = ({ part }: Mentioned) => part?.startsWith('gap-') === true;
const isOfProfile = ({ asAt }: Entry) => asAt !== undefined;

/** What words say of: a change, where it stands, a move in rank, a change of a gap, a gap beside another. */
export type Facet =
  | 'grounds'
  | 'changes'
  | 'differences'
  | 'moves'
  | 'changes of gaps'
  | 'gaps beside others';

const facets: readonly {
  readonly facet: Facet;
  readonly isOf: (each: Mentioned) => boolean;
  readonly isTold: (told: Told) => boolean;
}[] = [
  {
    facet: 'differences',
    isOf: each =>
      each.kind === 'difference' && !isOfGap(each) && !isOfGround(each) && each.part !== 'relative',
    isTold: each =>
      Boolean(
        each.similar ??
          each.within ??
          each.chance ??
          each.open ??
          each.same ??
          each.side ??
          each.behind ??
          each.even ??
          each.was,
      ),
  },
  {
    facet: 'changes',
    isOf: each =>
      each.kind === 'change' && !isOfGap(each) && (each.part === undefined || each.part.startsWith('of-')),
    isTold: each => Boolean(each.went ?? each.forward ?? each.level ?? each.barely ?? each.changeOpen),
  },
  { facet: 'grounds', isOf: isOfGround, isTold: ({ ground }) => Boolean(ground) },
  {
    facet: 'moves',
    isOf: ({ kind, part }) => kind === 'change' && part === 'rank',
    isTold: ({ moved, kept }) => Boolean(moved ?? kept),
  },
  {
    facet: 'changes of gaps',
    isOf: each => each.kind === 'change' && isOfGap(each),
    isTold: each => Boolean(each.gapWent ?? each.gapOpen ?? each.gapSame),
  },
  {
    facet: 'gaps beside others',
    isOf: each => each.kind === 'difference' && isOfGap(each),
    isTold: ({ gapWide }) => Boolean(gapWide),
  },
];

/** Which words of a sentence are of which figure, and of what; those that cannot be told apart are unread. */
export function saidIn<Of extends Mentioned>(
  text: string,
  mentioned: readonly Of[],
): {
  readonly said: readonly { readonly facet: Facet; readonly of: Of; readonly told: Told }[];
  readonly unread: readonly string[];
} {
  const words = toldIn(text).flatMap(each => Array.from({ length: timesSaid(each) }, () => each));
  const given = mentioned.filter(({ absent }) => absent === null);
  const list = listedIn(text);
  const both = /: (?<verdict>better|worse) by .* while /.exec(text)?.groups;
  const found = facets.map(({ facet, isOf, isTold }) => {
    const some = given.filter(isOf);
    const told =
      facet === 'differences' && list.length > 0
        ? list
        : facet === 'changes' && both !== undefined
          ? some.map(() => ({ ...both, after: '' }))
          : words.filter(isTold);
    if (some.length > 0 && some.length !== told.length)
      return { said: [], unread: [`cannot be read: ${told.length} words of ${some.length} ${facet}`] };
    return { said: some.map((of, at) => ({ facet, of, told: told[at] ?? { after: '' } })), unread: [] };
  });
  return { said: found.flatMap(({ said }) => said), unread: found.flatMap(({ unread }) => unread) };
}

/** How many figures a word is of: of several that rose most by as much it is said once, as of both comparators. */
function timesSaid({ after, both }: Told): number {
  if (/ most, /.test(after)) return after.match(byTo)?.length ?? 1;
  return both === 'both' ? 2 : 1;
}

const year = String.raw`\d{4}[/-]\d{2,4}`;
const inList = new RegExp(String.raw`\((?:by [^()]*|${year}|better|close|worse)\)`, 'g');
const listStart =
  /(?:(?<verdict>Worse|Better) than [^:;]*|Compared in an earlier year[^:;]*|Left out[^:;]*): /g;

/** The measures of lists, each with what is said of it: "Worse than England: Reading (by 2); Writing (by 1, 2012/13)." */
function listedIn(text: string): readonly Told[] {
  const starts = [...text.matchAll(listStart)];
  return starts.flatMap(({ index, groups }, at) => {
    const list = text.slice(index, starts[at + 1]?.index ?? text.length);
    return [...list.matchAll(inList)].map(([item]) => {
      const named = /\((better|close|worse)\)/.exec(item)?.[1];
      const verdict = groups?.verdict?.toLowerCase() ?? named;
      return { ...(verdict === undefined ? { listed: 'listed' } : { verdict }), after: '' };
    });
  });
}

const checks: Readonly<Record<Facet, Check>> = {
  grounds: wrongGround,
  changes: wrongWay,
  differences: wrongSide,
  moves: wrongPlaces,
  'changes of gaps': wrongGapWay,
  'gaps beside others': wrongGapSide,
};

/** What is wrong with the words of a sentence, or cannot be read. */
export function wrongWords(setting: Setting, { text, figures }: Sentence, byId: ById): readonly string[] {
  const entries = figures.flatMap(id => byId.get(id) ?? []);
  const { said, unread } = saidIn(text, entries);
  const patterns = entries.filter(({ kind }) => kind === 'streak' || kind === 'record');
  const bases = /can occur by chance/.test(text) ? entries.filter(({ part }) => part === 'base') : [];
  return [
    ...unread,
    ...wrongCounts(text, entries),
    ...wrongFurthest(setting, text, entries),
    ...bases.flatMap(entry => wrongCaution(setting, entry).map(why => `${entry.id}: ${why}`)),
    ...said.flatMap(({ facet, of, told }) =>
      checks[facet](setting, of, told, entries).map(why => `${of.id}: ${why}`),
    ),
    ...patterns.flatMap(entry => wrongPattern(setting, entry, text, byId).map(why => `${entry.id}: ${why}`)),
  ].map(why => `${why}: “${text}”`);
}

const numerals = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** The title of a chart of changes says in how many measures ground was gained and lost, the more first, in the words of its counts. */
function wrongCounts(text: string, entries: readonly Entry[]): readonly string[] {
  const title =
    /^(?<most>Gained|Lost) ground on .+ in (?<first>\S+) of (?<all>\S+) measures, (?<least>gained|lost) in (?<second>\S+)$/;
  const said = title.exec(text)?.groups;
  if (said === undefined) return [];
  const held = (part: string) => entries.find(each => each.part === part)?.value ?? 0;
  const parts = said.most === 'Gained' ? ['better', 'worse'] : ['worse', 'better'];
  const [first = 0, second = 0] = parts.map(held);
  const counts = [
    [said.first, first],
    [said.all, entries.find(({ part }) => part === 'of')?.value ?? 0],
    [said.second, second],
  ] as const;
  return [
    ...counts.flatMap(([word, count]) =>
      word === (numerals[count] ?? String(count)) ? [] : [`it is ${count}, not ${word}`],
    ),
    ...(first < second || said.most?.toLowerCase() === said.least ? ['the more comes first'] : []),
  ];
}

/** The measure in which most ground was gained, or lost, is the furthest of its chapter in spreads of authorities, as they are printed. */
function wrongFurthest(setting: Setting, text: string, [entry]: readonly Entry[]): readonly string[] {
  const way = /^Most ground (gained|lost): /.exec(text)?.[1];
  const { themes, measures } = setting.folder;
  const chapter = themes.find(({ id }) => id === measures.get(entry?.indicator ?? '')?.theme);
  if (way === undefined || chapter === undefined) return [];
  const all = groundsIn(setting, chapter).filter(
    ({ verdict }) => verdict === (way === 'gained' ? 'better' : 'worse'),
  );
  const own = all.find(({ measure }) => measure === entry?.indicator);
  if (own === undefined) return [`it ${way} no ground`];
  // A spread is printed to three figures or so.
  const further = all.filter(({ gained }) => Math.abs(gained) > Math.abs(own.gained) * 1.02);
  return further.map(({ measure }) => `${measure} ${way} more`);
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
  if (earlier !== null && mayBeChance(setting, measure, amount, at, earlier))
    return { amount, verdict: 'chance' };
  if (!isBeyondNear(setting, measure, at, amount)) return { amount, verdict: 'near' };
  return { amount, verdict: (way === 'rose') === (measure.polarity === 'high') ? 'better' : 'worse' };
}

/** What is called chance is no more than the sizes of both groups may make. */
function wrongChance(setting: Setting, entry: Entry, since: string | undefined): readonly string[] {
  const measure = setting.folder.measures.get(entry.indicator);
  const [at, then] = [heldOf(setting, entry), since === undefined ? null : heldOf(setting, entry, since)];
  if (measure === undefined || at === null || then === null) return ['no such change'];
  return mayBeChance(setting, measure, changeSince(setting, measure, at, since), at, then)
    ? []
    : ['it is more than chance'];
}

/** A caution of chance, with the size of the group, is of the change since the last figure before. */
function wrongCaution(setting: Setting, entry: Entry): readonly string[] {
  const { topic, group } = entry.breakdown;
  const before = setting.known
    .series(entry.indicator, topic, group, setting.folder.newest(entry.area))
    .findLast(({ period, value }) => period < entry.period && value.kind === 'number');
  return wrongChance(setting, entry, before?.period);
}

/** The change of a comparator's average, which is not judged. */
function averageChange(setting: Setting, entry: Entry): ReturnType<typeof changeOf> {
  const amount = amountOf(setting, entry, []);
  return amount === null ? null : { amount, verdict: 'none' };
}

const upWords = new Set(['rose', 'risen', 'up', 'higher than at']);

function wrongWay(setting: Setting, entry: Entry, said: Told): readonly string[] {
  if (isOfProfile(entry)) {
    const sign = Math.sign(entry.value ?? 0);
    const isUp = upWords.has((said.went ?? said.forward ?? '').toLowerCase());
    return said.went === undefined || sign === (isUp ? 1 : -1) ? [] : [`it did not go ${said.went}`];
  }
  const found = entry.part === undefined ? changeOf(setting, entry) : averageChange(setting, entry);
  if (found === null || found.amount.kind === 'none') return ['no such change'];
  if (said.verdict !== undefined) return said.verdict === found.verdict ? [] : [`it is ${found.verdict}`];
  const { amount, verdict } = found;
  const way = wayOf(amount);
  const isBarely =
    amount.ends === null && signOf(amount.number) === 0 && amount.sign !== 0 && amount.sign !== null;
  if (said.changeOpen !== undefined) return amount.sign === null ? [] : [`it ${way}`];
  if (said.level !== undefined) return amount.sign === 0 ? [] : [`it ${way ?? 'changed'}`];
  if (said.barely !== undefined) return isBarely ? [] : [`it ${way}`];
  const isUp = upWords.has((said.went ?? said.forward ?? '').toLowerCase());
  const claimed = claimedOf(said);
  const mayBe = /^[^.;]*?\(may be chance\)/.test(said.after)
    ? wrongChance(setting, entry, entry.against)
    : [];
  return [
    ...((way === 'rose') === isUp && way !== null ? [] : [`it ${way}, not ${said.went ?? said.forward}`]),
    ...(claimed === null || claimed === verdict ? [] : [`it is ${verdict}, not ${claimed}`]),
    ...mayBe,
  ];
}

/** Whether a word of change is followed by what it was for: "an improvement", "(worse)". */
export function claimedOf({ after, forward }: Told): 'better' | 'worse' | null {
  if (forward !== undefined) return 'better';
  if (/^[^.;]*?(?:, an improvement|\(better\))/.test(after)) return 'better';
  return /^[^.;]*?(?:, a change for the worse|\(worse\))/.test(after) ? 'worse' : null;
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
  if (said.listed !== undefined)
    return verdict === 'better' || verdict === 'close' ? [] : unlike('better or close');
  if (said.verdict !== undefined) return said.verdict.toLowerCase() === verdict ? [] : unlike(said.verdict);
  if (said.behind !== undefined) return wrongBehind(setting, entry, said.behind, verdict);
  if (said.was !== undefined) return side === said.was ? [] : unlike(said.was);
  if (said.even !== undefined) return side === 'level' ? [] : unlike('level');
  if (said.same !== undefined) return degree === 'same' ? [] : unlike('the same');
  if (said.open !== undefined) return degree === 'uncertain' ? [] : unlike('open');
  if (said.similar !== undefined)
    return degree === 'similar' && side === said.near ? [] : unlike(`in line, ${said.near}`);
  if (said.within !== undefined)
    return degree === 'within' && side === said.by ? [] : unlike(`too close, ${said.by}`);
  if (said.chance !== undefined)
    return degree === 'chance' && side === said.chanceBy ? [] : unlike(`chance, ${said.chanceBy}`);
  const where = (said.side ?? '').toLowerCase();
  const how = (said.how ?? '').trim().toLowerCase();
  // How far a ward is from its council is told in a number alone.
  const isOwn = setting.folder.newest(entry.area) === setting.folder.council.code;
  const isFull =
    isOwn &&
    entries.some(
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

/** Behind is worse, as above is where lower is better; further is with ground lost by what was so before, now by what was not. */
function wrongBehind(
  setting: Setting,
  entry: Entry,
  behind: string,
  verdict: Standing['verdict'],
): readonly string[] {
  const measure = setting.folder.measures.get(entry.indicator);
  const at = heldOf(setting, entry);
  if (measure === undefined || at === null) return ['it cannot be set beside this'];
  const hasLost = groundOf(setting, measure, at) === 'worse';
  const [wrongWay, worse] = measure.polarity === 'low' ? [1, 'above'] : [-1, 'behind'];
  const earlier = earlierOf(setting, at);
  const then = earlier === undefined ? null : besideOf(setting, earlier, entry.against ?? '');
  const wasWorse = then?.kind === 'number' && then.sign === wrongWay;
  const how = hasLost ? (wasWorse ? 'further ' : 'now ') : '';
  return [
    ...(verdict === 'worse' ? [] : [`it is ${verdict}, not ${worse}`]),
    ...(behind === `${how}${worse}` ? [] : [`it is ${how}${worse}, not ${behind}`]),
  ];
}

/** Ground is gained or lost by more than is near nothing, and by none that may be chance. */
function wrongGround(
  setting: Setting,
  entry: Entry,
  said: Told,
  entries: readonly Entry[],
): readonly string[] {
  const measure = setting.folder.measures.get(entry.indicator);
  const at = heldOf(setting, entry);
  const amount = amountOf(setting, entry, entries);
  if (measure === undefined || at === null || amount === null) return ['no such ground'];
  const earlier = heldOf(setting, entry, entry.part?.slice(6));
  const own = changeSince(setting, measure, at, entry.part?.slice(6));
  const isChance = earlier !== null && mayBeChance(setting, measure, own, at, earlier);
  const isGain = (amount.sign === 1) === (measure.polarity === 'high');
  const ground = !isBeyondNear(setting, measure, at, amount)
    ? 'kept pace with'
    : amount.sign === null
      ? 'open'
      : isGain
        ? 'gained ground on'
        : 'lost ground on';
  if (isChance || measure.polarity === 'neutral') return ['it is open'];
  return said.ground === ground ? [] : [`it ${ground}, not ${said.ground}`];
}

function wrongPlaces(_: Setting, { value }: Entry, { moved, kept }: Told): readonly string[] {
  if (kept !== undefined) return value === 0 ? [] : ['it moved'];
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
  ['gained', 'lost'],
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
