import { capital, lower } from '../../model/spelling.ts';
import { deadlineText } from '../../model/time.ts';
import { addresses } from '../../pages/addresses.ts';
import {
  type Block,
  type BlockTable,
  cellOf,
  listBlock,
  type PlanSection,
  plainCell,
  plainRun,
  plainRuns,
  statusCell,
} from '../../pages/blocks.ts';
import type { Layout } from '../../pages/material.ts';
import { measureLinks } from '../../pages/measure-links.ts';
import { sourceViews } from '../../pages/source-views.ts';
import { statusView } from '../../pages/status-views.ts';
import type { TextRun } from '../../pages/view.ts';
import type { PlanContents } from '../kit/judged.ts';
import { figureRun, linkRun, type PlanLayout, sentencesBlock, wordRuns } from '../kit/page.ts';
import type { ActionFindings, DeliveryFindings } from './findings.ts';
import type { Action, Delivery, Statement } from './schema.ts';
import type { deliverySentences } from './words.ts';

type Given = PlanLayout<Delivery, DeliveryFindings, ReturnType<typeof deliverySentences>>;

/** What is being done: the problem, what good looks like, who does what by when, and what may go wrong. */
export function deliveryPage(given: Given): PlanContents {
  const { layout, plan } = given;
  const { title, owner, source } = plan.value;
  const who = owner === undefined ? '' : ` Owner: ${owner}.`;
  const sections: readonly PlanSection[] = [
    section('problem', 'The problem', problemBlocks(given)),
    section('strengths', 'What goes well', statementBlocks(given, plan.value.strengths)),
    section('improve', 'What is to improve', statementBlocks(given, plan.value.improve)),
    section('intended', 'What good will look like', intendedBlocks(given)),
    section('achieved', 'What has been achieved', achievedBlocks(given)),
    section('actions', 'What is to be done, and where it stands', actionBlocks(given)),
    section('before', 'What we said, and what happened', beforeBlocks(given)),
    section('who', whoHeading(given), whoBlocks(given)),
    section('risks', 'What may go wrong', riskBlocks(given)),
    section('links', 'What depends on what', linkBlocks(given)),
    section('about', 'About this page', sourceBlocks(layout, source)),
  ];
  return {
    title: 'What is being done',
    lead: `${title}.${who}`,
    sections: sections.filter(({ blocks }) => blocks.length > 0),
  };
}

/** Where the plan was set out. */
function sourceBlocks({ setting: { folder } }: Given['layout'], source: string): readonly Block[] {
  return sourceViews(folder.sources, [source]).map(({ title, href, detail }) => ({
    kind: 'note',
    runs: [plainRun('Set out in '), { text: title, figure: null, href }, plainRun(`, ${detail}`)],
  }));
}

function section(id: string, heading: string, blocks: readonly Block[]): PlanSection {
  return { id, heading, blocks };
}

function note(text: string | undefined): readonly Block[] {
  return text === undefined ? [] : [{ kind: 'note', runs: plainRuns(text) }];
}

function problemBlocks({ layout, plan }: Given): readonly Block[] {
  return [
    ...plan.value.problem.map(text => ({ kind: 'words', runs: wordRuns(layout, text) }) as const),
    ...note(plan.value.note),
  ];
}

/** Statements, each with whether the figures of the report bear it out. */
function statementBlocks({ layout }: Given, statements: readonly Statement[]): readonly Block[] {
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
      ...linked(layout, ' Told by: ', measures),
      ...(unmeasured === undefined ? [] : [plainRun(` Nothing measures this: ${lower(unmeasured)}`)]),
      ...(said === undefined ? [] : [plainRun(` ${said}`)]),
    ]),
    true,
  );
}

function achievedBlocks({ layout, plan }: Given): readonly Block[] {
  return listBlock(
    plan.value.achievements.map(({ words }) => wordRuns(layout, words)),
    true,
  );
}

/** "Services, partners and spending", as far as the plan has them. */
function whoHeading({ plan }: Given): string {
  const { services, partners, spend } = plan.value;
  const held = [
    ...(services.length === 0 ? [] : ['services']),
    ...(partners.length === 0 ? [] : ['partners']),
    ...(spend.length === 0 ? [] : ['spending']),
  ];
  const text = new Intl.ListFormat('en-GB').format(held);
  return capital(text);
}

function whoBlocks({ layout, plan, found }: Given): readonly Block[] {
  const { services, partners, spend } = plan.value;
  const entry = (id: string, heading: string, blocks: readonly Block[]): readonly Block[] =>
    blocks.length === 0 ? [] : [{ kind: 'entry', id, heading, status: null, standing: null, blocks }];
  return [
    ...entry('services', 'Services of the council', listBlock(services.map(plainRuns))),
    ...entry('partners', 'Partners', listBlock(partners.map(plainRuns))),
    ...entry(
      'spending',
      'Spending',
      spend.length === 0
        ? []
        : [
            {
              kind: 'facts',
              items: spend.map(({ id, label, by }) => {
                const figure = found.spend.get(id);
                return {
                  name: label,
                  runs: [
                    ...(figure === undefined ? [] : [figureRun(layout, figure)]),
                    ...(by === undefined ? [] : [plainRun(`, by ${by}`)]),
                  ],
                };
              }),
            },
          ],
    ),
  ];
}

