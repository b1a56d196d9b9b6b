import { Big } from 'big.js';
import { z } from 'zod';
import { countAmount, knownAmount, subtract, writtenAmount } from '../arithmetic.ts';
import type { Setting } from '../judgements/setting.ts';
import { isAttainable, nearestAttainable } from '../measures.ts';
import { hasCode } from '../model/area.ts';
import type { Amount, Figure, FigureKind } from '../model/figure.ts';
import { numberText, ordinal, refusalText, sizeText } from '../model/format.ts';
import type { Path, Place } from '../model/place.ts';
import type { Source } from '../model/source.ts';
import { lower, nearest, spaced } from '../model/spelling.ts';
import { dateLabel, lastDayOf, someTime, someTimeLabel, someTimeWords, yearBefore } from '../model/time.ts';
import { decimalsIn, known, unsignedText, type Value } from '../model/value.ts';
import {
  countAlone,
  type Draft,
  listed,
  mention,
  say,
  type Written,
  written,
} from '../narrative/sentence.ts';
import { addresses } from '../pages/addresses.ts';
import { type Block, entryBlock, linkRun, listBlock, paragraph, plainRun } from '../pages/blocks.ts';
import { draftRuns } from '../pages/cells.ts';
import type { TextRun } from '../pages/view.ts';
import { planKind } from './kind.ts';
import type { PlanCheck } from './kit/checks.ts';
import { entryId, entryRef, plain, ref } from './kit/fields.ts';
import { counterIn, entryFigure, type PlanGiven } from './kit/findings.ts';
import { planForm } from './kit/form.ts';
import type { PlanContents } from './kit/judged.ts';
import { factsBlock, noteBlock, type PlanLayout, sentencesBlock, wordsBlock } from './kit/page.ts';
import { referenceLines } from './references.ts';

/** What the number of a fact is. */
const factKinds = ['count', 'percent', 'points', 'money', 'rank'] as const;
/** What the number of a fact is. */
type FactKind = (typeof factKinds)[number];

/** How close to the truth a fact says that it is. */
export const factPrecisions = ['exact', 'about', 'almost', 'more-than'] as const;
/** How close to the truth a fact says that it is. */
type FactPrecision = (typeof factPrecisions)[number];

const decimal = unsignedText('528 or 78.6');
const count = z.int().min(0);
const factId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower case words joined by hyphens');

/** One line of a panel of facts: a number as it was printed, and what it goes with. All else is worked out. */
export const factSchema = z.strictObject({
  id: factId.describe('Its id within the case study'),
  label: plain('What is counted'),
  kind: z.enum(factKinds).describe('What the number is; a change of a percentage is in points'),
  value: decimal
    .optional()
    .describe('The number; may be left out of a count with parts, whose sum it then is'),
  precision: z.enum(factPrecisions).default('exact'),
  'as-at': someTime('When it was so; the time of the file where left out').optional(),
  of: count
    .min(1)
    .optional()
    .describe('How many there are in all; a share is worked out, or held against it'),
  uninspected: count
    .min(1)
    .optional()
    .describe('Of a share of schools: how many may not have been inspected yet'),
  parts: z
    .array(z.strictObject({ label: plain('The part'), value: decimal }))
    .min(2)
    .optional()
    .describe('The parts, which make up the whole'),
  from: z
    .strictObject({ value: decimal, 'as-at': someTime('When it was so') })
    .optional()
    .describe('What it was before; the change is worked out'),
  change: z
    .strictObject({ by: decimal, in: z.enum(['points', 'percent']), since: someTime('Since when') })
    .optional()
    .describe('How far it rose, where the earlier number is not printed'),
  beside: z
    .strictObject({ value: decimal, who: plain('Whose number it is') })
    .optional()
    .describe('The number of others; the difference is worked out'),
  above: z
    .strictObject({ by: decimal, who: plain('Above whom') })
    .optional()
    .describe('How far it is above others, where their number is not printed'),
  over: z
    .strictObject({ from: someTime('Its start'), to: someTime('Its end') })
    .optional()
    .describe('The time in which something was watched; needed where nothing happened'),
  note: plain('What readers should know of it').optional(),
});

/** What became of all that were looked at again: kept, went up, went down. */
const tallySchema = z.strictObject({
  label: plain('What was looked at, in the plural, as "inspections of the autumn"'),
  same: count.describe('How many stayed as they were'),
  up: count.describe('How many went up'),
  down: count.optional().describe('How many went down; never left out, for a tally has to be complete'),
  of: count.describe('How many in all'),
  note: plain('What readers should know of it').optional(),
});

