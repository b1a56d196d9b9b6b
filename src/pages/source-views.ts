import type { Source } from '../model/source.ts';
import { dateLabel } from '../model/time.ts';
import type { SectionView } from './view.ts';

/** As a page cites them, each once. */
export function sourceViews(sources: readonly Source[], ids: readonly string[]): SectionView['sources'] {
  return [...new Set(ids)].flatMap(id => {
    const source = sources.find(source => source.id === id);
    return source === undefined ? [] : [{ title: source.title, href: source.url, detail: detailOf(source) }];
  });
}

/** "Department for Education, 29 January 2015. State-funded schools. Open Government Licence v3.0." */
function detailOf({ organisation, released, coverage, licence }: Source): string {
  const who = released === undefined ? organisation : `${organisation}, ${dateLabel(released)}`;
  return [who, ...(coverage === undefined ? [] : [coverage.replace(/\.$/, '')]), licence]
    .map(text => `${text}.`)
    .join(' ');
}
