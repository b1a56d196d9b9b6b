import type { PublicFolder } from '../gate/public-folder.ts';
import { pauseIn } from '../judgements/comparability.ts';
import { concernsOf } from '../judgements/concerns.ts';
import type { Findings } from '../judgements/findings.ts';
import type { GapFindings } from '../judgements/gap.ts';
import type { Setting } from '../judgements/setting.ts';
import type { ThemeFindings } from '../judgements/theme-findings.ts';
import type { Area } from '../model/area.ts';
import { type Breakdown, total } from '../model/breakdown.ts';
import { editionId, type Period, periodLabel, yearsAfter } from '../model/time.ts';
import type { EditionMaterial } from '../pages/material.ts';
import type { KnownFigures } from '../series.ts';

/** The national chapters that a report usually has, in order. */
const usualChapters: readonly string[] = [
  ...['eyfs', 'phonics', 'ks2', 'ks4', 'post16', 'destinations', 'attendance', 'exclusions', 'send'],
  ...['social-care', 'places', 'gaps'],
];

/** The national measures that stand on the front page, in order, where the council has a figure of them. */
const usualHeadlines: readonly string[] = [
  ...['eyfs-good-level', 'phonics-year1', 'ks2-rwm-expected', 'ks4-attainment8', 'ks4-grade5-em'],
  ...['post16-level3', 'neet-not-known', 'overall-absence', 'persistent-absence', 'suspensions'],
  'ehc-20-weeks',
];

export type Chosen = {
  readonly period: Period;
  readonly chapters: readonly string[];
  readonly headlines: readonly string[];
  /** Measures of the chapters that are not reported. */
  readonly leavesOut: readonly string[];
};

export function usualChoice(period: Period): Chosen {
  return { period, chapters: usualChapters, headlines: usualHeadlines, leavesOut: [] };
}

/**
 * What the figures held allow: the newest year that has a headline of the council, the chapters with a figure of that
 * year or the one before, and the headlines with any figure; without the measures that ended, and those without a figure
 * of the last three years or, where nobody took them this year, of the last two. Null where no figure of the council is held.
 */
export function chosenFrom(folder: PublicFolder, known: KnownFigures): Chosen | null {
  const { council, indicators, topics, themes } = folder;
  const latest = (id: string, breakdown: Breakdown = total) =>
    known.series(id, council.code, breakdown).findLast(({ value }) => value.kind === 'known')?.period ?? '';
  const years = new Map(indicators.map(({ id }) => [id, latest(id)]));
  const held = [...years].flatMap(([id, year]) => (year === '' ? [] : [id]));
  const usual = usualHeadlines.filter(id => held.includes(id));
  const headlines = usual.length > 0 ? usual : held.slice(0, usualHeadlines.length);
  const period = headlines.map(id => years.get(id) ?? '').reduce((a, b) => (a > b ? a : b), '');
  if (period === '') return null;
  const isFresh = (year: Period) => year !== '' && year >= yearsAfter(period, -1);
  const groups = topics.filter(({ gaps }) => gaps.length > 0);
  const gathered = groups.filter(({ id, gaps }) =>
    indicators.some(
      one =>
        one.breakdowns.includes(id) &&
        gaps.some(({ group }) => isFresh(latest(one.id, { topic: id, group }))),
    ),
  );
  const isTold = ({ id, topics }: PublicFolder['themes'][number]) =>
    indicators.some(one => one.theme === id && isFresh(years.get(one.id) ?? '')) ||
    gathered.some(topic => topics.includes(topic.id));
  const order = (id: string) => {
    const at = usualChapters.indexOf(id);
    return at === -1 ? usualChapters.length : at;
  };
  const told = themes.filter(isTold).map(({ id }) => id);
  const chapters = told.toSorted((a, b) => order(a) - order(b));
  const isOver = (one: PublicFolder['indicators'][number]) => {
    const last = years.get(one.id) ?? '';
    const oldest = yearsAfter(period, pauseIn(one, period) === null ? -2 : -1);
    return last !== '' && ((one.end !== undefined && one.end < period) || last < oldest);
  };
  const leavesOut = indicators.filter(
    one => chapters.includes(one.theme) && !headlines.includes(one.id) && isOver(one),
  );
  return { period, chapters, headlines, leavesOut: leavesOut.map(({ id }) => id) };
}

/** `data/council.yaml` of a council that nobody has told us anything of yet. */
export function councilFile({ code, name }: Area, region: string, nation: string, today: string): string {
  return `# Who publishes this report. Everything below the nation is a beginning: put the council’s own in its place.
code: ${code}
name: ${quoted(name)}
region: ${region}
nation: ${nation}
website: ${findCouncil}
# Where the report will be published, for the feed and the site map, once that is known; it ends with a slash:
# address: https://…/
colours:
  brand: '#12436d'
  brand-text: '#ffffff'
contact:
  role: Education data and performance officer
  department: Children’s services
  url: ${findCouncil}
  reviewed: '${today}'
accessibility:
  prepared: '${today}'
  reviewed: '${today}'
disclosure:
  count-below: 6
  base-at-most: 10
  extremes-base-below: 20
`;
}

