import { someTimeLabel } from '../../model/time.ts';
import { addresses } from '../../pages/addresses.ts';
import { type Block, plainRun, plainRuns } from '../../pages/blocks.ts';
import { measureLink } from '../../pages/measure-links.ts';
import { statusView } from '../../pages/status-views.ts';
import type { TextRun } from '../../pages/view.ts';
import type { PlanContents } from '../kit/judged.ts';
import { figureRun, type PlanLayout, sentencesBlock, wordRuns } from '../kit/page.ts';
import { referenceLines } from '../references.ts';
import type { EntryFound, NewsFindings } from './findings.ts';
import type { News, NewsClaim } from './schema.ts';
import type { ClaimSaid, newsSentences } from './words.ts';

type Given = PlanLayout<News, NewsFindings, ReturnType<typeof newsSentences>>;

/** What was written about the council's schools, and each of its claims with what the figures say of it (F39, F52). */
export function newsPage(given: Given): PlanContents {
  const { found, said } = given;
  return {
    title: 'What was written of our schools',
    lead: 'Articles and interviews in our own words, with each claim checked against the figures of this report.',
    sections: said.entries.map((each, at) => ({
      id: each.entry.id,
      heading: each.entry.title,
      blocks: [
        ...aboutBlocks(given, each),
        ...(at === 0 ? tallyBlocks(given, found) : []),
        ...each.claims.map(claim => claimBlock(given, claim)),
      ],
    })),
  };
}

function aboutBlocks({ layout, book }: Given, { entry }: Pick<EntryFound, 'entry'>): readonly Block[] {
  const { date, publisher, authors, reference, summary, note } = entry;
  const links = referenceLines(book, reference === undefined ? [] : [reference]);
  const fact = (name: string, runs: readonly TextRun[]) => ({ name, runs });
  return [
    {
      kind: 'facts',
      items: [
        fact('Published', plainRuns(`${publisher}, ${someTimeLabel(date)}`)),
        fact('Who spoke', plainRuns(authors)),
        ...links.map(runs => fact('Where', runs)),
      ],
    },
    { kind: 'words', runs: wordRuns(layout, summary) },
    ...(note === undefined ? [] : [noteBlock(note)]),
  ];
}

/** How many claims stand where, of all that was written. */
function tallyBlocks({ layout, said }: Given, { counts }: NewsFindings): readonly Block[] {
  const items = counts.filter(({ count }) => count > 0);
  return [
    {
      kind: 'tally',
      items: items.map(({ standing, figure }) => ({
        status: statusView(standing),
        runs: [figureRun(layout, figure)],
      })),
    },
    sentencesBlock(layout, said.counts),
  ];
}

function claimBlock({ layout }: Given, { claim, standing, sentences }: ClaimSaid): Block {
  return {
    kind: 'entry',
    id: claim.id,
    heading: `Claim: ${spaced(claim.said).replace(/\.$/, '')}`,
    status: statusView(standing),
    standing: null,
    blocks: [
      sentencesBlock(layout, sentences),
      ...(claim.untested === undefined
        ? []
        : [{ kind: 'words', runs: wordRuns(layout, claim.untested) } as const]),
      ...(claim.note === undefined ? [] : [noteBlock(claim.note)]),
      ...evidenceBlocks({ layout }, claim),
    ],
  };
}

/** The sections of the report that a claim speaks of. */
function evidenceBlocks({ layout }: Pick<Given, 'layout'>, claim: NewsClaim): readonly Block[] {
  const measures = [claim.indicator, claim.rank, ...(claim.every ?? [])].flatMap(id => id ?? []);
  const links = measures.flatMap(id => measureLink(layout, id) ?? []);
  const target =
    claim.target === undefined
      ? []
      : [
          {
            text: 'The target',
            href: `${addresses.page(layout.setting.edition.id, 'targets')}#${claim.target}`,
          },
        ];
  const items = [...links, ...target];
  return items.length === 0 ? [] : [{ kind: 'links', items }];
}

function noteBlock(text: string): Block {
  return { kind: 'note', runs: [plainRun(spaced(text))] };
}

function spaced(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
