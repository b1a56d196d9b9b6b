import { Big } from 'big.js';
import { z } from 'zod';
import { knownAmount } from '../arithmetic.ts';
import type { Setting } from '../judgements/setting.ts';
import type { Figure, Tally } from '../model/figure.ts';
import { numberText } from '../model/format.ts';
import type { Path, Place } from '../model/place.ts';
import { capital, lower, namesInWords, nearest } from '../model/spelling.ts';
import { dateLabel, dayOf, deadlineSchema, deadlineText } from '../model/time.ts';
import {
  clausesOf,
  countWords,
  type Draft,
  listed,
  many,
  mention,
  numberedSentences,
  plural,
  say,
  someOf,
} from '../narrative/sentence.ts';
import { addresses } from '../pages/addresses.ts';
import {
  type Block,
  type BlockTable,
  cellOf,
  entryBlock,
  linkRun,
  linkRuns,
  linksBlock,
  listBlock,
  type PlanSection,
  paragraph,
  plainCell,
  plainRun,
  plainRuns,
  statusCell,
} from '../pages/blocks.ts';
import type { Layout } from '../pages/material.ts';
import { measureLinks } from '../pages/measure-links.ts';
import { sourceViews } from '../pages/source-views.ts';
import { statusView } from '../pages/status-views.ts';
import { planKind } from './kind.ts';
import type { PlanCheck } from './kit/checks.ts';
import { askOfKeys, entryId, entryRef, fact, plain, ref, role, words } from './kit/fields.ts';
import { counterIn, entryFigure, type PlanGiven, tallies } from './kit/findings.ts';
import { planForm } from './kit/form.ts';
import type { PlanContents } from './kit/judged.ts';
import type { Undertaking } from './kit/offers.ts';
import {
  factsBlock,
  figureRun,
  linksAfter,
  noteBlock,
  type PlanLayout,
  plainFact,
  section,
  sentencesBlock,
  tableBlock,
  tallyBlock,
  wordFact,
  wordRuns,
  wordsBlock,
} from './kit/page.ts';

const actionStatuses = ['done', 'under-way', 'not-started', 'not-stated'] as const;
export type ActionStatus = (typeof actionStatuses)[number];

const statementSchema = z.strictObject({
  id: entryId('statement'),
  words: words('The statement, its figures in braces'),
  'rests-on': z.array(fact('A fact that must be so, as "neet-16-17 better than England"')).default([]),
  unchecked: plain('Why what it says of others cannot be checked, in a full sentence').optional(),
});

const intendedSchema = z.strictObject({
  id: entryId('intended outcome'),
  words: words('What good looks like, without a number of its own: it is numbered by its place'),
  measures: z.array(ref('measure', 'What will tell')).default([]),
  unmeasured: plain('Instead of measures: why nothing will tell, in a full sentence').optional(),
  note: plain('Full sentences for readers').optional(),
});
askOfKeys(intendedSchema, { oneOf: ['measures', 'unmeasured'] });

const actionSchema = z.strictObject({
  id: entryId('action'),
  words: words('What is to be done'),
  theme: entryRef('theme of the plan', 'The theme it belongs to, one of those above').optional(),
  deadline: deadlineSchema,
  owners: z.array(role('Who answers for it')).default([]),
  'owner-not-stated': plain('Instead of owners: why none is given, in a full sentence').optional(),
  moves: z.array(ref('measure', 'A measure that it is meant to move')).default([]),
  status: z.enum(actionStatuses),
  reason: plain('Why no status is stated, in a full sentence').optional(),
  outcome: words('What came of the action of the year before that has this id').optional(),
  note: plain('Full sentences for readers').optional(),
});
askOfKeys(
  actionSchema,
  { oneOf: ['owners', 'owner-not-stated'] },
  { where: ['status', 'not-stated'], needs: ['reason'] },
);

const riskSchema = z.strictObject({
  id: entryId('risk'),
  words: words('What may go wrong'),
  mitigation: words('What is done about it'),
  owner: role('Who answers for it'),
  comparability: z
    .boolean()
    .default(false)
    .describe('True of a risk that years cannot be compared: the breaks of the measures are then listed'),
});

