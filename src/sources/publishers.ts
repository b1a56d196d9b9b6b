import type { Report } from '../issues.ts';
import type { Observation } from './council-folder.ts';
import type { CsvRow } from './csv.ts';
import { entryOf, type Known } from './names.ts';

/** Reports a row of an area of a kind that its source has no figures of: the United Kingdom's put under England (X18). */
export function checkSourceArea(row: CsvRow<'area' | 'source'>, known: Known, report: Report): void {
  const { area, source } = row.fields;
  const { areas } = entryOf(known.sources, source);
  const { kind } = entryOf(known.areas, area);
  if (areas === undefined || kind === undefined || areas.includes(kind)) return;
  report(row.at('source'), 'area-not-of-source', source, areas, area, kind);
}

/**
 * Warns of a figure of the nation or a region that another publisher gives than the rest of that measure there (X18): a
 * figure from elsewhere is seldom of the same pupils. What stands in one publication beside the council's own is let be. A row with a note has been looked at, and is let be.
 */
export function checkPublishers(observations: readonly Observation[], known: Known, report: Report): void {
  const publisherOf = ({ source }: Observation) => entryOf(known.sources, source).organisation ?? source;
  const beside = observations.filter(({ area }) => {
    const { kind } = entryOf(known.areas, area);
    return kind === 'nation' || kind === 'region';
  });
  const besideOwn = ({ indicator, period, source }: Observation) => `${indicator}\n${period}\n${source}`;
  const ownSources = new Set(observations.filter(({ area }) => area === known.council).map(besideOwn));
  for (const rows of Map.groupBy(beside, ({ indicator, area }) => `${indicator}\n${area}`).values()) {
    const byPublisher = [...Map.groupBy(rows, publisherOf)].toSorted(([, a], [, b]) => b.length - a.length);
    const [usual, ...others] = byPublisher;
    if (usual === undefined) continue;
    for (const [publisher, theirs] of others.filter(([, theirs]) => theirs.length < usual[1].length)) {
      const first = theirs.find(row => row.note === null && !ownSources.has(besideOwn(row)));
      if (first === undefined) continue;
      const { name = first.area } = entryOf(known.areas, first.area);
      report(first.place, 'publisher-differs', first.source, publisher, usual[0], name);
    }
  }
}