function riskBlocks({ layout, plan, found }: Given): readonly Block[] {
  return plan.value.risks.map(({ id, words, mitigation, owner, comparability }, at): Block => {
    const breaks = comparability ? found.breaks : [];
    return {
      kind: 'entry',
      id: `risk-${id}`,
      heading: `Risk ${at + 1}`,
      status: null,
      standing: null,
      blocks: [
        { kind: 'words', runs: wordRuns(layout, words) },
        {
          kind: 'facts',
          items: [
            { name: 'What is done about it', runs: wordRuns(layout, mitigation) },
            { name: 'Owner', runs: plainRuns(owner) },
          ],
        },
        ...(breaks.length === 0
          ? []
          : [
              {
                kind: 'words',
                runs: plainRuns('Of the measures named here, these changed in how they are measured:'),
              } as const,
              ...listBlock(
                breaks.flatMap(({ indicator, breaks: held }) =>
                  held.map(each => [
                    ...linked(layout, '', [indicator.id], ''),
                    plainRun(`: ${lower(each.note)}`),
                  ]),
                ),
              ),
            ]),
      ],
    };
  });
}

function linkBlocks({ layout, plan }: Given): readonly Block[] {
  const items = plan.value.interdependencies.map(({ label, words }) => ({
    name: label,
    runs: wordRuns(layout, words),
  }));
  return items.length === 0 ? [] : [{ kind: 'facts', items }];
}

/** What is to be done, by theme, and where it stands. */
function actionBlocks(given: Given): readonly Block[] {
  const { layout, plan, found, said } = given;
  if (found.actions.length === 0) return [];
  const { themes } = plan.value;
  const ofTheme = (id: string) => found.actions.filter(({ action }) => action.theme === id);
  const tabled = themes.flatMap(({ id }) => (ofTheme(id).length === 0 ? [] : [id]));
  const loose = found.actions.filter(({ action }) => action.theme === undefined);
  const counts = found.counts.filter(({ count }) => count > 0);
  return [
    sentencesBlock(layout, said.counts),
    {
      kind: 'tally',
      items: counts.map(({ standing, figure }) => ({
        status: statusView(standing),
        runs: [figureRun(layout, figure)],
      })),
    },
    ...themes.map(({ id, label, initiatives }): Block => {
      const own = ofTheme(id);
      return {
        kind: 'entry',
        id: `theme-${id}`,
        heading: label,
        status: null,
        standing: null,
        blocks: [
          ...listBlock(initiatives.map(text => wordRuns(layout, text))),
          ...(own.length === 0
            ? []
            : [actionTable(given, `actions-${id}`, tabled.indexOf(id) + 1, `Actions: ${label}`, own)]),
        ],
      };
    }),
    ...(loose.length === 0 ? [] : [actionTable(given, 'actions-all', tabled.length + 1, 'Actions', loose)]),
    ...found.actions.flatMap(({ action }, at) => actionNote(given, action, at + 1)),
    ...notStated(found.actions).map(text => ({ kind: 'note', runs: plainRuns(text) }) as const),
  ];
}

/** What readers should know of an action, under its number, which leads to its row. */
function actionNote({ layout }: Given, { id, note }: Action, number: number): readonly Block[] {
  if (note === undefined) return [];
  const href = `${addresses.plan(layout.setting.edition.id, 'delivery')}#${id}`;
  return [{ kind: 'note', runs: [linkRun(`Action ${number}`, href), plainRun(`. ${note}`)] }];
}

/** Each reason once why a status is not stated. */
function notStated(actions: readonly ActionFindings[]): readonly string[] {
  return [...new Set(actions.flatMap(({ action }) => action.reason ?? []))];
}

function actionTable(
  { layout, found }: Given,
  id: string,
  number: number,
  caption: string,
  actions: readonly ActionFindings[],
): BlockTable {
  return {
    kind: 'table',
    id,
    number,
    caption,
    columns: ['Action', 'Due', 'Owner', 'Meant to move', 'Status'].map(text => ({ text, numeric: false })),
    rows: actions.map(({ action, standing }) => ({
      id: action.id,
      header: [
        plainRun(`${found.actions.findIndex(each => each.action === action) + 1}. `),
        ...wordRuns(layout, action.words),
      ],
      cells: [
        plainCell(deadlineText(action.deadline)),
        plainCell(ownersOf(action)),
        cellOf(movesOf(layout, action)),
        statusCell(statusView(standing)),
      ],
    })),
    download: null,
  };
}

function ownersOf({ owners, 'owner-not-stated': why }: Action): string {
  return owners.length === 0 ? `Not stated: ${lower(why ?? 'none is given.')}` : owners.join('; ');
}

function movesOf(layout: Given['layout'], { moves }: Action): readonly TextRun[] {
  const runs = linked(layout, '', moves);
  return runs.length === 0 ? plainRuns('No measure') : runs;
}

/** How many of last year's actions are told of, and the page that tells what came of each. */
function beforeBlocks({ layout, before, said }: Given): readonly Block[] {
  if (before === null) return [];
  const href = `${addresses.page(layout.setting.edition.id, 'plans')}#before`;
  return [
    sentencesBlock(layout, said.before),
    { kind: 'links', items: [{ text: 'What was said of each, and what happened', href }] },
  ];
}

/** Links to measures in a line of words, or nothing where none has a section. */
function linked(layout: Layout, before: string, measures: readonly string[], end = '.'): readonly TextRun[] {
  const links = measureLinks(layout, measures);
  if (links.length === 0) return [];
  const runs = links.flatMap(({ text, href }, at): readonly TextRun[] => [
    ...(at === 0 ? [] : [plainRun('; ')]),
    { text, figure: null, href },
  ]);
  return [...(before === '' ? [] : [plainRun(before)]), ...runs, ...(before === '' ? [] : [plainRun(end)])];
}
