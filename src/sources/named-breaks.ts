import type { Report } from '../issues.ts';
import type { NamedBreaks } from '../model/indicator.ts';
import { type Path, valueAt } from '../model/place.ts';
import { nearest } from '../model/spelling.ts';
import type { Document } from './yaml.ts';

/**
 * A file of the catalogue with the breaks and pauses that it names put in the place of their names. A name that
 * nothing has is reported, unless the names themselves were not understood (null), and stands for nothing.
 */
export function withNamedBreaks(document: Document, named: NamedBreaks | null, report: Report): Document {
  const entries = (written: unknown, list: keyof NamedBreaks, path: Path): unknown => {
    if (!Array.isArray(written)) return written;
    const byId = new Map(named?.[list].map(({ id, ...entry }) => [id, entry]));
    return written.flatMap((each: unknown, at) => {
      if (typeof each !== 'string') return [each];
      const entry = byId.get(each);
      if (entry !== undefined) return [entry];
      if (named !== null)
        report(
          document.place([...path, at]),
          `unknown-${breakOrPause[list]}`,
          each,
          nearest(each, byId.keys()),
        );
      return [];
    });
  };
  const indicators = valueAt(document.data, ['indicators']);
  if (!Array.isArray(indicators) || !isMapping(document.data)) return document;
  const whole = indicators.map((one: unknown, at) =>
    isMapping(one)
      ? Object.fromEntries(
          Object.entries(one).map(([key, value]) => [
            key,
            key === 'breaks' || key === 'pauses' ? entries(value, key, ['indicators', at, key]) : value,
          ]),
        )
      : one,
  );
  return { ...document, data: { ...document.data, indicators: whole } };
}

const breakOrPause = { breaks: 'break', pauses: 'pause' } as const;

function isMapping(data: unknown): data is object {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