const findCouncil = 'https://www.gov.uk/find-local-council';

/** The file of an edition, in draft; `neighbours` is a list’s id, where there is one. */
export function editionFile(
  { period, chapters, headlines, leavesOut }: Chosen,
  neighbours: string | null,
  today: string,
): string {
  const id = editionId(period);
  const list = (ids: readonly string[]) => ids.map(each => `\n  - ${each}`).join('');
  return `id: '${id}'
period: '${period}'
title: Annual Education Report ${id}
status: draft
# What came out after this day is not in the edition.
cut-off: '${today}'${neighbours === null ? '' : `\nneighbours: ${neighbours}`}
# The chapters, in order.
themes:${list(chapters)}
${leavesOut.length === 0 ? '' : `# Measures of these chapters that are not reported: they ended, or have no recent figure here.\nleaves-out:${list(leavesOut)}\n`}# The measures on the front page, in order.
headlines:${list(headlines)}
`;
}

/** A file of commentary that is still to be written, by its path: what to write about, and the names of the figures. */
export function commentaryPrompts(material: EditionMaterial): ReadonlyMap<string, string> {
  const { edition } = material.setting;
  const folder = `content/commentary/${edition.id}`;
  const year = periodLabel(edition.period);
  const ofHome = [
    ...material.found.headlines.map(found => measure(found, edition.period)),
    ...material.found.missing.map(({ id, label }) => nameLines(label, [id, `${id} change`])),
  ];
  const home = prompt(
    `The summary of ${year}`,
    'What was the year like for children and young people here? What are we proud of, and what must be better?',
    ofHome,
  );
  const chapters = material.themes.map(({ found }) => {
    const about = asked(found, material.setting);
    return [
      `${folder}/${found.theme.id}.md`,
      prompt(`${found.theme.label} in ${year}`, null, about),
    ] as const;
  });
  return new Map([[`${folder}/home.md`, home], ...chapters]);
}

/** More measures than these are not a help to a writer. */
const most = 4;

/** What a chapter is asked about: its headlines, then what a governor would ask first, then what it begins with. */
function asked(found: ThemeFindings, setting: Setting): readonly string[] {
  const { period, headlines } = setting.edition;
  const everyone = found.indicators.flatMap(each => each.everyone ?? []).filter(isRecent(period));
  const concerns = concernsOf(found, setting).flatMap(concern =>
    'gap' in concern ? [] : [concern.findings],
  );
  const first = everyone.filter(({ indicator }) => headlines.includes(indicator.id));
  const measures = [...new Set([...first, ...concerns.filter(isRecent(period)), ...everyone])];
  const gaps = found.topics.flatMap(topic => topic.gaps).filter(({ now }) => now.period === period);
  return [
    ...measures.slice(0, most).map(each => measure(each, period)),
    ...gaps.slice(0, most).map(gapLines),
  ];
}

/** A figure of the year, or of the one before where the year’s is still to come. */
const isRecent =
  (period: Period) =>
  ({ latest, level }: Findings): boolean =>
    latest.period >= yearsAfter(period, -1) && level.value.kind === 'known';

/** A measure with the names of its figures: what it is, how far it moved, and those it is set beside. */
function measure({ indicator, latest, change, comparisons }: Findings, period: Period): string {
  const { id, label } = indicator;
  const year = latest.period === period ? '' : ` in ${periodLabel(latest.period)}`;
  const beside = comparisons.held.flatMap(({ beside: { comparator }, degree }) =>
    (comparator === 'nation' || comparator === 'neighbours') && degree !== 'refused' ? [comparator] : [],
  );
  const names = [
    id,
    ...(change.outcome === 'refused' ? [] : [`${id} change`]),
    ...beside.map(who => `${id} of ${who}`),
  ];
  return nameLines(
    label,
    [...new Set(names)].map(name => name + year),
  );
}

function gapLines({ indicator, pair: { group, against } }: GapFindings): string {
  return nameLines(`${indicator.label}: ${group} and ${against}`, [`${indicator.id} gap ${group}`]);
}

function nameLines(label: string, names: readonly string[]): string {
  return [`- ${label}`, `  ${names.map(name => `{${name}}`).join('  ')}`].join('\n');
}

function prompt(title: string, question: string | null, measures: readonly string[]): string {
  const names =
    measures.length === 0
      ? []
      : [
          'Name figures and do not type them: what stands in braces is printed as the figure.',
          measures.join('\n'),
        ];
  return [
    '<!--',
    `${title}: put a few paragraphs in the place of this comment, which is not printed.`,
    ...(question === null ? [] : [question]),
    'What changed, and why? What is being done about it, by whom (a role, not a name) and by when?',
    'How does it compare with England and the statistical neighbours, and what can be learned from them?',
    ...names,
    '-->',
    '',
  ].join('\n');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
