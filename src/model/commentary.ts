import type { Place } from './place.ts';

/** The officers' words on a theme (or the home page, theme `home`) in an edition: Markdown, with its place. */
export type Commentary = {
  /** "2013-14". */
  readonly edition: string;
  readonly theme: string;
  readonly markdown: string;
  /** Where the Markdown begins; its nth line is at `place.line + n - 1`. */
  readonly place: Place;
};