const deliverySchema = z.strictObject({
  source: ref('source', 'The publication: an id in sources.yaml'),
  title: plain('What it is to bring about'),
  owner: role('Who answers for the whole').optional(),
  note: plain('Full sentences for readers').optional(),
  problem: z.array(words('A paragraph')).default([]),
  strengths: z.array(statementSchema).default([]),
  improve: z.array(statementSchema).default([]),
  'intended-outcomes': z.array(intendedSchema).default([]),
  services: z.array(plain('A service of the council')).default([]),
  partners: z.array(plain('A partner')).default([]),
  spend: z
    .array(
      z.strictObject({
        id: entryId('item of spending'),
        label: plain('What is spent, and how often'),
        pounds: z.int().min(1).describe('In pounds, all digits'),
        by: plain('When, as "2020"').optional(),
      }),
    )
    .default([]),
  achievements: z
    .array(z.strictObject({ id: entryId('achievement'), words: words('What was achieved') }))
    .default([]),
  themes: z
    .array(
      z.strictObject({
        id: entryId('theme of the plan'),
        label: plain('Its name'),
        initiatives: z.array(words('An initiative')).default([]),
      }),
    )
    .default([]),
  actions: z.array(actionSchema).default([]),
  risks: z.array(riskSchema).default([]),
  interdependencies: z
    .array(
      z.strictObject({
        id: entryId('interdependency'),
        label: plain('The other plan or project'),
        words: words('How the two depend on each other'),
      }),
    )
    .default([]),
});

type Delivery = z.output<typeof deliverySchema>;
export type Action = Delivery['actions'][number];
type Statement = Delivery['strengths'][number];

const deliveryForm = planForm({ id: 'delivery', name: 'What is being done', schema: deliverySchema });

/** What is being done to bring an outcome about, by whom and by when. */
export const delivery = planKind({
  form: deliveryForm,
  check: checkDelivery,
  find: deliveryFindings,
  say: deliverySentences,
  page: deliveryPage,
  offers: {
    by: 'deadline',
    undertakings: ({ actions }) => actions.map(undertaking),
    now: ({ found, said }) => ({
      counts: said.counts,
      undertakings: found.actions.map(({ action, standing }) => ({
        ...undertaking(action),
        standing,
        isBehind: behind.includes(standing),
        deadline: action.deadline,
        outcome: action.outcome,
        notStated: action.reason,
      })),
      untimed: found.counts.find(({ of }) => of === 'going-on'),
    }),
  },
});

type Check = PlanCheck<Delivery>;

const besideOthers =
  /\b(?:above|below)\b(?! all\b)|\b(?:better|worse|higher|lower|narrower|wider|larger|smaller) than\b|\{[^{}]* (?:of|against) [^{}]*\}/i;

/** "(iv)", "3.", "b)": a number that somebody typed before an item of a list. */
const typedNumber = /^\s*\(?(?:[ivx]{1,5}|\d{1,2}|[a-z])[).]\s/i;

function checkDelivery(check: Check): void {
  const { value } = check.plan;
  (['strengths', 'improve'] as const).forEach(list => {
    value[list].forEach((statement, at) => {
      checkStatement(check, statement, [list, at]);
    });
  });
  checkNumbers(check);
  value.actions.forEach((action, at) => {
    checkAction(check, action, ['actions', at]);
  });
}

/** What is said of others must be checkable, or say why it is not. */
function checkStatement({ plan, report }: Check, statement: Statement, path: Path): void {
  const { words, unchecked } = statement;
  const found = besideOthers.exec(words);
  if (found !== null && statement['rests-on'].length === 0 && unchecked === undefined)
    report(plan.place([...path, 'words']), 'unchecked-comparison', found[0]);
}

/** Lists are numbered by the report (X26). */
function checkNumbers({ plan, report }: Check): void {
  const { value } = plan;
  const items: readonly { readonly words: string; readonly path: Path }[] = [
    ...(['intended-outcomes', 'achievements', 'actions', 'risks'] as const).flatMap(list =>
      value[list].map(({ words }, at) => ({ words, path: [list, at, 'words'] })),
    ),
    ...value.themes.flatMap(({ initiatives }, at) =>
      initiatives.map((words, index) => ({ words, path: ['themes', at, 'initiatives', index] })),
    ),
  ];
  for (const { words, path } of items) {
    const typed = typedNumber.exec(words);
    if (typed !== null) report(plan.place(path), 'numbered-by-hand', typed[0].trim());
  }
}

function checkAction(check: Check, action: Action, path: Path): void {
  const { plan, before, edition, report } = check;
  const { id, status, deadline, outcome } = action;
  const day = dayOf(deadline);
  if (status === 'not-stated' && day !== null && day < edition['cut-off'])
    report(
      plan.place([...path, 'deadline']),
      'deadline-passed',
      id,
      dateLabel(day),
      edition['cut-off'],
      deadline.kind === 'from' ? 'to begin' : 'due',
    );
  const promised = deliveryForm.in(before)?.value.actions.map(each => each.id) ?? [];
  if (outcome !== undefined && !promised.includes(id))
    report(plan.place([...path, 'outcome']), 'outcome-without-promise', id, nearest(id, promised));
}

