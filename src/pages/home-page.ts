import type { Change } from '../judgements/change.ts';
import type { Level } from '../judgements/figures.ts';
import type { Changed, Front, Headline, Places } from '../judgements/front.ts';
import { withComparator } from '../judgements/setting.ts';
import type { Indicator } from '../model/indicator.ts';
import { type Period, timeLabel } from '../model/time.ts';
import { type Answer, nameOf } from '../narrative/home-sentences.ts';
import { textOf, type Written } from '../narrative/sentence.ts';
import { wayWords } from '../narrative/trend-phrases.ts';
import { nextRuns, undertakingsIn } from '../plans/hub/undertakings.ts';
import { servingOf } from '../plans/kit/offers.ts';
import { answeringFor, byGravity } from '../targets/schema.ts';
import type { WordedTarget } from '../targets/words.ts';
import { addresses } from './addresses.ts';
import { figureCell, notGiven, nothingHeld, sentenceView, wordsCell } from './cells.ts';
import { at, type Layout } from './material.ts';
import { recentOrigin } from './origin.ts';
import { topicId } from './parts.ts';
import type { Printer } from './printer.ts';
import { statusView } from './status-views.ts';
import type { Cell } from './view.ts';

/** The front page of an edition laid out: three answers, how we compare, what changed, what was promised, chapters. */
export function homePage(report: Layout) {
  const { id } = report.setting.edition;
  const front = { href: addresses.evidence(id, null), id: 'front', heading: 'The front page', source: null };
  const layout = at(report, addresses.edition(id), front);
  const { found, home, setting, printer, targets } = layout;
  const views = (sentences: readonly Written[]) => sentences.map(sentence => sentenceView(sentence, printer));
  return {
    origin: recentOrigin(setting),
    due: views(home.due),
    answers: answersOf(layout),
    compare: compareView(layout),
    changes: changesView(layout),
    targets:
      targets === null
        ? null
        : {
            sentence: sentenceView(targets.home, printer),
            href: addresses.page(setting.edition.id, 'targets'),
            promises: promisesOf(
              layout,
              targets.plans.flatMap(plan => plan.targets),
            ),
          },
    foreword: layout.plans.map(plan => plan.front(layout)).find(words => words !== null) ?? null,
    chapters: found.themes.map(({ theme }) => ({
      label: theme.label,
      href: addresses.theme(setting.edition.id, theme.id),
    })),
  };
}

/** What a governor asks first, each with its answer and where it is told in full. */
function answersOf({ home, found, setting, printer }: Layout) {
  const { edition } = setting;
  const section = ({ theme, id }: Indicator) => addresses.section(edition.id, theme, id);
  const worry = found.front.worry.standing?.indicator ?? found.front.worry.change?.indicator;
  const groups = found.themes.flatMap(({ theme, topics }) =>
    topics.filter(({ topic }) => topic.disadvantage === true).map(({ topic }) => ({ theme, topic })),
  );
  const gathered = groups.find(({ topic }) => topic.id === home.disadvantaged.of) ?? groups[0];
  const answer = (
    id: string,
    question: string,
    { answer, evidence }: Answer,
    link: { readonly href: string; readonly text: string } | null,
  ) => ({
    id,
    question,
    answer: sentenceView(answer, printer),
    evidence: evidence.map(each => sentenceView(each, printer)),
    link,
  });
  return [
    answer('better', 'Is it getting better?', home.better, { href: '#changes', text: 'What changed' }),
    answer(
      'worry',
      'What should we worry about?',
      home.worry,
      worry === undefined ? null : { href: section(worry), text: worry.short },
    ),
    answer(
      'disadvantaged',
      'How do disadvantaged children do?',
      home.disadvantaged,
      gathered === undefined
        ? null
        : {
            href: addresses.topic(edition.id, gathered.theme.id, topicId(gathered.topic)),
            text: gathered.topic.label,
          },
    ),
  ];
}

/** The most headlines that the front has room for: the furthest from the nation on either side. */
const mostRows = 16;

/** How we compare: a row a headline, on one scale from worse to better, with the figures that it shows. */
function compareView({ found, home, setting, printer }: Layout) {
  const { headlines } = found.front;
  if (home.compare === null) return null;
  const distance = ({ scale }: Headline) => Math.abs(scale?.own ?? Number.NEGATIVE_INFINITY);
  const shown = headlines.toSorted((a, b) => distance(b) - distance(a)).slice(0, mostRows);
  const rows = headlines.filter(each => shown.includes(each));
  const cell = (level: Level | null): Cell =>
    level === null ? nothingHeld : figureCell(level.figure, printer);
  return {
    title: sentenceView(home.compare, printer),
    nation: setting.nation.name,
    /** Headlines for which there is no room, being nearest to the nation. */
    others: headlines
      .filter(each => !shown.includes(each))
      .map(headline => ({ label: textOf(nameOf(headline)), href: hrefOf(headline, setting.edition.id) })),
    hasNeighbours: rows.some(({ neighbours }) => neighbours !== null),
    rows: rows.map(headline => ({
      label: textOf(nameOf(headline)),
      href: hrefOf(headline, setting.edition.id),
      year:
        headline.period === setting.edition.period
          ? null
          : timeLabel(headline.findings.indicator, headline.period),
      strip: headline.scale === null ? null : stripOf(headline.scale),
      own: cell(headline.level),
      nation: cell(headline.nation?.level ?? null),
      neighbours: cell(headline.neighbours),
      before: headline.before === null ? notGiven : cell(headline.before),
      rank: rankCell(headline, printer),
    })),
  };
}

