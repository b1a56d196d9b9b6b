import type { Mark, SeriesRole } from '../model/chart.ts';
import { unsettled } from '../model/observation.ts';

// The Analysis Function's palette. Colours are custom properties so that a page can follow forced colours and print.

/** How a series looks: its colour, and the marker and dash that tell it apart without colour. */
export type Look = {
  readonly colour: string;
  readonly shape: keyof typeof areas;
  readonly dash: readonly number[];
  /** Of the line, in pixels: the council's is the heaviest. */
  readonly width: number;
};

// Vega's sizes are areas of the square around a shape: pointed shapes look smaller and get more.
const areas = {
  circle: 76,
  square: 64,
  diamond: 100,
  'triangle-up': 84,
  'triangle-down': 84,
  cross: 76,
} as const;

const blue = '#12436D';
const turquoise = '#28A197';
const pink = '#801650';
const orange = '#F46A25';
const grey = '#3D3D3D';
const purple = '#A285D1';

const council: Look = { colour: `var(--chart-council, ${blue})`, shape: 'circle', dash: [], width: 3.5 };
const nation: Look = {
  colour: `var(--chart-nation, ${orange})`,
  shape: 'square',
  dash: [8, 3],
  width: 2,
};
const region: Look = {
  colour: `var(--chart-region, ${turquoise})`,
  shape: 'diamond',
  dash: [2, 3],
  width: 2,
};
const neighbours: Look = {
  colour: `var(--chart-neighbours, ${pink})`,
  shape: 'triangle-up',
  dash: [10, 3, 2, 3],
  width: 2,
};
const other: Look = {
  colour: `var(--chart-other, ${grey})`,
  shape: 'triangle-down',
  dash: [5, 5],
  width: 2,
};
const spare: Look = {
  colour: `var(--chart-spare, ${purple})`,
  shape: 'cross',
  dash: [6, 2, 2, 2, 2, 2],
  width: 2,
};

const looks: Readonly<Record<SeriesRole, Look>> = { council, nation, region, neighbours, other };

/** The look of each series of a chart, in order; a role that comes twice (two groups, say) takes one that is free. */
export function seriesLooks(roles: readonly SeriesRole[]): readonly Look[] {
  const taken = new Set<Look>();
  return roles.map(role => {
    const own = looks[role];
    const free = taken.has(own)
      ? [spare, region, neighbours, nation].find(
          look => !taken.has(look) && !roles.some(each => looks[each] === look),
        )
      : own;
    taken.add(free ?? own);
    return free ?? own;
  });
}

/** The look of what was aimed for: a thin broken line with hollow marks, never that of an outcome. */
export const targetLook: Look = {
  colour: `var(--chart-target, ${pink})`,
  shape: 'diamond',
  dash: [3, 4],
  width: 2,
};

/** A mark upright across a bar, for what was aimed for: `extent` pixels high, rimmed so that it is seen on the bar too. */
export function acrossMarker(extent: number): Marker {
  return { shape: 'M-.16-1H.16V1H-.16Z', size: extent ** 2, fill: ink, stroke: paper, rim: 1.5 };
}

/** The look of what is expected, which is no outcome either. */
export const projectionLook: Look = {
  colour: `var(--chart-projection, ${grey})`,
  shape: 'square',
  dash: [1, 3],
  width: 2,
};

/** The many other areas, behind those that are named. */
export const context = 'var(--chart-context, #8C8C8C)';

/** The colours of bars: comparators keep the colour of their role, the many other areas step back. */
export function barColours(roles: readonly SeriesRole[]): readonly string[] {
  const many = (role: SeriesRole) => role === 'other' || roles.filter(each => each === role).length > 1;
  return roles.map(role => (many(role) ? context : looks[role].colour));
}

/** The page behind a chart, for gaps and rims. */
export const paper = 'var(--chart-paper, #FFFFFF)';

/** Text and axes: whatever colour the page's text has. */
export const ink = 'currentColor';

/** How a marker is drawn: `size` is its area, `rim` the width of its outline. */
export type Marker = {
  readonly shape: string;
  readonly size: number;
  readonly fill: string;
  readonly stroke: string;
  readonly rim: number;
};

/** The marker of a series: larger for the council, rimmed so that it stands out where lines cross. */
export function marker({ shape, width, colour }: Look): Marker {
  return { shape, size: areas[shape] * (width > 2 ? 1.6 : 1), fill: colour, stroke: paper, rim: 1.5 };
}

/** The marker of a series that stands alone, and not on a line. */
export function largeMarker(look: Look): Marker {
  const own = marker(look);
  return { ...own, size: own.size * 1.5 };
}

/** One of the many other areas: a dot of this diameter, without a rim. */
export function dotMarker(diameter: number): Marker {
  return { shape: 'circle', size: diameter ** 2, fill: context, stroke: paper, rim: 0 };
}

// No area is meant by the groups of a gap: one hue, and a solid and a hollow shape.
const groupColour = `var(--chart-group, ${blue})`;
const groupMarkers: readonly [Marker, Marker] = [
  { shape: 'circle', size: 120, fill: groupColour, stroke: groupColour, rim: 2 },
  { shape: 'diamond', size: 140, fill: paper, stroke: groupColour, rim: 2 },
];

/** The marker of the first or second group of a gap. */
export function groupMarker(group: number): Marker {
  return groupMarkers[group === 0 ? 0 : 1];
}

/** How a part of a whole is filled and outlined, and the colour that text on it needs. */
type PartLook = {
  readonly fill: string;
  readonly stroke: string;
  readonly text: string;
  /** True when the outline is seen as part of it; else it is the gap to the next part. */
  readonly edged: boolean;
};

const gap = 'var(--chart-part-gap, #FFFFFF)';

// From dark to light; the last two are edged, being too light to stand on white.
const partLooks: readonly [PartLook, PartLook, PartLook, PartLook, PartLook] = [
  {
    fill: `var(--chart-part-1, ${blue})`,
    stroke: gap,
    text: 'var(--chart-part-1-text, #FFFFFF)',
    edged: false,
  },
  {
    fill: 'var(--chart-part-2, #2073BC)',
    stroke: gap,
    text: 'var(--chart-part-2-text, #FFFFFF)',
    edged: false,
  },
  {
    fill: 'var(--chart-part-3, #6BACE6)',
    stroke: gap,
    text: 'var(--chart-part-3-text, #0B0C0C)',
    edged: false,
  },
  {
    fill: 'var(--chart-part-4, #DCE9F5)',
    stroke: `var(--chart-part-4-edge, ${blue})`,
    text: 'var(--chart-part-4-text, #0B0C0C)',
    edged: true,
  },
  {
    fill: 'var(--chart-part-5, #FFFFFF)',
    stroke: `var(--chart-part-5-edge, ${blue})`,
    text: 'var(--chart-part-5-text, #0B0C0C)',
    edged: true,
  },
];

/** The look of a part, in the order of the parts. */
export function partLook(part: number): PartLook {
  return partLooks[part] ?? partLooks[4];
}

/** A mark as its label prints it: "84%", "84% [p]". */
export function markLabel({ text, status }: Mark): string {
  return status === undefined ? text : `${text} ${unsettled[status].symbol}`;
}

/** A marker as a status asks: hollow for figures that may yet change, whatever its series. */
export function statusMarker(marker: Marker, { status }: Mark): Marker {
  if (status !== 'early' && status !== 'provisional') return marker;
  return hollow(marker);
}

/** A marker of which only the outline is in the colour of its series. */
export function hollow(marker: Marker): Marker {
  return { ...marker, fill: paper, stroke: marker.fill, rim: 2.5 };
}