/** What one council did. */
const caseStudySchema = z.strictObject({
  id: entryId('case study'),
  theme: z.string().describe('One of the themes above'),
  area: ref('area', 'The council, by the code it had at the time'),
  title: plain('What was done, in a few words'),
  done: plain('What was done, in two to four sentences without figures'),
  facts: z.array(factSchema).default([]),
  tally: tallySchema.optional(),
  note: plain('What readers should know of the account').optional(),
  see: z.array(entryRef('reference')).default([]).describe('Where to read more'),
  contact: z
    .strictObject({
      role: plain('Whom to ask: a role, never a name'),
      printed: someTime('When it was printed'),
      reviewed: z.iso.date().optional().describe('When it was last found to be right'),
    })
    .optional(),
});

/** `data/plans/<edition>/case-studies.yaml`. */
const caseStudiesSchema = z.strictObject({
  source: ref('source', 'The publication'),
  'as-at': someTime('When the facts were so, where they do not say'),
  about: plain('What the collection is, in full sentences'),
  themes: z
    .array(z.strictObject({ id: factId, label: plain('Its name on pages') }))
    .min(1)
    .describe('The themes, in the order of the page'),
  studies: z.array(caseStudySchema).min(1),
});

/** One line of a panel of facts. */
export type CaseFact = z.output<typeof factSchema>;
/** What one council did. */
type CaseStudy = z.output<typeof caseStudySchema>;
/** What became of all that were looked at again. */
type CaseTally = z.output<typeof tallySchema>;

/** The case studies of an edition. */
type CaseStudies = z.output<typeof caseStudiesSchema>;
/** How case studies are written down. */
const caseStudiesForm = planForm({
  id: 'case-studies',
  name: 'Case studies',
  schema: caseStudiesSchema,
});

/** What other councils did with their schools, with the numbers that were printed of it. */
export const caseStudies = planKind({
  form: caseStudiesForm,
  check: checkCaseStudies,
  find: caseStudiesFindings,
  say: caseStudiesSentences,
  page: caseStudiesPage,
});

type Check = PlanCheck<CaseStudies>;

/** Sums, shares, changes and tallies of case studies, and whom to ask. */
function checkCaseStudies(check: Check): void {
  const { plan, report } = check;
  const { themes, studies } = plan.value;
  const names = themes.map(({ id }) => id);
  studies.forEach((study, at) => {
    const path = ['studies', at];
    if (!names.includes(study.theme))
      report(plan.place([...path, 'theme']), 'unknown-case-theme', study.theme, nearest(study.theme, names));
    checkFacts(check, study, path);
    if (study.tally !== undefined) checkTally(check, study.tally, [...path, 'tally']);
    checkContact(check, study, [...path, 'contact', 'reviewed']);
  });
}

function checkFacts(check: Check, { facts }: CaseStudy, path: Path): void {
  facts.forEach((fact, at) => {
    const here = [...path, 'facts', at];
    if (facts.findIndex(({ id }) => id === fact.id) < at)
      check.report(check.plan.place([...here, 'id']), 'repeated-fact', fact.id);
    checkKeys(check, fact, here);
    checkParts(check, fact, here);
    checkShare(check, fact, here);
    checkChange(check, fact, here);
    checkWindow(check, fact, here);
  });
}

/** Keys that say the same thing in two ways, or that mean nothing of such a number. */
function checkKeys({ plan, report }: Check, fact: CaseFact, path: Path): void {
  const odds: readonly (readonly [keyof CaseFact, boolean, string])[] = [
    ['change', fact.from !== undefined, 'from'],
    ['above', fact.beside !== undefined, 'beside'],
    [
      'uninspected',
      fact.kind !== 'percent' || fact.of === undefined,
      fact.of === undefined ? 'no "of"' : fact.kind,
    ],
    ['of', fact.kind === 'money' || fact.kind === 'points', fact.kind],
    ['change', fact.kind !== 'percent' && fact.change?.in === 'points', `${fact.kind} in points`],
  ];
  for (const [key, isOdd, other] of odds) {
    if (fact[key] !== undefined && isOdd) report(plan.place([...path, key]), 'fact-keys-at-odds', key, other);
  }
}

