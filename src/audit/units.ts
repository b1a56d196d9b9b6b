/** Where in a finished site some words stand: what the check of them is called. */
export const channels = {
  'page-words': 'the words of a page',
  'page-head': 'the title or the description of a page',
  attribute: 'an attribute of a page, as a tooltip or what is read out',
  'class-or-id': 'a class or an id of a page',
  comment: 'a comment in a page',
  script: 'a script or linked data of a page',
  drawing: 'the words of a drawing',
  'data-file': 'a file of data',
  workbook: 'a cell of a workbook',
  'workbook-comment': 'a comment in a workbook',
  'workbook-metadata': 'what a workbook says of itself',
  feed: 'the feed',
  'search-index': 'the search index',
  'file-name': 'the name of a file',
  'pdf-text': 'the words of a PDF',
  'pdf-metadata': 'what a PDF says of itself',
} as const;
export type Channel = keyof typeof channels;

/** Words of a finished site that are read together: a paragraph, a row, an attribute, a line. */
export type Passage = {
  readonly channel: Channel;
  readonly text: string;
  /** All that stands around them and may name what they are about: the row, the head of the table, the ids of figures. */
  readonly around: string;
  /** True where a bare number is a figure, as in a row of a table; in running words it is one with its unit alone. */
  readonly isData: boolean;
  readonly index: number;
};

export type LinkedFigure = { readonly id: string; readonly text: string; readonly index: number };

type Read = { readonly units: readonly Passage[]; readonly linked: readonly LinkedFigure[] };

const pieces =
  /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[^>]*>[\s\S]*?(?:<\/\1>|$)|<\/?[a-zA-Z][^>]*>|[^<]+|</g;
const inline =
  /^<\/?(?:a|span|b|i|strong|em|abbr|small|sup|sub|td|th|tspan|br|wbr|time|button|g|path|line|rect|circle|img|use|code|q|cite|label|input|col|colgroup)\b/i;
const attributes = /\s([a-zA-Z_:][\w:.-]*)="([^"]*)"/g;
const said =
  /^(?:title|alt|content|value|label|placeholder|summary|style|aria-(?!labelledby|describedby|controls|owns)[\w-]+|data-(?!figure|sentence)[\w-]+)$/;
