import type { Block, Quotation, TreeItem } from '../../src/pages/blocks.ts';
import type { ChapterView } from '../../src/pages/theme-page.ts';
import type {
  Cell,
  ChartView,
  SectionView,
  SentenceView,
  StageTable,
  TableView,
  TextRun,
} from '../../src/pages/view.ts';
import type { PlanPageView } from '../../src/plans/kit/judged.ts';
import type { TargetsView } from '../../src/targets/page.ts';

import type { HomeView, Shown } from './views.ts';

/** A report as plain text that a person can read and compare: sentences, charts’ titles, tables, evidence. */
export function readableTheme({
  label,
  keyMessages,
  measures,
  topics,
  commentary,
  groups,
}: ChapterView): string {
  return [
    `# ${label}`,
    ...keyMessages.map(sentence => `* ${text(sentence)}`),
    ...(measures === null ? [] : measures.tables.flatMap(stage)),
    ...topics.flatMap(topic => [
      '',
      `> ${topic.label}: ${topic.findings.map(text).join(' ')}`,
      ...topic.measures.tables.flatMap(stage),
    ]),
    ...(commentary === null ? [] : ['', commentary.trim()]),
    ...groups.flatMap(({ heading, sections }) => [
      ...(heading === null ? [] : ['', `## ${heading}`]),
      ...sections.map(section),
    ]),
  ].join('\n');
}

/** The executive summary as plain text. */
export function readableHome({
  edition,
  answers,
  due,
  compare,
  changes,
  targets,
  foreword,
}: Shown<HomeView>): string {
  const list = (sentences: readonly SentenceView[]) => sentences.map(each => `* ${text(each)}`);
  return [
    `# ${edition.title}${edition.latest ? ' (latest)' : ''}, figures known by ${edition.cutOff}`,
    ...answers.map(({ question, answer, evidence, link }) =>
      [question, ...[answer, ...evidence].map(text), link === null ? '' : `> ${link.text}`]
        .join(' ')
        .trimEnd(),
    ),
    ...list(due),
    ...(compare === null ? [] : ['', ...compared(compare)]),
    ...changes.groups.flatMap(({ status, rows }) => [
      '',
      `## ${status.word}`,
      ...rows.map(
        row =>
          `| ${row.label}${row.isChance ? ' *' : ''} | ${cell(row.own)}${row.since === null ? '' : ` ${row.since}`} | ${changes.nation} ${cell(row.nation)} |`,
      ),
    ]),
    ...(changes.open.length === 0 ? [] : ['', '## Neither better nor worse', ...list(changes.open)]),
    ...(targets === null
      ? []
      : [
          '',
          '## What we promised',
          ...list([targets.sentence]),
          ...targets.promises.map(
            ({ status, promise, owner, next }) =>
              `- ${[status.word, promise, owner, ...(next === null ? [] : [runs(next)])].join(' | ')}`,
          ),
        ]),
    ...(foreword === null
      ? []
      : [
          '',
          `## ${foreword.heading}`,
          quoted(foreword, [foreword.opening]),
          foreword.goesOn ? '> more' : '',
        ]),
  ].join('\n');
}

/** Where each headline stands: its figures, and where its marks are in per cent of the strip, the nation at 50. */
function compared({ title, rows }: NonNullable<HomeView['compare']>): readonly string[] {
  return [
    `## ${text(title)}`,
    '| Headline | Strip | Ours | Nation | Similar | Year before | Rank |',
    ...rows.map(({ label, year, strip, own, nation, neighbours, before, rank }) => {
      const figures = [own, nation, neighbours, before, rank].map(cell);
      return `| ${[year === null ? label : `${label}, ${year}`, drawn(strip), ...figures].join(' | ')} |`;
    }),
  ];
}

function drawn(strip: NonNullable<HomeView['compare']>['rows'][number]['strip']): string {
  if (strip === null) return 'not drawn';
  const { own, before, neighbours, beyond } = strip;
  const marks = [
    before === null ? null : `from ${before}`,
    `at ${own}`,
    neighbours === null ? null : `similar ${neighbours}`,
    beyond === null ? null : `beyond, ${beyond}`,
  ];
  return marks.filter(each => each !== null).join(', ');
}

/** The page of targets as plain text. */
export function readableTargets({ counts, plans }: TargetsView): string {
  return [
    '# Targets',
    ...counts.map(each => `* ${text(each)}`),
    ...plans.flatMap(({ label, years, rows, measured, unmeasured }) => [
      '',
      `## ${label}, ${years}`,
      ...rows.map(
        row =>
          `| ${[row.header, row.status.word, [runs(row.trajectory), ...row.flags].join(' '), row.owner, runs(row.next)].join(' | ')} |`,
      ),
      ...[...measured, ...unmeasured].flatMap(target),
    ]),
  ].join('\n');
}

/** A page of a plan as plain text. */
export function readablePlan({ title, lead, sections }: PlanPageView): string {
  return [
    `# ${title}`,
    lead,
    ...sections.flatMap(({ heading, blocks }) => ['', `## ${heading}`, ...blocks.flatMap(block)]),
  ].join('\n');
}