/** Where an action stands at the edition's cut-off: as the council states it, or as its deadline says. */
const standings = [
  'done',
  'under-way',
  'overdue',
  'passed-not-stated',
  'not-started',
  'was-to-begin',
  'to-come',
  'each-year',
  'going-on',
] as const;
type Standing = (typeof standings)[number];

export type DeliveryFindings = ReturnType<typeof deliveryFindings>;

function deliveryFindings(given: PlanGiven<Delivery>) {
  const { setting, plan } = given;
  const actions = plan.value.actions.map(action => ({
    action,
    standing: standingOf(action, setting.edition['cut-off']),
  }));
  const count = counterIn(given, ['actions'], 'Counted from the actions of the plan');
  const earlier = given.before?.value.actions;
  const told = earlier?.filter(({ id }) => plan.value.actions.some(each => each.id === id));
  return {
    actions,
    /** How many actions the edition before had, and how many of them this one tells of. */
    promised: earlier === undefined ? null : count('of the year before', earlier.length),
    told: told === undefined ? null : count('of the year before, told of', told.length),
    all: count('all', actions.length),
    counts: tallies(count, actions, 'standing', standings),
    spend: plan.value.spend.map((each, at) => ({
      ...each,
      figure: spent(setting, each, plan.place(['spend', at, 'pounds'])),
    })),
  };
}

/** Where an action stands: overdue where its day has passed and it is not done (X28). */
export function standingOf({ status, deadline }: Action, cutOff: string): Standing {
  if (status === 'done') return 'done';
  const day = dayOf(deadline);
  const hasPassed = day !== null && day < cutOff;
  if (status === 'not-stated') return unstatedOf(deadline, hasPassed);
  // An action that goes on from a month is not overdue once it has begun.
  if (deadline.kind === 'from' && status === 'under-way') return 'under-way';
  return hasPassed ? 'overdue' : status;
}

/** What the deadline alone says of an action: a month to begin in is none to end by, and what is due each year has one. */
function unstatedOf({ kind }: Action['deadline'], hasPassed: boolean): Standing {
  switch (kind) {
    case 'day':
    case 'month':
    case 'year':
      return hasPassed ? 'passed-not-stated' : 'to-come';
    case 'from':
      return hasPassed ? 'was-to-begin' : 'to-come';
    case 'annual':
      return 'each-year';
    case 'ongoing':
    case 'not-stated':
      return 'going-on';
  }
}

/** An amount of money that the plan gives: "£11,500,000", printed in millions where it is whole tenths of one. */
function spent(setting: Setting, { id, pounds }: Delivery['spend'][number], at: Place): Figure {
  const number = new Big(pounds);
  const millions = number.div(1_000_000);
  const isRound = pounds >= 1_000_000 && pounds % 100_000 === 0;
  const text = isRound
    ? `£${numberText(millions, pounds % 1_000_000 === 0 ? 0 : 1)} million`
    : `£${numberText(number, 0)}`;
  const said = { text, at, working: 'As given in the plan' };
  return entryFigure(setting, deliveryForm, 'money', id, knownAmount(number, 0), said);
}

export function deliverySentences({ all, counts, promised, told }: DeliveryFindings) {
  const clauses = clausesOf(counts, standingWords);
  return {
    counts: numberedSentences(
      'delivery.counts',
      clauses.length === 0
        ? []
        : [say`Of ${mention(all.figure)} ${plural(all, 'action', 'actions')}, ${listed(clauses)}.`],
    ),
    before: numberedSentences('delivery.before', beforeDrafts(promised, told)),
  };
}

/** How many of last year's actions are told of: "none", "two", "all three"; of one action "it". */
function beforeDrafts(promised: Tally | null, told: Tally | null): readonly Draft[] {
  if (promised === null || told === null || promised.count === 0) return [];
  const isAll = told.count >= promised.count;
  const all = promised.count === 1 ? 'it' : `all ${countWords(promised.count)}`;
  return [
    say`The edition before had ${mention(promised.figure)} ${plural(promised, 'action', 'actions')}; this one tells of ${isAll ? mention(told.figure, all) : many(told)}.`,
  ];
}