/** A figure: its link leads to its id; where none leads anywhere, it says its id itself. */
const aFigure = /^<(?:a class="figure" href="[^"#]*#|span data-figure=")([^"]+)"/;
const named = /^(?:class|id|name|href|src|data-sentence)$/;

function plain(text: string): string {
  return text.includes('&')
    ? text
        .replace(/&(?:nbsp|#160|#xa0);/gi, ' ')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&')
    : text;
}

/**
 * The words of a page, or of any file in tags: block by block, with attributes, comments and scripts apart. A figure that is
 * linked to its evidence stands among `linked`, and is kept out of the words where `isAsPrinted` knows it.
 */
export function unitsOfPage(html: string, isAsPrinted: (figure: LinkedFigure) => boolean): Read {
  const units: Passage[] = [];
  const linked: LinkedFigure[] = [];
  let block = {
    text: '',
    ids: '',
    index: 0,
    beside: [] as { channel: Channel; text: string; index: number; isData: boolean }[],
  };
  let head = '';
  let section = '';
  let [isHead, isRow, isTableHead, inDrawing] = [false, false, false, false];
  let open: string | null = null;
  const flush = (index: number) => {
    const { text, ids, beside } = block;
    const around = `${text} ${ids} ${isRow ? head : ''} ${section}`;
    const channel = isHead ? 'page-head' : inDrawing ? 'drawing' : 'page-words';
    if (isTableHead) head += ` ${text}`;
    else if (text.trim() !== '') units.push({ channel, text, around, isData: isRow, index: block.index });
    for (const each of beside) units.push({ ...each, around: `${around} ${each.text}` });
    block = { text: '', ids: '', index, beside: [] };
  };
  for (const { 0: piece, index } of html.matchAll(pieces)) {
    if (!piece.startsWith('<') || piece === '<') {
      const text = plain(piece);
      if (open !== null) {
        const figure = { id: open, text, index };
        linked.push(figure);
        if (!isAsPrinted(figure)) block.text += text;
      } else block.text += text;
      continue;
    }
    if (piece.startsWith('<!--')) {
      block.beside.push({ channel: 'comment', text: plain(piece.slice(4, -3)), index, isData: true });
      continue;
    }
    if (/^<(?:script|style)\b/i.test(piece)) {
      if (/^<script/i.test(piece))
        block.beside.push({ channel: 'script', text: plain(piece), index, isData: true });
      continue;
    }
    const isClosing = piece[1] === '/';
    if (!inline.test(piece)) {
      flush(index);
      const name = /^<\/?([a-zA-Z][\w:-]*)/.exec(piece)?.[1]?.toLowerCase() ?? '';
      if (name === 'head') isHead = !isClosing;
      if (name === 'svg') inDrawing = !isClosing;
      if (name === 'tr') isRow = !isClosing;
      if (name === 'thead') isTableHead = !isClosing;
      if (name === 'table' && !isClosing) head = '';
    } else block.text += ' ';
    if (isClosing) {
      if (/^<\/(?:a|span)\b/i.test(piece)) open = null;
      continue;
    }
    const figure = aFigure.exec(piece)?.[1];
    if (figure !== undefined) {
      open = figure;
      block.ids += ` ${figure}`;
      section = figure.slice(0, figure.indexOf('.'));
    }
    for (const [, name = '', written = ''] of piece.matchAll(attributes)) {
      if (said.test(name)) {
        if (/\d|\b(?:none|nil|zero|one|two|three|four|five|six|seven|eight|nine|ten)\b/i.test(written))
          block.beside.push({
            channel: isHead ? 'page-head' : 'attribute',
            text: plain(written),
            index,
            isData: name.startsWith('data-'),
          });
      } else if (named.test(name)) {
        if (name === 'id') section = written;
        if (/\d/.test(written) && name !== 'href' && name !== 'src')
          block.beside.push({
            channel: 'class-or-id',
            text: written.replace(/[^\p{L}\p{N}]+/gu, ' '),
            index,
            isData: true,
          });
      }
    }
  }
  flush(html.length);
  return { units, linked };
}

/** The lines of a file of data, each with the first line around it. */
export function unitsOfLines(text: string, channel: Channel): readonly Passage[] {
  const head = text.slice(0, text.indexOf('\n') + 1);
  let index = 0;
  return text.split('\n').map(line => {
    // Marks between fields become blanks, so that each number stands by itself.
    const text = line.replace(/[,":{}[\]]/g, ' ');
    const unit = { channel, text, around: `${line} ${head}`, isData: true, index };
    index += line.length + 1;
    return unit;
  });
}

/** The rows of a sheet of a workbook, as its `content.xml` has them, and the comments in them. */
export function unitsOfWorkbook(xml: string): readonly Passage[] {
  const words = (part: string) =>
    plain(
      `${[...part.matchAll(/office:(?:value|string-value|date-value)="([^"]*)"/g)].map(([, value]) => value).join(' ')} ${part.replace(/<[^>]*>/g, ' ')}`,
    );
  return [
    ...xml.matchAll(/<table:table (?=[^>]*table:name="([^"]*)")[^>]*>[\s\S]*?<\/table:table>/g),
  ].flatMap(({ 0: sheet, 1: name = '', index: from }) => {
    const rows = [...sheet.matchAll(/<table:table-row\b[\s\S]*?<\/table:table-row>/g)];
    const head = rows
      .slice(0, 6)
      .filter(({ 0: row }) => !/office:value=/.test(row))
      .map(({ 0: row }) => words(row))
      .join(' ');
    return rows.flatMap(({ 0: row, index }): readonly Passage[] => {
      const comments = [...row.matchAll(/<office:annotation\b[\s\S]*?<\/office:annotation>/g)];
      const bare = row.replace(/<office:annotation\b[\s\S]*?<\/office:annotation>/g, ' ');
      const around = `${words(bare)} ${head} ${name}`;
      const at = { around, isData: true, index: from + index };
      return [
        { channel: 'workbook', text: words(bare), ...at },
        ...comments.map(({ 0: comment }) => ({
          channel: 'workbook-comment' as const,
          text: words(comment),
          ...at,
          around: `${around} ${words(comment)}`,
        })),
      ];
    });
  });
}

export function unitsOfText(text: string, channel: Channel): readonly Passage[] {
  return [...text.matchAll(/(?:(?![.!?](?:\s|$)|\n)[\s\S])+/g)].map(({ 0: sentence, index }) => ({
    channel,
    text: sentence,
    around: sentence,
    isData: false,
    index,
  }));
}