function checkParts({ plan, report }: Check, { label, value, parts }: CaseFact, path: Path): void {
  if (parts === undefined) {
    if (value === undefined) report(plan.place(path), 'fact-without-value', label);
    return;
  }
  const sum = parts.reduce((all, part) => all.plus(part.value), new Big(0));
  if (value !== undefined && !sum.eq(value))
    report(plan.place([...path, 'value']), 'parts-not-sum', label, value, sum.toFixed());
}

/** A count is no more than all; a share is one that some number of them gives, less those not inspected (X20). */
function checkShare({ plan, report }: Check, fact: CaseFact, path: Path): void {
  const { kind, value, of, uninspected = 0, precision } = fact;
  if (value === undefined || of === undefined) return;
  const place = plan.place([...path, 'value']);
  if (kind === 'count' || kind === 'rank') {
    if (new Big(value).gt(of)) report(place, 'more-than-all', value, of);
    return;
  }
  if (kind !== 'percent' || precision !== 'exact') return;
  const bases = Array.from({ length: uninspected + 1 }, (_, out) => of - out).filter(base => base > 0);
  if (bases.some(base => isAttainable(value, base))) return;
  const near = bases.flatMap(base => nearestAttainable(value, base)).join(', ');
  report(place, 'impossible-share', value, bases.join(' or '), near);
}

/** A percentage changes in points; what is called per cent of it is most often that (X16). */
function checkChange({ plan, report }: Check, { kind, value, change }: CaseFact, path: Path): void {
  if (kind !== 'percent' || change?.in !== 'percent' || value === undefined) return;
  const before = new Big(value).minus(change.by).toFixed();
  report(plan.place([...path, 'change', 'in']), 'change-in-percent', change.by, value, before);
}

/** Of nothing that happened, the time watched must be said, and be over (P28). */
function checkWindow({ plan, report }: Check, fact: CaseFact, path: Path): void {
  const { kind, label, value, over } = fact;
  if (kind !== 'count' || value === undefined || !new Big(value).eq(0)) return;
  const at = fact['as-at'] ?? plan.value['as-at'];
  if (over === undefined) report(plan.place([...path, 'value']), 'zero-without-window', label);
  else if (lastDayOf(over.to) > lastDayOf(at))
    report(plan.place([...path, 'over', 'to']), 'window-not-over', over.to, at);
}

/** A tally is complete (P40). */
function checkTally({ plan, report }: Check, { same, up, down, of }: CaseTally, path: Path): void {
  if (down === undefined) report(plan.place(path), 'tally-incomplete', same, up, of);
  else if (same + up + down !== of)
    report(plan.place([...path, 'of']), 'tally-not-sum', same + up + down, of);
}

function checkContact({ plan, edition, report }: Check, { contact }: CaseStudy, path: Path): void {
  const reviewed = contact?.reviewed;
  const cutOff = edition['cut-off'];
  if (reviewed === undefined || reviewed >= yearBefore(cutOff)) return;
  report(plan.place(path), 'contact-not-reviewed', reviewed, cutOff);
}

/** One line of a panel of facts: what was printed, and what is worked out of it. */
type FactFound = {
  readonly fact: CaseFact;
  readonly value: Figure;
  readonly parts: readonly { readonly label: string; readonly figure: Figure }[];
  /** How many in all, and of a count the share that it is. */
  readonly whole: Figure | null;
  readonly share: Figure | null;
  /** What it was, where that is printed, and how far it has come since. */
  readonly earlier: Figure | null;
  readonly change: Figure | null;
  /** What it is elsewhere, where that is printed, and how far it is above. */
  readonly elsewhere: Figure | null;
  readonly above: Figure | null;
};

/** What became of all that were looked at again. */
type TallyFound = {
  readonly tally: CaseTally;
  readonly same: Figure;
  readonly up: Figure;
  readonly down: Figure;
  readonly of: Figure;
};

/** Makes the figures of a case study, each with the line of the file it was written in. */
type FactMaker = (
  part: string,
  kind: FigureKind,
  amount: Amount,
  rest: {
    readonly text: string;
    readonly working: string;
    readonly inputs?: readonly Figure[];
    readonly at?: Place;
  },
) => Figure;

/** The maker of one case study's figures, under the council it is about. */
export function factMaker(setting: Setting, study: Pick<CaseStudy, 'id' | 'area'>): FactMaker {
  return (part, kind, amount, said) =>
    entryFigure(setting, caseStudiesForm, kind, `${study.id}: ${part}`, amount, said, study.area);
}

