import type { Mark } from '../model/chart.ts';
import { unsettled } from '../model/observation.ts';
import { type Marker, paper } from './palette.ts';

/** A mark as its label prints it: "84%", "84% [p]". */
export function labelOf({ text, status }: Mark): string {
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
