import type { Recommended } from './findings.ts';
import { dateLabel } from '../../model/date.ts';
import { addresses } from '../../pages/addresses.ts';
import { type Block, type PlanSection, paragraph } from '../../pages/blocks.ts';
import type { Layout } from '../../pages/material.ts';
import type { Run } from '../../pages/view.ts';
import { type PlanLayout, sentenceViews, wordRuns } from '../kit/plan-layout.ts';
import { answerStatus, factsBlock, linkRun, noteBlock, plainFact, sharedBy } from '../kit/plan-parts.ts';
import { answerFacts, areaName, askedAnchor } from '../self-assessment/page.ts';

type Given = PlanLayout<'scrutiny'>;

/** What was recommended and what became of it: what is the same of all is said once, above them. */
export function recommendationsSection({ layout, plan, found, said }: Given): PlanSection {
  const all = found.recommendations;
  const shared = {
    by: sharedBy(all, madeByText),
    due: sharedBy(all, dueText),
  };
  const blocks: readonly Block[] =
    all.length === 0
      ? [paragraph('None is recorded.')]
      : [
          { kind: 'sentences', sentences: sentenceViews(layout, said, 'recommendations') },
          ...factsBlock([...plainFact('All made by', shared.by), ...plainFact('Answers due', shared.due)]),
          ...noteBlock(plan.value['recommendations-note']),
          ...all.map(each => recommendationEntry(layout, each, shared)),
        ];
  return { id: 'recommendations', heading: 'Recommendations, and what became of them', blocks };
}

type Shared = { readonly by: string | null; readonly due: string | null };

function recommendationEntry(layout: Layout, each: Recommended, shared: Shared): Block {
  const { entry, madeBy } = each;
  return {
    kind: 'entry',
    id: `recommendation-${entry.id}`,
    heading: entry.label,
    status: answerStatus(entry, layout.setting.edition['cut-off']),
    standing: null,
    blocks: [
      { kind: 'words', runs: wordRuns(layout, entry.words) },
      ...factsBlock([
        ...plainFact('Made by', shared.by === null ? madeByText(each) : null),
        ...answerFacts(layout, entry),
        ...plainFact('Who answers for it', entry.owner ?? 'Not stated'),
        ...plainFact('Answer due', shared.due === null ? dueText(each) : null),
        ...(typeof madeBy === 'string'
          ? []
          : [{ name: 'Beside the council’s judgement', runs: [areaLink(layout, entry)] }]),
      ]),
    ],
  };
}

function madeByText({ madeBy, date }: Recommended): string {
  const by =
    typeof madeBy === 'string' ? madeBy : `Reviewers from ${new Intl.ListFormat('en-GB').format(madeBy)}`;
  return date === null ? by : `${by}, ${dateLabel(date)}`;
}

function dueText({ entry }: Recommended): string {
  return entry.due === undefined ? 'No day was set' : dateLabel(entry.due);
}

/** "Self-assessment: clear policy", at what the reviewers asked for. */
function areaLink(layout: Layout, entry: Recommended['entry']): Run {
  const page = addresses.plan(layout.setting.edition.id, 'self-assessment');
  const area = 'bears-on' in entry ? entry['bears-on'] : undefined;
  const name = area === undefined ? 'what reviewers asked for' : areaName(layout, area);
  return linkRun(`Self-assessment: ${name}`, `${page}#${askedAnchor(entry.id)}`);
}
