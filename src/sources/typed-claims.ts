import { months } from '../model/time.ts';

const ones = 'one|two|three|four|five|six|seven|eight|nine';
const teens = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const tens = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
export const numberPattern = String.raw`(?:\d[\d.,]*|(?:${tens})(?:[- ](?:${ones}))?|${teens}|${ones}|(?:(?:a|one) )?hundred)`;

/** The number that digits or words give; not a number where they give none. */
export function numberIn(written: string): number {
  const words = written.toLowerCase().split(/[- ]/);
  const small = [...ones.split('|'), ...teens.split('|')];
  const parts = words.map(word => {
    const [unit, ten] = [small.indexOf(word), tens.split('|').indexOf(word)];
    return unit !== -1
      ? unit + 1
      : ten !== -1
        ? (ten + 2) * 10
        : word === 'a'
          ? 1
          : Number(word.replace(/,/g, ''));
  });
  return words.at(-1) === 'hundred' ? 100 : parts.reduce((sum, part) => sum + part, 0);
}

const firsts = 'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth';
const ordinal = String.raw`(?:\d{1,3}(?:st|nd|rd|th)|(?:(?:${tens})[- ])?(?:${firsts})|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|(?:twen|thir|for|fif|six|seven|eigh|nine)tieth|hundredth)`;

/** Those among whom a council has a place. */
const field = String.raw`(?:nationally|(?:in|of) (?:England|the (?:country|region|nation|North|South|East|West|Midlands)\b|London|Yorkshire)|in the (?:national|regional|league) tables?|(?:out )?of (?:all |the )?(?:\d{2,3}\b(?!\d)|(?:local |English )?(?:authorities|councils))|(?:among|amongst|of) (?:all |the |its |our )?(?:statistical |nearest )?(?:neighbours|authorities|councils))`;

/** "84%", "six per cent", "3 percentage points", "up by six points". */
export const typedFigures = new RegExp(
  String.raw`\b${numberPattern}\s?(?:%|per ?cent\b|percentage points?\b)|(?<=\b(?:by|up|down|rose|fell|risen|fallen) )${numberPattern} (?:points?|places?)\b`,
  'gi',
);

export const learnersTyped = '(?:pupils|children|young people|learners|students|boys|girls)';

/** "Four in ninety", "one in every ten", "two thirds of pupils", "27 children": counts, and shares that are worked out by hand. */
export const typedShares = new RegExp(
  [
    String.raw`\b(?<!\b(?:level|grade|stage|year|key stage) )${numberPattern} (?:in (?:every )?|out of (?:every |the |all )?|of (?:every |the |all |all the ))${numberPattern}\b(?![/-]\d)`,
    String.raw`\b(?:half|(?:an?|one|two|three|four) (?:half|third|quarter|fifth|tenth)s?) (?:of )?(?:all |the |our |its )*(?:(?!of\b|the\b|in\b|a\b)[a-z-]+ ){0,2}(?:${learnersTyped}|schools|settings|entries)\b`,
    String.raw`\b(?<![/\d.,-]|\b(?:level|grade|stage|years?|aged?|post|to|and|under|over|every|each|per|or)[ -])${numberPattern} ${learnersTyped}\b`,
  ].join('|'),
  'gi',
);

/** "Ranked 53rd", "fifty-third nationally", "in the top quarter of authorities". */
const ranks = new RegExp(
  [
    String.raw`\b(?:ranked|ranks|ranking|rank|placed|position)\b(?: (?:is|was|of|as|at|in|joint|jointly|equal|number|now|only|still|the))* (?:${ordinal}|\d{1,3}\b(?!%|/|\.\d))`,
    String.raw`\b(?:joint |equal )?${ordinal}(?:[- ](?:best|highest|lowest|worst)(?: [a-z]+){0,2}| placed?)? ${field}`,
    String.raw`\bnumber (?:\d{1,3}|${ones}) ${field}`,
    String.raw`\b(?:top|bottom) (?:quartile|quarter|third|half|decile|${numberPattern}(?:%| per cent)?) (?:${field}|for\b)`,
  ].join('|'),
  'gi',
);

