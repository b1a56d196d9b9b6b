import MarkdownIt from 'markdown-it';
import { type Issue, issueOf } from '../issues.ts';
import { type Commentary, inBraces, namesInBraces, withoutRestsOn } from '../model/commentary.ts';
import type { Figure } from '../model/figure.ts';
import { type Place, placeIn } from '../model/place.ts';
import { type Named, nameIssues } from './figure-names.ts';
import type { Mention } from './sentence.ts';
import { yearsOfNoFigure } from './typed-years.ts';

export type WrittenLink = { readonly href: string; readonly place: Place };

/** Officers' commentary with its figures in place: as HTML with their links, and what it mentioned. */
export type ReadCommentary = {
  readonly html: (printer: { readonly link: (figure: Figure) => string }) => string;
  readonly mentions: readonly Mention[];
  /** Where its links lead, as written, each with its place. */
  readonly links: readonly WrittenLink[];
  readonly issues: readonly Issue[];
};

/** A name that nothing is known by, or whose figure may not be given, is an issue at its line and column. */
export function readCommentary(
  { markdown: written, place }: Commentary,
  resolve: (name: string) => Named | null,
): ReadCommentary {
  const markdown = withoutRestsOn(written);
  const found = namesInBraces(markdown).map(({ name, index }) => ({
    name,
    index,
    place: placeIn(markdown, place, index),
    named: resolve(name.trim()),
  }));
  const byName = new Map(
    found.flatMap(({ name, named }) => (named === null ? [] : [[name.trim(), named] as const])),
  );
  const figures = found.map(({ index, named }) => ({ index, figure: named?.figure ?? null }));
  const years = yearsOfNoFigure(markdown, figures).flatMap(({ typed, at, year }) => {
    const { name, place: where } = found[at] ?? { name: '', place };
    return issueOf(where, 'year-of-no-figure', typed, name, year);
  });
  const links = linksIn(markdown, byName, index => placeIn(markdown, place, index));
  return {
    html: ({ link }) =>
      printed.render(markdown, {
        named: byName,
        linkTo: ({ figure }) => `/${link(figure)}`,
      } satisfies Figures),
    mentions: [...byName.values()].map(({ mention }) => mention),
    links,
    issues: [...found.flatMap(nameIssues), ...years],
  };
}

/** The links of Markdown, those too that would not be printed as one. */
function linksIn(
  markdown: string,
  named: ReadonlyMap<string, Named>,
  at: (index: number) => Place,
): readonly WrittenLink[] {
  let from = 0;
  const placed = (href: string) => {
    const index = markdown.indexOf(href, from);
    if (index !== -1) from = index + href.length;
    return at(Math.max(0, index));
  };
  const runs = asWritten
    .parse(markdown, { named } satisfies Figures)
    .flatMap(({ children }) => children ?? []);
  return runs.flatMap(run => {
    const href = run.attrGet('href');
    return run.type !== 'link_open' || href === null ? [] : [{ href, place: placed(href) }];
  });
}

/** The words of Markdown as they are printed, on one line: its figures in place, its marks left out. */
export function plainText(markdown: string, resolve: (name: string) => Named | null): string {
  const named = new Map(
    namesInBraces(markdown).flatMap(({ name }) => {
      const found = resolve(name.trim());
      return found === null ? [] : [[name.trim(), found] as const];
    }),
  );
  const tokens = printed.parse(markdown, { named } satisfies Figures);
  const runs = tokens
    .flatMap(({ children }) => [...(children ?? []), null])
    .map(run => {
      if (run === null || run.type.endsWith('break')) return ' ';
      return run.type === 'figure' ? (run.meta as Mention).text : run.content;
    });
  return runs.join('').replace(/\s+/g, ' ').trim();
}

/** What is given with some Markdown, as its environment: the figures that stand in braces, and where each leads when it is printed. */
type Figures = {
  readonly named: ReadonlyMap<string, Named>;
  readonly linkTo?: (mention: Mention) => string;
};

const atStart = new RegExp(`^${inBraces.source}`);

/** Markdown without raw HTML, whose headings begin at the third level and whose braces are figures. */
function renderer(): MarkdownIt {
  const markdownIt = new MarkdownIt({ html: false, typographer: true, quotes: '“”‘’' });
  markdownIt.inline.ruler.before('emphasis', 'figure', (state, silent) => {
    const { named }: Figures = state.env;
    const [written] = atStart.exec(state.src.slice(state.pos)) ?? [];
    const held = written === undefined ? undefined : named.get(written.slice(1, -1).trim());
    if (written === undefined || held === undefined) return false;
    if (!silent) state.push('figure', 'a', 0).meta = held.mention;
    state.pos += written.length;
    return true;
  });
  markdownIt.renderer.rules.figure = (tokens, index, _, { linkTo }: Figures) => {
    const mention = tokens[index]?.meta as Mention;
    return `<a class="figure" href="${linkTo?.(mention) ?? ''}">${markdownIt.utils.escapeHtml(mention.text)}</a>`;
  };
  markdownIt.core.ruler.push('lower-headings', ({ tokens }) => {
    for (const token of tokens.filter(({ type }) => type.startsWith('heading_'))) {
      token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 2)}`;
    }
  });
  return markdownIt;
}

// Made once: each compiles dozens of patterns.
const printed = renderer();
/** Takes every link as it is written, those too that would not be printed as one. */
const asWritten = renderer();
asWritten.validateLink = () => true;
asWritten.normalizeLink = href => href;
