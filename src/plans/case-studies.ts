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
import { type Draft, listed, many, mention, say, written } from '../narrative/sentence.ts';
import { addresses } from '../pages/addresses.ts';
import { type Block, entryBlock, linkRun, listBlock, paragraph, plainRun } from '../pages/blocks.ts';
import { draftRuns } from '../pages/cells.ts';
import { at } from '../pages/material.ts';
import { planKind } from './kind.ts';
import type { PlanCheck } from './kit/checks.ts';
import { askOfKeys, entryId, entryRef, key, plain, ref } from './kit/fields.ts';
import { counterIn, type EntrySaid, entryFigure, type PlanGiven } from './kit/findings.ts';
import { planForm } from './kit/form.ts';
import type { PlanContents } from './kit/judged.ts';
import { factsBlock, noteBlock, type PlanLayout, section, sentencesBlock, wordsBlock } from './kit/page.ts';
import { referenceLines } from './references.ts';

const factKinds = ['count', 'percent', 'points', 'money', 'rank'] as const;
type FactKind = (typeof factKinds)[number];

export const factPrecisions = ['exact', 'about', 'almost', 'more-than'] as const;
type FactPrecision = (typeof factPrecisions)[number];

const decimal = unsignedText('528 or 78.6');
const count = z.int().min(0);

/** One line of a panel of facts: a number as it was printed, and what it goes with. All else is worked out. */
export const factSchema = z.strictObject({
  id: key('Its id within the case study'),
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
askOfKeys(
  factSchema,
  { anyOf: ['value', 'parts'] },
  { where: ['change'], excludes: ['from'] },
  { where: ['above'], excludes: ['beside'] },
  { where: ['uninspected'], needs: ['of'] },
  { where: ['kind', 'count', 'points', 'money', 'rank'], excludes: ['uninspected'] },
  { where: ['kind', 'points', 'money'], excludes: ['of'] },
);

/** What became of all that were looked at again: kept, went up, went down. */
const tallySchema = z.strictObject({
  label: plain('What was looked at, in the plural, as "inspections of the autumn"'),
  same: count.describe('How many stayed as they were'),
  up: count.describe('How many went up'),
  down: count.describe('How many went down; 0 where the others make up all'),
  of: count.describe('How many in all'),
  note: plain('What readers should know of it').optional(),
});

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

const caseStudiesSchema = z.strictObject({
  source: ref('source', 'The publication'),
  'as-at': someTime('When the facts were so, where they do not say'),
  about: plain('What the collection is, in full sentences'),
  themes: z
    .array(z.strictObject({ id: key('Its id'), label: plain('Its name on pages') }))
    .min(1)
    .describe('The themes, in the order of the page'),
  studies: z.array(caseStudySchema).min(1),
});

export type CaseFact = z.output<typeof factSchema>;
type CaseStudy = z.output<typeof caseStudySchema>;
type CaseTally = z.output<typeof tallySchema>;
type CaseStudies = z.output<typeof caseStudiesSchema>;

const caseStudiesForm = planForm({ id: 'case-studies', name: 'Case studies', schema: caseStudiesSchema });

/** What other councils did with their schools, with the numbers that were printed of it. */
export const caseStudies = planKind({
  form: caseStudiesForm,
  check: checkCaseStudies,
  find: caseStudiesFindings,
  say: caseStudiesSentences,
  page: caseStudiesPage,
});

type Check = PlanCheck<CaseStudies>;

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
    checkParts(check, fact, here);
    checkShare(check, fact, here);
    checkChange(check, fact, here);
    checkWindow(check, fact, here);
  });
}

function checkParts({ plan, report }: Check, { label, value, parts }: CaseFact, path: Path): void {
  if (parts === undefined) return;
  const sum = sumOf(parts);
  if (value !== undefined && !sum.eq(value))
    report(plan.place([...path, 'value']), 'parts-not-sum', label, value, sum.toFixed());
}

