import type { Statement } from './schema.ts';
import { type Block, listBlock, type PlanSection, plainRun, plainRuns } from '../../pages/blocks.ts';
import { sourceViews } from '../../pages/sections.ts';
import { actionBlocks, beforeBlocks } from './delivery-actions.ts';
import { linked, lowered } from './delivery-words.ts';
import { figureRun, type PlanContents, type PlanLayout, wordRuns } from '../kit/plan-layout.ts';

type Given = PlanLayout<'delivery'>;

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
function sourceBlocks({ folder }: Given['layout'], source: string): readonly Block[] {
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
      ...(unchecked === undefined ? [] : [plainRun(` This was not checked: ${lowered(unchecked)}`)]),
    ]),
  );
}

function intendedBlocks({ layout, plan }: Given): readonly Block[] {
  return listBlock(
    plan.value['intended-outcomes'].map(({ words, measures, unmeasured, note: said }) => [
      ...wordRuns(layout, words),
      ...linked(layout, ' Told by: ', measures),
      ...(unmeasured === undefined ? [] : [plainRun(` Nothing measures this: ${lowered(unmeasured)}`)]),
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
  return text.charAt(0).toUpperCase() + text.slice(1);
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
                runs: plainRuns('Of the measures named here, these changed footing:'),
              } as const,
              ...listBlock(
                breaks.flatMap(({ indicator, breaks: held }) =>
                  held.map(each => [
                    ...linked(layout, '', [indicator.id], ''),
                    plainRun(`: ${lowered(each.note)}`),
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