const standingWords: Readonly<Record<Standing, readonly [string, string]>> = {
  done: ['is done', 'are done'],
  'under-way': ['is under way', 'are under way'],
  overdue: ['is overdue', 'are overdue'],
  'passed-not-stated': [
    'has passed its deadline with no status stated',
    'have passed their deadline with no status stated',
  ],
  'not-started': ['has not been started', 'have not been started'],
  'was-to-begin': ['was to begin by now with no status stated', 'were to begin by now with no status stated'],
  'to-come': ['is not yet due', 'are not yet due'],
  'each-year': ['is due each year with no status stated', 'are due each year with no status stated'],
  'going-on': ['has no deadline and no status', 'have no deadline and no status'],
};

type Given = PlanLayout<Delivery, DeliveryFindings, ReturnType<typeof deliverySentences>>;

function deliveryPage(given: Given): PlanContents {
  const { layout, plan } = given;
  const { title, owner, source, problem, note, strengths, improve, achievements, interdependencies } =
    plan.value;
  const achieved = achievements.map(({ words }) => wordRuns(layout, words));
  const depends = interdependencies.flatMap(({ label, words }) => wordFact(layout, label, words));
  return {
    title: 'What is being done',
    lead: `${title}.${owner === undefined ? '' : ` Owner: ${owner}.`}`,
    sections: [
      section('problem', 'The problem', [
        ...problem.map(text => wordsBlock(layout, text)),
        ...noteBlock(note),
      ]),
      section('strengths', 'What goes well', statementBlocks(layout, strengths)),
      section('improve', 'What is to improve', statementBlocks(layout, improve)),
      section('intended', 'What good will look like', intendedBlocks(given)),
      section('achieved', 'What has been achieved', listBlock(achieved, true)),
      section('actions', 'What is to be done, and where it stands', actionBlocks(given)),
      section('before', 'What we said, and what happened', beforeBlocks(given)),
      whoSection(given),
      section('risks', 'What may go wrong', riskBlocks(given)),
      section('links', 'What depends on what', factsBlock(depends)),
      section('about', 'About this page', sourceBlocks(layout, source)),
    ],
  };
}

function sourceBlocks({ setting: { folder } }: Layout, source: string): readonly Block[] {
  return sourceViews(folder.sources, [source]).map(({ title, href, detail }) => ({
    kind: 'note',
    runs: [plainRun('Set out in '), linkRun(title, href), plainRun(`, ${detail}`)],
  }));
}

/** Statements, each with whether the figures of the report bear it out. */
function statementBlocks(layout: Layout, statements: readonly Statement[]): readonly Block[] {
  return listBlock(
    statements.map(({ words, unchecked, 'rests-on': facts }) => [
      ...wordRuns(layout, words),
      ...(facts.length === 0 ? [] : [plainRun(' This was checked against the figures.')]),
      ...(unchecked === undefined ? [] : [plainRun(` This was not checked: ${lower(unchecked)}`)]),
    ]),
  );
}

function intendedBlocks({ layout, plan }: Given): readonly Block[] {
  return listBlock(
    plan.value['intended-outcomes'].map(({ words, measures, unmeasured, note: said }) => [
      ...wordRuns(layout, words),
      ...linksAfter(' Measured by: ', measureLinks(layout, measures)),
      ...(unmeasured === undefined ? [] : [plainRun(` Nothing measures this: ${lower(unmeasured)}`)]),
      ...(said === undefined ? [] : [plainRun(` ${said}`)]),
    ]),
    true,
  );
}

/** "Services, partners and spending", as far as the plan has them. */
function whoSection({ layout, plan, found }: Given): PlanSection {
  const spend = found.spend.map(({ label, by, figure }) => ({
    name: label,
    runs: [figureRun(layout, figure), ...(by === undefined ? [] : [plainRun(`, by ${by}`)])],
  }));
  const parts = [
    {
      id: 'services',
      heading: 'Services of the council',
      blocks: listBlock(plan.value.services.map(plainRuns)),
    },
    { id: 'partners', heading: 'Partners', blocks: listBlock(plan.value.partners.map(plainRuns)) },
    { id: 'spending', heading: 'Spending', blocks: factsBlock(spend) },
  ].filter(({ blocks }) => blocks.length > 0);
  return section('who', capital(namesInWords(parts.map(({ id }) => id))), parts.map(entryBlock));
}

function riskBlocks({ layout, plan }: Given): readonly Block[] {
  return plan.value.risks.map(({ id, words, mitigation, owner, comparability }, at): Block => {
    const breaks = comparability ? breakRuns(layout, plan.value) : [];
    return entryBlock({
      id: `risk-${id}`,
      heading: `Risk ${at + 1}`,
      blocks: [
        wordsBlock(layout, words),
        ...factsBlock([
          ...wordFact(layout, 'What is done about it', mitigation),
          ...plainFact('Owner', owner),
        ]),
        ...(breaks.length === 0
          ? []
          : [paragraph('Of the measures named here, these changed in how they are measured:')]),
        ...listBlock(breaks),
      ],
    });
  });
}

