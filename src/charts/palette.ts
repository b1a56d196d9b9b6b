import type { Mark, SeriesRole } from '../model/chart.ts';
import { unsettled } from '../model/observation.ts';

// The Analysis Function's palette. Colours are custom properties so that a page can follow forced colours and print.

/** How a series looks: its colour, and the marker and dash that tell it apart without colour. Each means one thing in every chart. */
export type Look = {
  readonly colour: string;
  /** A shape of Vega's, or the path of one. */
  readonly shape: string;
  /** Of its marker: Vega's sizes are areas of the square around a shape, and pointed shapes look smaller and get more. */
  readonly area: number;
  readonly dash: readonly number[];
  /** Of the line, in pixels: the council's is the heaviest. */
  readonly width: number;
};

const blue = '#12436D';
const turquoise = '#28A197';
const pink = '#801650';
const orange = '#F46A25';
const grey = '#3D3D3D';
const purple = '#A285D1';
const black = '#0B0C0C';

// What is aimed for is a bar across the way that is measured: flat in a chart of years, upright in one of bars.
const flat = 'M-1-.3H1V.3H-1Z';
const upright = 'M-.16-1H.16V1H-.16Z';

const saltire = 'M-1-.55L-.55-1L0-.45L.55-1L1-.55L.45 0L1 .55L.55 1L0 .45L-.55 1L-1 .55L-.45 0Z';

export const looks = {
  council: { colour: named('council', blue), shape: 'circle', area: 122, dash: [], width: 3.5 },
  nation: { colour: named('nation', orange), shape: 'square', area: 64, dash: [8, 3], width: 2 },
  region: { colour: named('region', turquoise), shape: 'diamond', area: 100, dash: [2, 3], width: 2 },
  neighbours: {
    colour: named('neighbours', pink),
    shape: 'triangle-up',
    area: 84,
    dash: [10, 3, 2, 3],
    width: 2,
  },
  other: { colour: named('other', grey), shape: 'triangle-down', area: 84, dash: [5, 5], width: 2 },
  spare: {
    colour: named('spare', purple),
    shape: 'triangle-right',
    area: 84,
    dash: [6, 2, 2, 2, 2, 2],
    width: 2,
  },
  target: { colour: named('target', black), shape: flat, area: 280, dash: [3, 4], width: 2 },
  projection: { colour: named('projection', grey), shape: 'circle', area: 100, dash: [1, 3], width: 2 },
  /** The many other areas, behind those that are named. */
  context: { colour: named('context', '#8C8C8C'), shape: 'circle', area: 64, dash: [], width: 1 },
  // No area is meant by the groups of a gap: two shades of one hue, and two shapes.
  first: { colour: named('group', blue), shape: 'circle', area: 150, dash: [], width: 2 },
  second: { colour: named('group-2', '#2073BC'), shape: saltire, area: 190, dash: [], width: 2 },
} as const satisfies Record<string, Look>;
export type LookName = keyof typeof looks;

export const acrossBar = upright;

function named(name: string, hex: string): string {
  return `var(--chart-${name}, ${hex})`;
}

/** The look of each series of a chart, in order; a role that comes twice (two groups, say) takes one that is free. */
export function seriesLooks(roles: readonly SeriesRole[]): readonly LookName[] {
  const taken = new Set<LookName>();
  return roles.map(role => {
    const spares = ['spare', 'region', 'neighbours', 'nation'] as const;
    const free = taken.has(role)
      ? spares.find(look => !taken.has(look) && !roles.some(each => each === look))
      : role;
    taken.add(free ?? role);
    return free ?? role;
  });
}

/** The looks of bars: the council, or groups of its pupils, and its comparators keep the colour of their role, the many other areas step back. */
export function barLooks(roles: readonly SeriesRole[]): readonly LookName[] {
  const many = (role: SeriesRole) => role === 'other' || roles.filter(each => each === role).length > 1;
  return roles.map(role => (role !== 'council' && many(role) ? 'context' : role));
}

/** The page behind a chart, for gaps and rims. */
export const paper = named('paper', '#FFFFFF');

/** Text and axes: whatever colour the page's text has. */
export const ink = 'currentColor';

/** What a page would set, as plain colours: for a specification that stands by itself. */
export function plainColours(specification: string): string {
  return specification
    .replaceAll(/var\(--chart-[a-z0-9-]+, (#[0-9A-F]{6})\)/g, '$1')
    .replaceAll(ink, black)
    .replaceAll('"transparent"', '"#FFFFFF"');
}

const gap = named('part-gap', '#FFFFFF');

/** From dark to light; the last two are edged, being too light to stand on white. */
export const partLooks = [
  { fill: named('part-1', blue), stroke: gap, text: named('part-1-text', '#FFFFFF') },
  { fill: named('part-2', '#2073BC'), stroke: gap, text: named('part-2-text', '#FFFFFF') },
  { fill: named('part-3', '#6BACE6'), stroke: gap, text: named('part-3-text', black) },
  { fill: named('part-4', '#DCE9F5'), stroke: named('part-4-edge', blue), text: named('part-4-text', black) },
  { fill: named('part-5', '#FFFFFF'), stroke: named('part-5-edge', blue), text: named('part-5-text', black) },
];
/** The parts before this one have gaps for outlines; the others are seen with theirs. */
export const firstEdged = 3;

/** A mark as its label prints it: "84%", "84% [p]". */
export function markLabel({ text, status }: Mark): string {
  return status === undefined ? text : `${text} ${unsettled[status].symbol}`;
}