const superlative = '(?:highest|lowest|best|worst|largest|smallest|greatest|strongest|weakest)';

/** "The highest it has ever been", "a record high", "best since 2009": a claim on all the years there were. */
const records = new RegExp(
  [
    String.raw`\b${superlative}\b(?:(?! than )[^.,;!?\n]){0,40}\bever\b`,
    String.raw`\b${superlative}\b[^.;!?\n]{0,40}\b(?:on record|since (?:records|the \w+ began|(?:19|20)\d\d)|in (?:${numberPattern}|a number of|many|several) years|(?:in|for) a (?:decade|generation)|in (?:our|its|their|the (?:council|borough|county|city|area)’s) history)\b`,
    String.raw`\b(?:record|all[- ]time|historic) (?:high|low|best|worst|results?|levels?)\b`,
    String.raw`\ba (?:new )?record (?:for (?:the|our|this)|year)\b`,
    String.raw`\bnever (?:before )?(?:been |done |had |seen )?(?:so )?(?:higher|lower|better|worse|high|low|well|good|bad)\b`,
  ].join('|'),
  'gi',
);

/** "At all key stages", "in every subject", "across the board". */
const everything =
  /\b(?:(?:all|every|each of the) (?:of the |of our |our )?(?:key )?(?:stages?|phases?|subjects?|measures?|indicators?|headlines?)|across the board|everything (?:that )?we measure|everything(?= (?:has |have )?(?:improved|rose|fell|got|is|was)\b))\b/i;

/** What is said of figures, as something that was or is so, and not as something to come. */
const said =
  /\b(?:ha(?:s|ve|d) (?:all |each |now |also |again |continued to )*(?:improved?|risen|rise|increased?|fallen|fall|declined?|worsened|narrowed|widened)|rose|fell|(?:standards|results|outcomes|attainment|achievement|performance|progress|measures?|subjects?|stages?|phases?|indicators?|headlines?|everything) (?:all |again |has |have )?(?:improved|increased|declined|got (?:better|worse))|(?:do|does|did) (?:better|worse)|(?:beats?|exceeds?|exceeded|outperforms?|outperformed)|(?:is|are|was|were|remains?|remained|stands?|stood) (?:now |also |all |well |still |significantly )*(?:above|below|better than|worse than|ahead of|in line with))\b/i;

/** A claim typed in words: which kind, where, and what a fact says that bears it out. */
type TypedClaim = {
  readonly rule: 'typed-rank' | 'record-without-years' | 'record-without-fact';
  readonly index: number;
  readonly spelling: string;
  readonly isBorneOut: (fact: string) => boolean;
};

export function claimsIn(words: string): readonly TypedClaim[] {
  const typedRanks = [...words.matchAll(ranks)].map(({ index, 0: spelling }): TypedClaim => {
    const place = placeIn(spelling);
    const isBorneOut = (fact: string) => place !== null && new RegExp(` ranked ${place}\\b`).test(fact);
    return { rule: 'typed-rank', index, spelling, isBorneOut };
  });
  const typedRecords = [...words.matchAll(records)].map(({ index, 0: spelling }): TypedClaim => {
    const year = /since ((?:19|20)\d\d)/i.exec(spelling)?.[1];
    const isOfYears = year !== undefined || /(?:years|decade|generation)$/i.test(spelling);
    return {
      rule: isOfYears ? 'record-without-fact' : 'record-without-years',
      index,
      spelling,
      isBorneOut: fact =>
        isOfYears && recordFact.test(fact) && (year === undefined || fact.includes(` since ${year}/`)),
    };
  });
  return [...typedRanks, ...typedRecords].toSorted((a, b) => a.index - b.index);
}

/** A fact that says which of the comparable years a figure is. */
const recordFact = / (?:highest|lowest|best|worst)\b/;