function block(item: Block): readonly string[] {
  switch (item.kind) {
    case 'words':
      return [runs(item.runs)];
    case 'sentences':
      return item.sentences.map(each => `* ${text(each)}`);
    case 'list':
      return item.items.map((each, at) => `${item.ordered ? `${at + 1}.` : '-'} ${runs(each)}`);
    case 'facts':
      return item.items.flatMap(each => [
        `${each.name}: ${runs(each.runs)}`.trimEnd(),
        ...(each.list ?? []).map(words => `- ${runs(words)}`),
      ]);
    case 'table':
      return [
        `Table ${item.number}. ${item.caption}`,
        `| ${item.columns.map(column => column.text).join(' | ')} |`,
        ...item.rows.map(
          ({ header, cells }) =>
            `| ${[runs(header), ...cells.map(each => [each.status?.word, runs(each.runs)].filter(Boolean).join(' '))].join(' | ')} |`,
        ),
      ];
    case 'tally':
      return item.items.map(each => `[${each.status.word}] ${runs(each.runs)}`);
    case 'quotation':
      return [quoted(item, item.paragraphs)];
    case 'tree':
      return item.items.flatMap(each => branch(each, 0));
    case 'links':
      return item.items.map(each => `> ${each.text}`);
    case 'chart':
      return chartLine(item.chart);
    case 'note':
      return [`! ${runs(item.runs)}`];
    case 'entry': {
      const said = [item.status?.word, item.standing].filter(Boolean).join('; ');
      return ['', `### ${item.heading}${said === '' ? '' : `: ${said}`}`, ...item.blocks.flatMap(block)];
    }
  }
}

function quoted(
  { by, picture }: Pick<Quotation, 'by' | 'picture'>,
  paragraphs: Quotation['paragraphs'],
): string {
  const shown = picture === null ? '' : ` [picture: ${picture.alternative}]`;
  return `“${paragraphs.map(runs).join(' / ')}” ${by}${shown}`;
}

function branch({ heading, about, items }: TreeItem, depth: number): readonly string[] {
  const own = `${'  '.repeat(depth)}- ${[runs(heading), runs(about)].filter(each => each !== '').join(': ')}`;
  return [own, ...items.flatMap(each => branch(each, depth + 1))];
}

function target({
  short,
  promise,
  owner,
  status,
  whole,
  parts,
  officers,
}: TargetsView['plans'][number]['measured'][number]): readonly string[] {
  const { word, date, reason, evidence, differs } = officers;
  return [
    '',
    `### ${short}${owner === null ? '' : ` (${owner})`}: ${status.word}`,
    promise,
    ...(whole === null ? [] : [text(whole)]),
    ...parts.flatMap(({ label, owner, status, sentences, chart, baseline, aim, notes }) => [
      `- ${label ?? 'Whole'}${owner === null ? '' : ` (${owner})`}: ${status.word}. ${sentences.map(text).join(' ')}`,
      ...(chart === null ? [] : [`  (${chart.name}) ${chart.title}: ${chart.subtitle}`]),
      ...(baseline === null ? [] : [`  from ${runs(baseline.runs)}, ${baseline.year}`]),
      ...(aim === null ? [] : [`  to ${runs(aim.runs)}, ${aim.year}`]),
      ...notes.map(note => `  ! ${note}`),
    ]),
    `Officers, ${date}: ${[word, reason, runs(evidence), differs].filter(Boolean).join(' / ')}`,
  ];
}

function runs(items: readonly TextRun[]): string {
  return items.map(run => (run.figure === null ? run.text : `⟨${run.text}⟩`)).join('');
}

/** The words of a sentence, its figures in brackets of their own so that a typed number stands out. */
export function text({ runs }: SentenceView): string {
  return runs.map(run => (run.figure === null ? run.text : `⟨${run.text}⟩`)).join('');
}

function section({ heading, paragraphs, chart, tables, localities, caveats }: SectionView): string {
  return [
    '',
    `### ${heading}`,
    ...paragraphs.flat().map(text),
    ...(chart === null ? ['(no chart)'] : chartLine(chart)),
    ...tables.flatMap(table),
    ...localities.flatMap(each => [
      '',
      `#### ${each.heading}`,
      ...each.sentences.map(text),
      ...(each.chart === null ? ['(no chart)'] : chartLine(each.chart)),
      ...table(each.table),
    ]),
    ...caveats.map(caveat => `! ${caveat}`),
  ].join('\n');
}

/** Every measure in one table. */
function stage({ caption, columns, rows, notes, symbols }: StageTable): readonly string[] {
  return [
    '',
    caption,
    `| ${columns.map(column => column.text).join(' | ')} |`,
    ...rows.map(({ header, year, spark, cells }) => {
      const name = year === null ? header : `${header} (${year})`;
      return `| ${[name, spark === null ? '' : 'line', ...cells.map(cell)].join(' | ')} |`;
    }),
    ...notes.map(note => `[note ${note.number}] ${note.text}`),
    ...symbols.map(({ symbol, meaning }) => `${symbol} ${meaning}`),
  ];
}

/** What is read out of a chart, and its note. */
function chartLine({ name, title, subtitle, note }: ChartView): readonly string[] {
  return [`(${name}) ${title}: ${subtitle}`, ...(note === null ? [] : [`! ${note}`])];
}

function table({ number, caption, columns, rows, notes, symbols }: TableView): readonly string[] {
  return [
    `Table ${number}. ${caption}`,
    `| ${columns.map(column => column.text).join(' | ')} |`,
    ...rows.map(row => `| ${[row.header, ...row.cells.map(cell)].join(' | ')} |`),
    ...notes.map(note => `[note ${note.number}] ${note.text}`),
    ...symbols.map(({ symbol, meaning }) => `${symbol} ${meaning}`),
  ];
}

function cell({ text, marks, expansion }: Cell): string {
  return [text, ...marks.map(mark => mark.text)].join(' ') + (expansion === null ? '' : ` (${expansion})`);
}
