import type { Weighting } from '../model/profile.ts';

/** What counts once in a figure, for readers: a school-weighted share is not a pupil-weighted one (X02). */
export function countedOnce(weighted: Weighting | undefined): readonly string[] {
  switch (weighted) {
    case undefined:
      return [];
    case 'schools':
      return [
        'Weighted by schools: each school counts once, however many pupils it has. It may not be set beside a share of pupils.',
      ];
    case 'pupils':
      return [
        'Weighted by pupils: each pupil counts once, so a large school counts for more than a small one. It may not be set beside a share of schools.',
      ];
    case 'inspections':
      return [
        'Weighted by inspections: each inspection of the year counts once, and schools that were not inspected do not count. It may not be set beside a share of all schools.',
      ];
  }
}