/** The breaks, up to the edition's year, of the measures that the plan is to move: what makes years hard to compare (F45). */
function breakRuns(layout: Layout, { actions, 'intended-outcomes': intended }: Delivery) {
  const { edition, folder } = layout.setting;
  const named = new Set([
    ...actions.flatMap(({ moves }) => moves),
    ...intended.flatMap(({ measures }) => measures),
  ]);
  return folder.indicators
    .filter(({ id }) => named.has(id))
    .flatMap(({ id, breaks }) =>
      breaks
        .filter(({ from }) => from <= edition.period)
        .map(({ note }) => [...linkRuns(measureLinks(layout, [id])), plainRun(`: ${lower(note)}`)]),
    );
}

function actionBlocks(given: Given): readonly Block[] {
  const { layout, plan, found, said } = given;
  const { actions } = found;
  if (actions.length === 0) return [];
  const ofTheme = (id?: string) => actions.filter(({ action }) => action.theme === id);
  const tabled = plan.value.themes.filter(({ id }) => ofTheme(id).length > 0).map(({ id }) => id);
  const tableOf = (id: string | undefined, caption: string) => {
    const number = id === undefined ? tabled.length + 1 : tabled.indexOf(id) + 1;
    const rows = ofTheme(id);
    return rows.length === 0 ? [] : [actionTable(given, `actions-${id ?? 'all'}`, number, caption, rows)];
  };
  return [
    sentencesBlock(layout, said.counts),
    tallyBlock(layout, someOf(found.counts)),
    ...plan.value.themes.map(({ id, label, initiatives }) =>
      entryBlock({
        id: `theme-${id}`,
        heading: label,
        blocks: [
          ...listBlock(initiatives.map(text => wordRuns(layout, text))),
          ...tableOf(id, `Actions: ${label}`),
        ],
      }),
    ),
    ...tableOf(undefined, 'Actions'),
    ...actions.flatMap(({ action }, at) => actionNote(layout, action, at + 1)),
    // Each reason once why a status is not stated.
    ...[...new Set(actions.map(({ action }) => action.reason))].flatMap(noteBlock),
  ];
}

/** What readers should know of an action, under its number, which leads to its row. */
function actionNote(layout: Layout, { id, note }: Action, number: number): readonly Block[] {
  if (note === undefined) return [];
  const href = `${addresses.plan(layout.setting.edition.id, deliveryForm.id)}#${id}`;
  return [{ kind: 'note', runs: [linkRun(`Action ${number}`, href), plainRun(`. ${note}`)] }];
}

function actionTable(
  { layout, found }: Given,
  id: string,
  number: number,
  caption: string,
  actions: DeliveryFindings['actions'],
): BlockTable {
  const rows = actions.map(each => {
    const { action, standing } = each;
    const { owners, 'owner-not-stated': why = 'none is given.' } = action;
    const moves = linkRuns(measureLinks(layout, action.moves));
    return {
      id: action.id,
      header: [plainRun(`${found.actions.indexOf(each) + 1}. `), ...wordRuns(layout, action.words)],
      cells: [
        plainCell(deadlineText(action.deadline)),
        plainCell(owners.length === 0 ? `Not stated: ${lower(why)}` : owners.join('; ')),
        cellOf(moves.length === 0 ? plainRuns('No measure') : moves),
        statusCell(statusView(standing)),
      ],
    };
  });
  return tableBlock(id, caption, ['Action', 'Due', 'Owner', 'Meant to move', 'Status'], rows, { number });
}

/** How many of last year's actions are told of, and the page that tells what came of each. */
function beforeBlocks({ layout, before, said }: Given): readonly Block[] {
  if (before === null) return [];
  const href = `${addresses.page(layout.setting.edition.id, 'plans')}#before`;
  return [
    sentencesBlock(layout, said.before),
    ...linksBlock([{ text: 'What was said of each, and what happened', href }]),
  ];
}

const behind: readonly Standing[] = ['overdue', 'passed-not-stated'];

function undertaking({ id, words, owners, moves, 'owner-not-stated': ownerNotStated }: Action): Undertaking {
  const what = { kind: deliveryForm.id, what: 'action', id, name: words };
  return { ...what, owners, ownerNotStated, moves, targets: [] };
}
