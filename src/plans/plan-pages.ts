import type { Edition } from '../model/edition.ts';
import { slug } from '../model/spelling.ts';
import { dateLabel } from '../model/time.ts';
import { addresses } from '../pages/addresses.ts';
import { type Block, type BlockCell, type BlockTable, plainRuns } from '../pages/blocks.ts';
import { type Column, column, csvText, madeWhenAsked } from '../pages/data-files.ts';
import { at, type Layout } from '../pages/material.ts';
import type { FileView } from '../pages/page.ts';
import { evidenceAddress } from '../pages/printer.ts';
import type { TextRun } from '../pages/view.ts';
import { hubPage } from './hub/page.ts';
import type { JudgedPlan, PlanContents, PlanPageView } from './kit/judged.ts';

type LaidPlan = { readonly view: PlanPageView; readonly files: readonly TableFile[] };

/** The pages of an edition's plans: the one that brings them together, then each in the order of the kinds. */
export function planPages(layout: Layout): readonly LaidPlan[] {
  // Pages that print what others have the evidence of are laid out after them: those that gather, and the hub.
  const inTurn = layout.plans.toSorted((one, other) => Number(one.gathers) - Number(other.gathers));
  const pages = new Map(inTurn.map(plan => [plan, planPage(plan, layout)]));
  const href = addresses.page(layout.setting.edition.id, 'plans');
  const hub = hubPage(at(layout, href));
  const first =
    hub === null ? [] : [laid(layout, hub, { kind: 'plans', href, label: hub.title, evidence: null })];
  return [...first, ...layout.plans.flatMap(plan => pages.get(plan) ?? [])];
}

function planPage({ id, name, page }: JudgedPlan<Layout>, layout: Layout): LaidPlan {
  const { edition } = layout.setting;
  const href = addresses.plan(edition.id, id);
  const place = { href: addresses.evidence(edition.id, id), id: 'figures', heading: name, source: null };
  const contents = page(at(layout, href, place));
  const [first, ...others] = layout.printing.evidence(place.href);
  const own = first === undefined ? null : evidenceAddress(first.place);
  const evidence = others.length > 0 ? place.href : own;
  return laid(layout, contents, { kind: id, href, label: name, evidence });
}

/** A page with what is the same for all: a file for each of its tables, quotations withheld where they must be. */
function laid(
  layout: Layout,
  { title, lead, sections }: PlanContents,
  page: Pick<PlanPageView, 'kind' | 'href' | 'label' | 'evidence'>,
): LaidPlan {
  const { edition } = layout.setting;
  const withheld = withheldNote(edition);
  const files: TableFile[] = [];
  const withFile = (block: Block): Block => {
    if (block.kind === 'entry') return { ...block, blocks: block.blocks.map(withFile) };
    if (block.kind !== 'table') return block;
    const made = tableFile(edition.id, page.kind, block);
    files.push(made);
    return { ...block, download: { href: made.file.path, label: block.caption } };
  };
  const view = {
    ...page,
    title,
    lead,
    sections: sections
      .filter(({ blocks }) => blocks.length > 0)
      .map(each => ({ ...each, blocks: withoutQuotations(each.blocks, withheld).map(withFile) })),
  };
  return { view, files };
}

export type TableFile = {
  readonly title: string;
  readonly file: FileView;
  readonly columns: readonly Column<never>[];
};

/** The CSV of a table, with a number of its own for each row. */
function tableFile(edition: string, kind: string, table: BlockTable): TableFile {
  const rows = table.rows.map(({ header, cells }, at) => [at + 1, textOf(header), ...cells.map(cellText)]);
  const columns = [
    column('row', 'Number of the row', ([number]: (typeof rows)[number]) => number, 'integer'),
    ...table.columns.map(({ text }, index) =>
      column(slug(text).replaceAll('-', '_'), text, (row: (typeof rows)[number]) => row[index + 1]),
    ),
  ];
  return {
    title: table.caption,
    file: madeWhenAsked(addresses.file(edition, `${kind}/${table.id}.csv`), () => csvText(columns, rows)),
    columns,
  };
}

function cellText({ runs, status }: BlockCell): string {
  return status === null ? textOf(runs) : [status.word, textOf(runs)].filter(text => text !== '').join(' ');
}

function textOf(runs: readonly TextRun[]): string {
  return runs.map(({ text }) => text).join('');
}

/** Why the words of persons are held back from an edition, in sentences; null where they are not. */
function withheldNote(edition: Edition): string | null {
  const period = edition['pre-election'];
  if (period === undefined) return null;
  const when = `${dateLabel(period.from)} to ${dateLabel(period.to)}`;
  return `Forewords and quotations are held back during the period before an election, ${when}. The figures and what is worked out from them stay.`;
}

/** Blocks without what persons say, with a note in its place; as they are outside the period before an election. */
function withoutQuotations(blocks: readonly Block[], note: string | null): readonly Block[] {
  if (note === null) return blocks;
  return blocks.flatMap((block, at): readonly Block[] => {
    if (block.kind === 'entry') return [{ ...block, blocks: withoutQuotations(block.blocks, note) }];
    if (block.kind !== 'quotation') return [block];
    return blocks[at - 1]?.kind === 'quotation' ? [] : [{ kind: 'note', runs: plainRuns(note) }];
  });
}