const figureKindOf: Readonly<Record<FactKind, FigureKind>> = {
  count: 'count',
  percent: 'share',
  points: 'change',
  money: 'count',
  rank: 'rank',
};

const asPrinted = 'As the account prints it';

/** The figures of a fact: those printed, and the sum, share, change and difference that follow from them. */
export function factFigures(make: FactMaker, fact: CaseFact, at: Place): FactFound {
  const { id, kind, precision } = fact;
  const printed = (part: string, value: string, working = asPrinted, close: FactPrecision = 'exact') =>
    make(part, figureKindOf[kind], amountFrom(value, close), {
      text: factText(kind, value, close),
      working,
      at,
    });
  const parts = (fact.parts ?? []).map(({ label, value }) => ({
    label,
    figure: printed(`${id}, ${label}`, value),
  }));
  const main =
    fact.value === undefined ? sumOf(make, fact, parts) : printed(id, fact.value, asPrinted, precision);
  const whole =
    fact.of === undefined
      ? null
      : make(`${id}, in all`, 'count', countAmount(fact.of), {
          text: numberText(new Big(fact.of), 0),
          working: asPrinted,
          at,
        });
  return {
    fact,
    value: main,
    parts,
    whole,
    share: whole === null || kind !== 'count' ? null : shareOf(make, fact, main, whole),
    ...changeIn(make, fact, main, printed, at),
    ...differenceIn(make, fact, main, printed, at),
  };
}

/** The figures of a tally. */
function tallyFigures(make: FactMaker, tally: CaseTally, at: Place): TallyFound {
  const one = (name: 'same' | 'up' | 'down' | 'of', number: number) =>
    make(`tally, ${name}`, 'count', countAmount(number), { text: String(number), working: asPrinted, at });
  const { same, up, down = 0, of } = tally;
  return { tally, same: one('same', same), up: one('up', up), down: one('down', down), of: one('of', of) };
}

/** What the parts of a fact make together. */
function sumOf(make: FactMaker, { id, kind }: CaseFact, parts: FactFound['parts']): Figure {
  const sum = parts.reduce(
    (all, { figure: { amount } }) => (amount.kind === 'known' ? all.plus(amount.number) : all),
    new Big(0),
  );
  const text = factText(kind, sum.toFixed(), 'exact');
  const inputs = parts.map(part => part.figure);
  return make(id, figureKindOf[kind], amountFrom(sum.toFixed(), 'exact'), {
    text,
    inputs,
    working: 'The sum of its parts',
  });
}

type Printed = (part: string, value: string) => Figure;

/** Of "about 300" the share is about so much too; of "more than" and "almost" none is worked out. */
function shareOf(make: FactMaker, { id, precision }: CaseFact, value: Figure, whole: Figure): Figure | null {
  if (value.amount.kind === 'refused' || whole.amount.kind === 'refused') return null;
  if (precision === 'almost' || precision === 'more-than') return null;
  const about = precision === 'about';
  const decimals = about ? 0 : 1;
  const share = value.amount.number.times(100).div(whole.amount.number);
  const amount = { ...knownAmount(share, decimals), about };
  return make(`${id}, share`, 'share', amount, {
    text: factText('percent', amount.number.toFixed(decimals), precision),
    inputs: [value, whole],
    working: `Worked out from the two numbers, then rounded to ${about ? 'a whole number' : '1 decimal place'}`,
  });
}

/** Percentages change by points; counts and money by per cent of what they were (R01). */
function changeIn(make: FactMaker, fact: CaseFact, value: Figure, printed: Printed, at: Place) {
  const { id, kind, from, change } = fact;
  if (change !== undefined) {
    const amount = writtenAmount(change.by);
    const unit = change.in === 'points' ? 'percentage-points' : 'percent';
    const text =
      unit === 'percent' ? `${numberText(amount.number, amount.decimals)}%` : sizeText(amount, unit);
    return {
      earlier: null,
      change: make(`${id}, change`, 'change', amount, { text, working: asPrinted, at }),
    };
  }
  if (from === undefined) return { earlier: null, change: null };
  const earlier = printed(`${id}, before`, from.value);
  const inputs = [value, earlier];
  if (kind === 'percent' || kind === 'points' || kind === 'rank') {
    const amount = subtract(heldValue(value), heldValue(earlier));
    const text = kind === 'rank' ? placesText(amount) : sizeText(amount, 'percentage-points');
    return {
      earlier,
      change: make(`${id}, change`, 'change', amount, {
        text,
        inputs,
        working: 'Difference of the printed figures',
      }),
    };
  }
  const amount = relative(value, earlier);
  const text = amount.kind === 'refused' ? '[z]' : `${numberText(amount.number.abs(), 1)}%`;
  const working = 'The difference as a share of the earlier number, rounded to 1 decimal place';
  return { earlier, change: make(`${id}, change`, 'change', amount, { text, inputs, working }) };
}

