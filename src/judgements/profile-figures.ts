import type { Figure } from '../model/figure.ts';
import type { PhaseFindings, ProfileFindings, Whole } from './profile.ts';
import type { OverTime } from './profile-time.ts';
import type { ProgrammeSnapshot } from './programme.ts';

/** The figures of a profile: counts, shares, subtotals and totals of every phase or aspect shown, and of earlier days. */
export function profileFigures(found: ProfileFindings): readonly Figure[] {
  switch (found.kind) {
    case 'phases':
      return [
        ...[...found.phases, found.all, ...found.elsewhere].flatMap(phaseFigures),
        ...timeFigures(found.time),
      ];
    case 'aspects':
      return [...found.aspects.flatMap(phaseFigures), ...timeFigures(found.time)];
    case 'levels':
      return countFigures(found.all);
    case 'programme':
      return [...[found.now, ...found.earlier].flatMap(programmeFigures), ...found.refused];
  }
}

function phaseFigures({ total, parts, subtotal }: PhaseFindings): readonly Figure[] {
  return [...parts.flatMap(({ count, share }) => [count, share]), subtotal.count, subtotal.share, total];
}

function countFigures({ total, parts }: Whole): readonly Figure[] {
  return [...parts.map(({ count }) => count), total];
}

function timeFigures({ earlier, changes, superseded }: OverTime): readonly Figure[] {
  return [
    ...earlier.flatMap(({ wholes }) => wholes.flatMap(phaseFigures)),
    ...changes.map(({ figure }) => figure),
    ...(superseded === null ? [] : [superseded.figure]),
  ];
}

function programmeFigures({ members, seen, unseen, outcomes }: ProgrammeSnapshot): readonly Figure[] {
  return [
    members,
    ...[seen, unseen].flatMap(figure => figure ?? []),
    ...outcomes.flatMap(({ count, share }) => (share === null ? [count] : [count, share])),
  ];
}
