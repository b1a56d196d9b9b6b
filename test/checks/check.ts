import type { Page } from 'playwright-core';
import type { Kit } from './kit.ts';
import type { Site } from './site.ts';

/** The ways in which every page is looked at. */
export const states = [
  'wide',
  'narrow',
  'enlarged',
  'largest',
  'spaced',
  'zoomed',
  'forced',
  'dark',
  'printed',
  'still',
] as const;
/** The name of a way of looking at a page. */
export type State = (typeof states)[number];

/** What each way of looking is, for readers of the results. */
export const stateLabels: Readonly<Record<State, string>> = {
  wide: 'at 1280 pixels',
  narrow: 'at 320 pixels',
  enlarged: 'with text at 200%',
  largest: 'with text at 200%, at 320 pixels',
  spaced: 'with text spaced out, at 320 pixels',
  zoomed: 'at 400% zoom',
  forced: 'in the reader’s own dark colours',
  dark: 'where dark pages are preferred',
  printed: 'on paper',
  still: 'with reduced motion',
};

type Named = {
  /** Begins with the number of an item of the checklist. */
  readonly name: string;
  /** The items of the checklist that it answers. */
  readonly items: readonly number[];
};

/** A check of a page as a browser shows it. `find` is sent into the page: it may use nothing but its kit. */
export type PageCheck = Named & {
  readonly states: readonly State[];
  /** States among these in which it looks at one page of each kind: what it looks at hardly depends on them. */
  readonly sampled?: readonly State[];
  readonly find: (kit: Kit) => readonly string[] | Promise<readonly string[]>;
};

/**
 * Whether a check looks in a state at one page of each kind alone: what it looks at hardly depends on the state, or the state
 * is that of a low window, whose pages are as wide as the narrow ones that are all seen.
 */
export function isSampled({ sampled }: PageCheck, state: State): boolean {
  return state === 'zoomed' || sampled?.includes(state) === true;
}

/** A check of the whole site as files. */
export type SiteCheck = Named & {
  readonly find: (site: Site) => readonly string[] | Promise<readonly string[]>;
};

/** A check that works the browser: by keyboard, over a network, through the accessibility tree. */
export type DrivenCheck = Named & {
  readonly pages: (site: Site) => readonly string[];
  readonly drive: (page: Page, name: string, site: Site) => Promise<readonly string[]>;
};
