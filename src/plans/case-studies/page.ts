import type { Source } from '../../model/source.ts';
import { lower } from '../../model/spelling.ts';
import { dateLabel, someTimeLabel, someTimeWords } from '../../model/time.ts';
import { addresses } from '../../pages/addresses.ts';
import { type Block, listBlock, paragraph, plainRun, plainRuns } from '../../pages/blocks.ts';
import { draftRuns } from '../../pages/cells.ts';
import type { TextRun } from '../../pages/view.ts';
import type { PlanContents } from '../kit/judged.ts';
import { type PlanLayout, sentencesBlock, wordRuns } from '../kit/page.ts';
import { referenceLines } from '../references.ts';
import type { CaseStudiesFindings } from './findings.ts';
import type { CaseStudies, CaseStudy } from './schema.ts';
import { type caseStudiesSentences, factDraft, type StudySaid } from './words.ts';

type Given = PlanLayout<CaseStudies, CaseStudiesFindings, ReturnType<typeof caseStudiesSentences>>;

/** What other councils did with their schools: by theme, with an index by place and a panel of facts for each. */
export function caseStudiesPage(given: Given): PlanContents {
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
          { kind: 'words', runs: wordRuns(layout, about) },
          sentencesBlock(layout, said.counts),
          ...(publication === undefined ? [] : [sourceBlock(publication, plan.value['as-at'])]),
        ],
      },
      { id: 'places', heading: 'By place', blocks: [placesBlock(given)] },
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
  return { kind: 'words', runs: [plainRun(words), { text: title, figure: null, href: url }, plainRun('.')] };
}

/** Every council in the order of the alphabet, with the theme it stands under. */
function placesBlock({ layout, found }: Given): Block {
  const page = addresses.plan(layout.setting.edition.id, 'case-studies');
  const rows = found.themes
    .flatMap(({ label, studies }) => studies.map(study => ({ ...study, label })))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1));
  return {
    kind: 'list',
    ordered: false,
    items: rows.map(({ place, study, label }) => [
      { text: place, figure: null, href: `${page}#${study.id}` },
      plainRun(`: ${lower(label)}`),
    ]),
  };
}

function entryOf(given: Given, { study, place, facts, tally, tallied }: StudySaid): Block {
  const { layout, plan } = given;
  const asAt = plan.value['as-at'];
  const panel: Block = {
    kind: 'facts',
    items: facts.map(found => ({
      name: found.fact.label,
      runs: [...draftRuns(factDraft(found, asAt), layout.printer), ...noteRuns(found.fact.note)],
    })),
  };
  const tallyBlocks: readonly Block[] =
    tally === null ? [] : [sentencesBlock(layout, tallied), ...notes([tally.tally.note])];
  return {
    kind: 'entry',
    id: study.id,
    heading: `${place}: ${lower(study.title)}`,
    status: null,
    standing: null,
    blocks: [
      { kind: 'words', runs: wordRuns(layout, study.done) },
      ...(facts.length === 0 ? [] : [panel]),
      ...tallyBlocks,
      ...notes([study.note]),
      ...seeBlocks(given, study),
      ...contactBlocks(study),
    ],
  };
}

function noteRuns(note: string | undefined): readonly TextRun[] {
  return note === undefined ? [] : [plainRun(`. ${spaced(note)}`)];
}

function notes(some: readonly (string | undefined)[]): readonly Block[] {
  return some.flatMap((note): readonly Block[] =>
    note === undefined ? [] : [{ kind: 'note', runs: plainRuns(spaced(note)) }],
  );
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

function spaced(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