function sumOf(parts: NonNullable<CaseFact['parts']>): Big {
  return parts.reduce((all, { value }) => all.plus(value), new Big(0));
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

/** A percentage changes in points, and nothing else does; what is called per cent of it is most often that (X16). */
function checkChange({ plan, report }: Check, { kind, value, change }: CaseFact, path: Path): void {
  if (kind !== 'percent' && change?.in === 'points')
    report(plan.place([...path, 'change', 'in']), 'keys-at-odds', 'in: points', `kind: ${kind}`);
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
  if (same + up + down !== of) report(plan.place([...path, 'of']), 'tally-not-sum', same + up + down, of);
}

function checkContact({ plan, edition, report }: Check, { contact }: CaseStudy, path: Path): void {
  const reviewed = contact?.reviewed;
  const cutOff = edition['cut-off'];
  if (reviewed === undefined || reviewed >= yearBefore(cutOff)) return;
  report(plan.place(path), 'contact-not-reviewed', reviewed, cutOff);
}

/** The maker of one case study's figures, under the council it is about. */
export function factMaker(setting: Setting, study: Pick<CaseStudy, 'id' | 'area'>) {
  return (part: string, kind: FigureKind, amount: Amount, said: EntrySaid) =>
    entryFigure(setting, caseStudiesForm, kind, `${study.id}: ${part}`, amount, said, study.area);
}

type FactMaker = ReturnType<typeof factMaker>;

const figureKindOf: Readonly<Record<FactKind, FigureKind>> = {
  count: 'count',
  percent: 'share',
  points: 'change',
  money: 'count',
  rank: 'rank',
};

const asPrinted = 'As the account prints it';

export function factFigures(make: FactMaker, fact: CaseFact, at: Place) {
  const { id, kind, precision, of } = fact;
  const printed = (part: string, value: string, close: FactPrecision = 'exact') =>
    make(part, figureKindOf[kind], amountFrom(value, close), {
      text: factText(kind, value, close),
      working: asPrinted,
      at,
    });
  const parts = (fact.parts ?? []).map(({ label, value }) => ({
    label,
    figure: printed(`${id}, ${label}`, value),
  }));
  const sum = sumOf(fact.parts ?? []).toFixed();
  const value =
    fact.value === undefined
      ? make(id, figureKindOf[kind], amountFrom(sum, 'exact'), {
          text: factText(kind, sum, 'exact'),
          inputs: parts.map(({ figure }) => figure),
          working: 'The sum of its parts',
        })
      : printed(id, fact.value, precision);
  const whole =
    of === undefined
      ? null
      : make(`${id}, in all`, 'count', countAmount(of), {
          text: numberText(new Big(of), 0),
          working: asPrinted,
          at,
        });
  return {
    fact,
    value,
    parts,
    /** How many in all, and of a count the share that it is. */
    whole,
    share: whole === null || kind !== 'count' ? null : shareOf(make, fact, value, whole),
    ...changeIn(make, fact, value, printed, at),
    ...differenceIn(make, fact, value, printed, at),
  };
}

type FactFound = ReturnType<typeof factFigures>;

function tallyFigures(make: FactMaker, tally: CaseTally, at: Place) {
  const one = (name: 'same' | 'up' | 'down' | 'of') => {
    const count = tally[name];
    const figure = make(`tally, ${name}`, 'count', countAmount(count), {
      text: String(count),
      working: asPrinted,
      at,
    });
    return { count, figure };
  };
  const { label, note } = tally;
  return { label, note, same: one('same'), up: one('up'), down: one('down'), of: one('of').figure };
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

const difference = 'Difference of the printed figures';

/** What it was, and how far it has come: percentages change by points, counts and money by per cent of what they were (R01). */
function changeIn(make: FactMaker, fact: CaseFact, value: Figure, printed: Printed, at: Place) {
  const { id, kind, from, change } = fact;
  const changed = (amount: Amount, said: EntrySaid) => make(`${id}, change`, 'change', amount, said);
  if (change !== undefined) {
    const amount = writtenAmount(change.by);
    const text = change.in === 'points' ? sizeText(amount, 'percentage-points') : percentText(amount);
    return { earlier: null, change: changed(amount, { text, working: asPrinted, at }) };
  }
  if (from === undefined) return { earlier: null, change: null };
  const earlier = printed(`${id}, before`, from.value);
  const inputs = [value, earlier];
  if (kind === 'count' || kind === 'money') {
    const amount = relative(value, earlier);
    const working = 'The difference as a share of the earlier number, rounded to 1 decimal place';
    return { earlier, change: changed(amount, { text: percentText(amount), inputs, working }) };
  }
  const amount = subtract(heldValue(value), heldValue(earlier));
  const text = kind === 'rank' ? placesText(amount) : sizeText(amount, 'percentage-points');
  return { earlier, change: changed(amount, { text, inputs, working: difference }) };
}

/** What it is elsewhere, where that is printed, and how far it is above. */
function differenceIn(make: FactMaker, fact: CaseFact, value: Figure, printed: Printed, at: Place) {
  const { id, kind, beside, above } = fact;
  const apart = (who: string, amount: Amount, said: Omit<EntrySaid, 'text'>) =>
    make(`${id}, above ${who}`, 'difference', amount, {
      text: sizeText(amount, 'percentage-points'),
      ...said,
    });
  if (above !== undefined) {
    const amount = writtenAmount(above.by);
    return { elsewhere: null, above: apart(above.who, amount, { working: asPrinted, at }) };
  }
  if (beside === undefined) return { elsewhere: null, above: null };
  const elsewhere = printed(`${id}, ${beside.who}`, beside.value);
  // What is counted in other things than points is only set beside it.
  if (kind !== 'percent' && kind !== 'points') return { elsewhere, above: null };
  const amount = subtract(heldValue(value), heldValue(elsewhere));
  return {
    elsewhere,
    above: apart(beside.who, amount, { inputs: [value, elsewhere], working: difference }),
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

function percentText(amount: Amount): string {
  return amount.kind === 'refused' ? '[z]' : `${numberText(amount.number.abs(), amount.decimals)}%`;
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

type CaseStudiesFindings = ReturnType<typeof caseStudiesFindings>;

function caseStudiesFindings({ setting, plan }: PlanGiven<CaseStudies>) {
  const { themes, studies } = plan.value;
  const found = studies.map((study, at) => {
    const make = factMaker(setting, study);
    const place = (...path: Path) => plan.place(['studies', at, ...path]);
    return {
      study,
      /** The council's name. */
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
    all: counterIn({ setting, plan }, ['studies'])('all', found.length),
  };
}

function caseStudiesSentences({ themes, all }: CaseStudiesFindings) {
  const tallied = themes.flatMap(({ studies }) =>
    studies.flatMap(({ study: { id }, tally }) =>
      tally === null ? [] : [written(`case-studies.${id}.tally`, tallySentence(tally))],
    ),
  );
  const count =
    all.count === 1
      ? say`There is ${many(all)} case study.`
      : say`There are ${mention(all.figure)} case studies.`;
  return { counts: [written('case-studies.counts', count)], tallied };
}

/** "Of 15 inspections, ten stayed the same, five went up and none went down." (P40) */
function tallySentence({ label, same, up, down, of }: ReturnType<typeof tallyFigures>): Draft {
  return say`Of ${mention(of)} ${label}, ${many(same)} left the grade as it was, ${many(up)} raised it and ${many(down)} lowered it.`;
}

/** A fact as its line has it: the number, then what it is of, made of, what it was, and how it is elsewhere. */
export function factDraft(found: FactFound, asAt: string): Draft {
  // Percentages that make up a whole need no total; a rank without the number of those ranked says so (R09).
  if (found.fact.kind === 'percent' && found.parts.length > 0) return partsDraft(found);
  const unranked = found.fact.kind === 'rank' && found.whole === null ? ['of how many is not said'] : [];
  const rest = [partsDraft(found), changeDraft(found), aboveDraft(found), unranked].filter(
    draft => draft.length > 0,
  );
  const time = found.fact['as-at'] ?? asAt;
  const when = time === asAt || found.fact.over !== undefined ? [] : [` ${someTimeWords(time)}`];
  return [...headDraft(found), ...when, ...rest.flatMap(draft => ['; ', ...draft])];
}

function headDraft({ fact, value, whole, share }: FactFound): Draft {
  if (fact.over !== undefined && fact.value === '0') {
    const { from, to } = fact.over;
    const when = from === to ? someTimeWords(from) : `from ${someTimeLabel(from)} to ${someTimeLabel(to)}`;
    return say`${mention(value, 'None')} ${when}`;
  }
  if (share !== null && whole !== null)
    return say`${mention(value)} of ${mention(whole)}, or ${mention(share)}`;
  if (whole === null) return [mention(value)];
  return fact.uninspected === undefined
    ? say`${mention(value)} of ${mention(whole)}`
    : say`${mention(value)} of those inspected among ${mention(whole)}`;
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

function caseStudiesPage(given: Given): PlanContents {
  const { layout, plan, found, said } = given;
  const { edition } = layout.setting;
  const { source, about, 'as-at': asAt } = plan.value;
  const publication = layout.setting.folder.sources.find(({ id }) => id === source);
  return {
    title: 'What other councils did with their schools',
    lead: `Case studies of ${someTimeLabel(asAt)}, in our own words. They are about other places, and what worked there may not work here.`,
    sections: [
      section('about', 'About these case studies', [
        wordsBlock(layout, about),
        sentencesBlock(layout, said.counts),
        ...(publication === undefined ? [] : [sourceBlock(publication, asAt)]),
      ]),
      section('places', 'By place', placesBlock(given)),
      ...found.themes.map(({ id, label, studies }) => {
        const page = addresses.plan(edition.id, 'case-studies');
        const place = {
          href: addresses.evidence(edition.id, 'case-studies'),
          id,
          heading: label,
          source: null,
        };
        const ofTheme = { ...given, layout: at(layout, page, place) };
        return section(
          id,
          label,
          studies.map(study => studyEntry(ofTheme, study)),
        );
      }),
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

type StudyFound = CaseStudiesFindings['themes'][number]['studies'][number];

function studyEntry({ layout, plan, book, said }: Given, { study, place, facts, tally }: StudyFound): Block {
  const panel = facts.map(found => {
    const { label, note } = found.fact;
    const said = draftRuns(factDraft(found, plan.value['as-at']), layout.printer);
    return { name: label, runs: note === undefined ? said : [...said, plainRun(`. ${spaced(note)}`)] };
  });
  const tallied = said.tallied.filter(({ id }) => id === `case-studies.${study.id}.tally`);
  return entryBlock({
    id: study.id,
    heading: `${place}: ${lower(study.title)}`,
    blocks: [
      wordsBlock(layout, study.done),
      ...factsBlock(panel),
      ...(tallied.length === 0 ? [] : [sentencesBlock(layout, tallied)]),
      ...spacedNote(tally?.note),
      ...spacedNote(study.note),
      ...listBlock(referenceLines(book, study.see).map(runs => [plainRun('Read more: '), ...runs])),
      ...contactBlocks(study),
    ],
  });
}

function spacedNote(note: string | undefined): readonly Block[] {
  return note === undefined ? [] : noteBlock(spaced(note));
}

function contactBlocks({ contact }: CaseStudy): readonly Block[] {
  if (contact === undefined) return [];
  const { role, printed, reviewed } = contact;
  const since = reviewed === undefined ? 'not reviewed since' : `reviewed on ${dateLabel(reviewed)}`;
  return [
    paragraph(`Contact at the council: ${lower(role)}, as printed ${someTimeWords(printed)}; ${since}.`),
  ];
}