/** Null for a quarter or the like. */
function placeIn(spelling: string): number | null {
  if (/^(?:top|bottom)/i.test(spelling)) return null;
  const said = new RegExp(String.raw`\b${ordinal}|\b\d+`, 'i').exec(spelling)?.[0].toLowerCase() ?? '';
  const at = places.indexOf(said.replace('-', ' '));
  return at === -1 ? Number.parseInt(said, 10) : at + 1;
}

const units =
  `${firsts}|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth`.split(
    '|',
  );
/** The places from first to hundredth, in words. */
const places: readonly string[] = [
  ...units,
  ...tens
    .split('|')
    .flatMap(ten => [ten.replace(/y$/, 'ieth'), ...firsts.split('|').map(first => `${ten} ${first}`)]),
  'hundredth',
];

/** The sentences of some words that claim something of every measure, each with its index. */
export function universalsIn(
  words: string,
): readonly { readonly index: number; readonly spelling: string }[] {
  return [...words.matchAll(/[^.;!?]+(?:\.\d[^.;!?]*)*/g)].flatMap(({ index, 0: sentence }) => {
    const of = everything.exec(sentence);
    return of !== null && said.test(sentence) && !isHedged(sentence.slice(0, of.index))
      ? [{ index: index + of.index, spelling: of[0] }]
      : [];
  });
}

/** "On almost every measure", "not in every subject". */
function isHedged(before: string): boolean {
  return /\b(?:almost|nearly|not|hardly|most of)(?: (?:on|in|at|of|for))? *$/i.test(before);
}

/** True of words that say what another publication printed, and so claim nothing themselves. */
export function isAttributed(words: string): boolean {
  return /\b(?:plan|report|article|press|paper|department|review|inspectors?|source|leaflet)s?\b[^.;!?]*\b(?:gives?|gave|prints?|printed|says?|said|states?|stated|puts?|claims?|claimed|has|had)\b/i.test(
    words,
  );
}

/** True of words on what is to come, which no figure can bear out yet. */
export function isAimed(words: string): boolean {
  return /\b(?:will|would|shall|should|must|aims?|ambition|vision|want|wish|goal|target|become|to (?:be|have|reach|remain|make)|by 20\d\d)\b/i.test(
    words,
  );
}

/** A month with a year that has lost a digit, or has one too many: "April 201". */
export const cutYears = new RegExp(
  String.raw`\b(?:${months.join('|')}) (?:[12]\d{2}|[12]\d{4,})\b(?![\d/])`,
  'g',
);

/** "Of the ones that have been expected": inspected is meant. */
export const expectedForInspected =
  /\b(?:schools?|ones|settings|academies|colleges|providers|those)(?: (?:that|which|who))? (?:have|has|had|were|was) (?:been |recently |so far |not yet )*expected\b(?! (?:to|by|of|in|from|for|that)\b)/gi;

const keyStage1 = `(?:key stage (?:1|one)|KS ?1)`;
/** "Key stage 1 test results": what pupils reached there was judged by their teachers. */
export const keyStage1Tests = new RegExp(
  String.raw`\b${keyStage1}(?:(?! teacher)[^.;!?\n]){0,30}\btest(?:s|ed)?\b(?: (?:results?|scores?))?|\btests?(?: (?:results?|scores?))? (?:at|in|for|from) (?:the end of )?${keyStage1}`,
  'gi',
);

/** "The attached table", "see appendix 9": no page has anything attached. */
export const attached =
  /\b(?:attached|enclosed|accompanying|appended) (?:[a-z]+ )?(?:tables?|sheets?|documents?|appendi(?:x|ces)|annex(?:es)?|lists?|charts?|graphs?|spreadsheets?|reports?|papers?|diagrams?|plans?|files?)\b|\b(?:tables?|sheets?|documents?|appendi(?:x|ces)|lists?|charts?|graphs?|spreadsheets?|diagrams?) (?:is |are |that is )?(?:attached|enclosed|appended|overleaf)\b|\b(?:see|in) the (?:appendix|appendices|annexe?)\b(?! (?:of|to) )|\b(?:see|in|at|refer to|as in|shown in) (?:the )?(?:appendix|annexe?) (?:\d+|[A-Z])\b(?! (?:of|to) )|\boverleaf\b/gi;
