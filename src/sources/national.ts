import { dirname } from 'node:path';
import { type Issue, issueLine, reportTo } from '../issues.ts';
import type { Topic } from '../model/breakdown.ts';
import type { Term } from '../model/glossary.ts';
import { breaksFileSchema, type Indicator, type NamedBreaks } from '../model/indicator.ts';
import type { ReleaseCalendar } from '../model/release.ts';
import type { Source } from '../model/source.ts';
import { catalogueFileSchema, type Theme } from '../model/theme.ts';
import { type Read, readAll, readOne, withNamedBreaks } from './catalogue.ts';
import { englandFolder } from './england.ts';
import { nationalCalendar } from './release-calendar.ts';
import { breakdownsFileSchema, glossaryFileSchema, sourcesFileSchema } from './schemas.ts';

/** What is true of every council beside its areas: measures and chapters, publications, groups of pupils, words. */
export type National = {
  readonly themes: readonly Theme[];
  readonly indicators: readonly Indicator[];
  readonly sources: readonly Source[];
  readonly topics: readonly Topic[];
  readonly terms: readonly Term[];
  readonly breaks: NamedBreaks;
  readonly calendar: ReleaseCalendar;
};

let held: National | null = null;

/**
 * England's own catalogue, sources, groups of pupils and words, which come with the tool and are cited as `england/…`. They
 * are the same whichever council's folder is read, so they are read once.
 */
export function readNational(): National {
  held ??= readFiles();
  return held;
}

function readFiles(): National {
  const issues: Issue[] = [];
  const ours = 'a file of ours';
  const folder = { root: dirname(englandFolder), report: reportTo(issues), texts: new Map() };
  const breaks = whole(readOne(folder, 'england/breaks.yaml', breaksFileSchema, ours));
  const catalogue = readAll(folder, 'england/catalogue', catalogueFileSchema, ours, document =>
    withNamedBreaks(document, breaks, folder.report),
  ).map(file => whole(file));
  const read = {
    themes: catalogue.map(({ theme }) => theme),
    indicators: catalogue.flatMap(({ theme, indicators }) =>
      indicators.map(one => ({ ...one, theme: theme.id })),
    ),
    sources: whole(readOne(folder, 'england/sources.yaml', sourcesFileSchema, ours)).sources,
    topics: whole(readOne(folder, 'england/breakdowns.yaml', breakdownsFileSchema, ours)).topics,
    terms: whole(readOne(folder, 'england/glossary.yaml', glossaryFileSchema, ours)).terms,
    breaks,
    calendar: nationalCalendar(),
  };
  return read;

  /** Nobody but us can mend these files, so a fault in them is a fault of ours. */
  function whole<T>(file: Read<T> | null): T {
    const value = file?.value ?? null;
    if (value === null || issues.length > 0)
      throw new Error(`invalid data/england: ${issues.slice(0, 3).map(issueLine).join('; ')}`);
    return value;
  }
}