function differenceIn(make: FactMaker, fact: CaseFact, value: Figure, printed: Printed, at: Place) {
  const { id, kind, beside, above } = fact;
  if (above !== undefined) {
    const amount = writtenAmount(above.by);
    const text = sizeText(amount, 'percentage-points');
    return {
      elsewhere: null,
      above: make(`${id}, above ${above.who}`, 'difference', amount, { text, working: asPrinted, at }),
    };
  }
  if (beside === undefined) return { elsewhere: null, above: null };
  const elsewhere = printed(`${id}, ${beside.who}`, beside.value);
  // What is counted in other things than points is only set beside it.
  if (kind !== 'percent' && kind !== 'points') return { elsewhere, above: null };
  const amount = subtract(heldValue(value), heldValue(elsewhere));
  const text = sizeText(amount, 'percentage-points');
  const inputs = [value, elsewhere];
  const working = 'Difference of the printed figures';
  return {
    elsewhere,
    above: make(`${id}, above ${beside.who}`, 'difference', amount, { text, inputs, working }),
  };
}

function relative(now: Figure, before: Figure): Amount {
  const [a, b] = [now.amount, before.amount];
  if (a.kind === 'refused') return a;
  if (b.kind === 'refused') return b;
  if (a.about || b.about) return { kind: 'refused', because: 'approximate' };
  if (b.number.eq(0)) return { kind: 'refused', because: 'no-earlier-figure' };
  return knownAmount(a.number.minus(b.number).times(100).div(b.number), 1);
}

/** "11 places", "1 place". */
function placesText(amount: Amount): string {
  if (amount.kind === 'refused') return refusalText(amount.because);
  const places = amount.number.abs();
  return `${numberText(places, 0)} ${places.eq(1) ? 'place' : 'places'}`;
}

function heldValue({ amount }: Figure): Value {
  if (amount.kind === 'refused') return { kind: 'absent', because: 'x' };
  return known(amount.number, amount.decimals, amount.about ? 'about' : 'rounded');
}

/** The number of a fact as an amount; not exact where the account says so. */
function amountFrom(value: string, precision: FactPrecision): Amount {
  return { ...writtenAmount(value), about: precision !== 'exact' };
}

const closeness: Readonly<Record<FactPrecision, string>> = {
  exact: '',
  about: 'about ',
  almost: 'almost ',
  'more-than': 'more than ',
};

/** "about 300", "84%", "£27", "19th". */
function factText(kind: FactKind, value: string, precision: FactPrecision): string {
  const number = numberText(new Big(value), decimalsIn(value));
  const texts: Readonly<Record<FactKind, string>> = {
    count: number,
    percent: `${number}%`,
    points: sizeText(writtenAmount(value), 'percentage-points'),
    money: `£${number}`,
    rank: ordinal(Number(value)),
  };
  return closeness[precision] + texts[kind];
}

/** A case study with the figures of its facts. */
type StudyFound = {
  readonly study: CaseStudy;
  /** The council's name. */
  readonly place: string;
  readonly facts: readonly FactFound[];
  readonly tally: TallyFound | null;
};

/** The case studies of an edition: by theme, and what was counted. */
type CaseStudiesFindings = {
  readonly themes: readonly {
    readonly id: string;
    readonly label: string;
    readonly studies: readonly StudyFound[];
  }[];
  readonly all: Figure;
};