function rankCell({ rank }: Headline, printer: Printer): Cell {
  return rank?.outcome === 'ranked' ? figureCell(rank.figure, printer) : wordsCell('not ranked');
}

/** Where the section of a headline is told: of a group in the section of its measure. */
function hrefOf({ findings: { indicator } }: Headline, edition: string): string {
  return addresses.section(edition, indicator.theme, indicator.id);
}

/** The strip is drawn from this many spreads worse than the nation to as many better. */
const spreadsShown = 2.1;

/** The places of a row's marks in per cent of the strip's width, the nation in the middle. */
function stripOf({ own, neighbours, before, middle }: Places) {
  const at = (place: number) => {
    const held = Math.max(-1, Math.min(1, place / spreadsShown));
    return Math.round((50 + 46 * held) * 10) / 10;
  };
  return {
    own: at(own),
    /** Which end the mark stands beyond, if any. */
    beyond: Math.abs(own) <= spreadsShown ? null : own > 0 ? ('better' as const) : ('worse' as const),
    neighbours: neighbours === null ? null : at(neighbours),
    before: before === null ? null : at(before),
    middle: middle === null ? null : { from: at(middle[0]), to: at(middle[1]) },
  };
}

/** Each headline once, by what became of it: getting better, getting worse, about the same, or why that cannot be told. */
function changesView({ found, home, setting, printer }: Layout) {
  const { front } = found;
  const group = (kind: 'better' | 'worse' | 'close', heading: string, changes: Front['better']) => ({
    status: { ...statusView(kind), word: heading },
    rows: changes.map(changed => ({
      label: textOf(nameOf(changed.headline)),
      href: hrefOf(changed.headline, setting.edition.id),
      since: sinceWords(changed, setting.edition.period),
      own: wayCell(changed.change, changed.headline.findings.indicator, printer),
      nation: nationCell(changed, printer),
      isChance: changed.change.byChance === true,
    })),
  });
  const groups = [
    group('better', 'Getting better', front.better),
    group('worse', 'Getting worse', front.worse),
    group('close', 'About the same', front.same),
  ].filter(({ rows }) => rows.length > 0);
  // The longer list of bad news stands first.
  const ordered = front.worse.length > front.better.length ? groups.toSorted(byWorseFirst) : groups;
  return {
    nation: setting.nation.name,
    groups: ordered,
    open: home.open.map(sentence => sentenceView(sentence, printer)),
    /** Whether it is known of any headline if its change could be chance. */
    isTested: [...front.better, ...front.worse, ...front.same].some(({ change }) => change.byChance !== null),
  };
}

function byWorseFirst(
  a: { readonly status: { readonly kind: string } },
  b: { readonly status: { readonly kind: string } },
): number {
  return Number(b.status.kind === 'worse') - Number(a.status.kind === 'worse');
}

/** "down 2.11", linked to where the change comes from: what it is in stands over the table. */
function wayCell(change: Pick<Change, 'figure' | 'outcome'>, { unit }: Indicator, printer: Printer): Cell {
  return { ...figureCell(change.figure, printer), text: wayWords(change, unit) };
}

function nationCell({ headline, change }: Changed, printer: Printer): Cell {
  const { findings } = headline;
  const pace = withComparator(findings.paces, 'nation');
  if (pace === undefined || change.earlier?.period !== findings.change.earlier?.period) return nothingHeld;
  return wayCell({ figure: pace.change, outcome: pace.outcome }, findings.indicator, printer);
}

/** The years of a change, where they are not the edition's and the one before. */
function sinceWords(
  { headline: { findings, period }, change: { earlier, lastYear } }: Changed,
  edition: Period,
): string | null {
  if (earlier === null) return null;
  const [from, to] = [earlier.period, period].map(each => timeLabel(findings.indicator, each));
  if (period === edition) return lastYear ? null : `since ${from}`;
  return lastYear ? `in ${to}` : `${from} to ${to}`;
}

/** The most promises that the front has room for. */
const mostPromises = 5;

/** What was promised, in one line each: where it stands, who answers for it, and what is done next. */
function promisesOf(layout: Layout, targets: readonly WordedTarget[]) {
  return targets
    .toSorted((a, b) => byGravity(a.found.status, b.found.status))
    .slice(0, mostPromises)
    .map(({ found: { target, status } }) => {
      const measures = target.parts.flatMap(({ indicator, profile }) => indicator ?? profile ?? []);
      return {
        status: statusView(status),
        short: target.short,
        promise: target.promise,
        href: addresses.target(layout.setting.edition.id, target.id),
        owner: answeringFor(target).join('; '),
        next: nextRuns(layout, servingOf(undertakingsIn(layout), target.id, measures)),
      };
    });
}