/** The findings on the case studies of an edition. */
function caseStudiesFindings({ setting, plan }: PlanGiven<CaseStudies>): CaseStudiesFindings {
  const { themes, studies } = plan.value;
  const found = studies.map((study, at): StudyFound => {
    const make = factMaker(setting, study);
    const place = (...path: readonly (string | number)[]) => plan.place(['studies', at, ...path]);
    return {
      study,
      place: [...setting.areas.values()].find(area => hasCode(area, study.area))?.name ?? study.area,
      facts: study.facts.map((fact, index) => factFigures(make, fact, place('facts', index))),
      tally: study.tally === undefined ? null : tallyFigures(make, study.tally, place('tally')),
    };
  });
  return {
    themes: themes.map(theme => ({
      ...theme,
      studies: found.filter(({ study }) => study.theme === theme.id),
    })),
    all: counterIn({ setting, plan }, ['studies'])('all', found.length).figure,
  };
}

/** How many case studies there are, and the tally of each that has one. */
function caseStudiesSentences({ themes, all }: CaseStudiesFindings) {
  return {
    counts: [
      written(
        'case-studies.counts',
        all.text === '1'
          ? say`There is ${mention(all, 'one')} case study.`
          : say`There are ${mention(all)} case studies.`,
      ),
    ],
    themes: themes.map(theme => ({
      ...theme,
      studies: theme.studies.map(
        (found): StudySaid => ({
          ...found,
          tallied:
            found.tally === null
              ? []
              : [written(`case-studies.${found.study.id}.tally`, tallySentence(found.tally))],
        }),
      ),
    })),
  };
}

/** A case study with what became of all that were looked at again. */
type StudySaid = StudyFound & { readonly tallied: readonly Written[] };

/** "Of 15 inspections, ten stayed the same, five went up and none went down." (P40) */
function tallySentence({ tally, same, up, down, of }: TallyFound): Draft {
  const each = (figure: Figure, number: number) => mention(figure, countAlone(number));
  return say`Of ${mention(of)} ${tally.label}, ${each(same, tally.same)} left the grade as it was, ${each(up, tally.up)} raised it and ${each(down, tally.down ?? 0)} lowered it.`;
}

/** A fact as its line has it: the number, then what it is of, made of, what it was, and how it is elsewhere. */
export function factDraft(found: FactFound, asAt: string): Draft {
  if (isSharedOut(found)) return partsDraft(found);
  const rest = [partsDraft(found), changeDraft(found), aboveDraft(found), unrankedDraft(found)].filter(
    draft => draft.length > 0,
  );
  const time = found.fact['as-at'] ?? asAt;
  const when = time === asAt || found.fact.over !== undefined ? [] : [` ${someTimeWords(time)}`];
  return [...headDraft(found), ...when, ...rest.flatMap(draft => ['; ', ...draft])];
}

function headDraft({ fact, value, whole, share }: FactFound): Draft {
  if (fact.over !== undefined && fact.value === '0')
    return say`${mention(value, 'None')} ${windowWords(fact.over)}`;
  if (share !== null && whole !== null)
    return say`${mention(value)} of ${mention(whole)}, or ${mention(share)}`;
  if (whole === null) return [mention(value)];
  return fact.uninspected === undefined
    ? say`${mention(value)} of ${mention(whole)}`
    : say`${mention(value)} of those inspected among ${mention(whole)}`;
}

/** True of percentages that make up a whole, which need no total. */
function isSharedOut({ fact, parts }: FactFound): boolean {
  return fact.kind === 'percent' && parts.length > 0;
}

/** A rank without the number of those ranked says so (R09). */
function unrankedDraft({ fact, whole }: FactFound): Draft {
  return fact.kind === 'rank' && whole === null ? ['of how many is not said'] : [];
}

function windowWords({ from, to }: { readonly from: string; readonly to: string }): string {
  return from === to ? someTimeWords(from) : `from ${someTimeLabel(from)} to ${someTimeLabel(to)}`;
}

function partsDraft({ parts }: FactFound): Draft {
  return listed(parts.map(({ label, figure }) => say`${lower(label)} ${mention(figure)}`));
}

function changeDraft({ fact, earlier, change }: FactFound): Draft {
  if (change === null) return [];
  if (fact.change !== undefined) return say`up ${mention(change)} since ${someTimeLabel(fact.change.since)}`;
  if (earlier === null || fact.from === undefined) return [];
  const was = say`${mention(earlier)} ${someTimeWords(fact.from['as-at'])}`;
  if (change.amount.kind === 'refused') return say`it was ${was}`;
  const { sign } = change.amount;
  if (sign === 0) return say`the same as ${was}`;
  // A lower number is a higher place.
  const isUp = fact.kind === 'rank' ? sign === -1 : sign !== -1;
  return say`${isUp ? 'up' : 'down'} ${mention(change)} from ${was}`;
}

function aboveDraft({ fact, value, elsewhere, above }: FactFound): Draft {
  if (fact.above !== undefined && above !== null) return say`${mention(above)} above ${fact.above.who}`;
  if (elsewhere === null) return [];
  const who = fact.beside?.who ?? '';
  if (above === null || above.amount.kind === 'refused')
    return value.text === elsewhere.text
      ? say`the same as in ${who}`
      : say`beside ${mention(elsewhere)} in ${who}`;
  if (above.amount.sign === 0) return say`the same as in ${who}`;
  const side = above.amount.sign === -1 ? 'below' : 'above';
  return say`${mention(above)} ${side} ${who} (${mention(elsewhere)})`;
}

type Given = PlanLayout<CaseStudies, CaseStudiesFindings, ReturnType<typeof caseStudiesSentences>>;

/** What other councils did with their schools: by theme, with an index by place and a panel of facts for each. */
function caseStudiesPage(given: Given): PlanContents {
  const { layout, plan, said } = given;
  const { source, about } = plan.value;
  const publication = layout.setting.folder.sources.find(({ id }) => id === source);
  return {
    title: 'What other councils did with their schools',
    lead: `Case studies of ${someTimeLabel(plan.value['as-at'])}, in our own words. They are about other places, and what worked there may not work here.`,
    sections: [
      {
        id: 'about',
        heading: 'About these case studies',
        blocks: [
          wordsBlock(layout, about),
          sentencesBlock(layout, said.counts),
          ...(publication === undefined ? [] : [sourceBlock(publication, plan.value['as-at'])]),
        ],
      },
      { id: 'places', heading: 'By place', blocks: placesBlock(given) },
      ...said.themes.map(({ id, label, studies }) => ({
        id,
        heading: label,
        blocks: studies.map(study => entryOf(given, study)),
      })),
    ],
  };
}

function sourceBlock({ title, organisation, url }: Source, asAt: string): Block {
  const words = `Published ${someTimeWords(asAt)} by ${organisation} as `;
  return { kind: 'words', runs: [plainRun(words), linkRun(title, url), plainRun('.')] };
}

/** Every council in the order of the alphabet, with the theme it stands under. */
function placesBlock({ layout, found }: Given): readonly Block[] {
  const page = addresses.plan(layout.setting.edition.id, 'case-studies');
  const rows = found.themes
    .flatMap(({ label, studies }) => studies.map(study => ({ ...study, label })))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1));
  return listBlock(
    rows.map(({ place, study, label }) => [
      linkRun(place, `${page}#${study.id}`),
      plainRun(`: ${lower(label)}`),
    ]),
  );
}

function entryOf(given: Given, { study, place, facts, tally, tallied }: StudySaid): Block {
  const { layout, plan } = given;
  const asAt = plan.value['as-at'];
  const panel = facts.map(found => ({
    name: found.fact.label,
    runs: [...draftRuns(factDraft(found, asAt), layout.printer), ...noteRuns(found.fact.note)],
  }));
  return entryBlock({
    id: study.id,
    heading: `${place}: ${lower(study.title)}`,
    blocks: [
      wordsBlock(layout, study.done),
      ...factsBlock(panel),
      ...(tally === null ? [] : [sentencesBlock(layout, tallied), ...spacedNote(tally.tally.note)]),
      ...spacedNote(study.note),
      ...seeBlocks(given, study),
      ...contactBlocks(study),
    ],
  });
}

function noteRuns(note: string | undefined): readonly TextRun[] {
  return note === undefined ? [] : [plainRun(`. ${spaced(note)}`)];
}

function spacedNote(note: string | undefined): readonly Block[] {
  return note === undefined ? [] : noteBlock(spaced(note));
}

/** Where to read more: each link with its archived copy, and whether it has been looked at. */
function seeBlocks({ book }: Given, { see }: CaseStudy): readonly Block[] {
  return listBlock(referenceLines(book, see).map(runs => [plainRun('Read more: '), ...runs]));
}

function contactBlocks({ contact }: CaseStudy): readonly Block[] {
  if (contact === undefined) return [];
  const { role, printed, reviewed } = contact;
  const since = reviewed === undefined ? 'not reviewed since' : `reviewed on ${dateLabel(reviewed)}`;
  return [
    paragraph(`Contact at the council: ${lower(role)}, as printed ${someTimeWords(printed)}; ${since}.`),
  ];
}
