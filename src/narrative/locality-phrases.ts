import type { Comparison } from '../judgements/comparison.ts';
import type { HeldRow, LocalityFindings } from '../judgements/localities.ts';
import type { LocalityKind } from '../model/area.ts';
import { type Figure, refusals } from '../model/figure.ts';
import { lower, namesInWords } from '../model/spelling.ts';
import { absences } from '../model/value.ts';
import {
  capitalised,
  type Draft,
  listed,
  many,
  mention,
  numberedSentences,
  plural,
  possessive,
  say,
  size,
  statusRemark,
  type Written,
  written,
} from './sentence.ts';

/** What the localities of a kind are called: one, and several. */
export const localityWords: Readonly<Record<LocalityKind, readonly [one: string, several: string]>> = {
  ward: ['ward', 'wards'],
  locality: ['locality', 'localities'],
};

export type LocalitySaid = {
  readonly found: LocalityFindings;
  readonly sentences: readonly Written[];
  /** Null where no highest and lowest can be named, and so none is drawn. */
  readonly title: Written | null;
};

/** The sentences on the localities of a kind: the highest and lowest and how far apart, then how many are beyond the council. */
export function localitySentences(section: string, found: LocalityFindings, council: string): LocalitySaid {
  const id = `${section}.${localityWords[found.kind][1]}`;
  const title = titleOf(found);
  return {
    found,
    sentences: numberedSentences(id, draftsOf(found, council)),
    title: title === null ? null : written(`${id}.title`, title),
  };
}

/** The places of several localities in a sentence: "Ash", "Ash and Elm". */
function placesText(rows: readonly { readonly area: { readonly name: string } }[]): string {
  return namesInWords(rows.map(({ area }) => area.name));
}

function draftsOf(found: LocalityFindings, council: string): readonly Draft[] {
  const { extremes, held } = found;
  if (extremes.outcome === 'found') return [extremesSentence(found), ...beyondSentence(found, council)];
  const few = held.length <= 2;
  return [
    ...(few ? held.map(row => levelSentence(row, council)) : []),
    ...refusedSentence(found, extremes.because, extremes.spread),
    ...(few ? [] : beyondSentence(found, council)),
  ];
}

/** "There are figures for five of the six wards: the highest was 92% in Ash, the best, and the lowest …, 31 percentage points apart." */
function extremesSentence(found: LocalityFindings): Draft {
  const { extremes, indicator } = found;
  if (extremes.outcome !== 'found') return [];
  const { highest, lowest, spread } = extremes;
  const [best, worst] = [' (the best)', ' (the worst)'];
  const [up, down] =
    indicator.polarity === 'neutral'
      ? ['', '']
      : indicator.polarity === 'high'
        ? [best, worst]
        : [worst, best];
  if (highest.length === found.held.length) return say`${heldWords(found)}, and each is ${levelOf(highest)}.`;
  const top = say`the highest was ${levelOf(highest)} in ${placesText(highest)}${up}`;
  const bottom = say`the lowest ${levelOf(lowest)} in ${placesText(lowest)}${down}`;
  return say`${heldWords(found)}: ${top} and ${bottom}, ${size(spread, indicator.unit)} apart.`;
}

function heldWords({ counts, kind, held, rows }: LocalityFindings): Draft {
  const [, several] = localityWords[kind];
  if (held.length === rows.length) return say`There are figures for all ${many(counts.held)} ${several}`;
  return say`There are figures for ${many(counts.held)} of the ${many(counts.listed)} ${several}`;
}

/** "Three of these were worse than Winterfold’s own 84%; for one it is too close to say." */
function beyondSentence(found: LocalityFindings, council: string): readonly Draft[] {
  const { counts, own, indicator, kind, extremes } = found;
  const { beyond, open, held } = counts;
  if (beyond === null || open === null || own === null) return [];
  const were = beyond.count > 1 ? 'were' : 'was';
  // Where those that are hidden were just spoken of, "these" would be taken for them.
  const subject =
    extremes.outcome === 'found'
      ? say`${capitalised(many(beyond))} of these ${were}`
      : say`Of the ${many(held)} ${localityWords[kind][1]} with a figure, ${many(beyond)} ${were}`;
  const side = indicator.polarity === 'neutral' ? 'above' : 'worse than';
  const rest = open.count === 0 ? [] : say`; for ${many(open)} it is too close to say`;
  return [say`${subject} ${side} ${possessive(council)} own ${mention(own.figure)}${rest}.`];
}

/** "In Crewe it was 15.1%, 11.7 percentage points above Cheshire East’s own 3.4%." */
function levelSentence({ area, level, comparison }: HeldRow, council: string): Draft {
  const it = say`In ${area.name} it was ${levelOf([{ level }])}`;
  const beside = comparison === null ? [] : besideWords(comparison, council);
  return say`${it}${beside}.`;
}

function besideWords({ figure, side, degree, level, verdict }: Comparison, council: string): Draft {
  const own = say`${possessive(council)} own ${mention(level.figure)}`;
  if (figure.amount.kind === 'refused') {
    const why = refusals[figure.amount.because];
    return say`, ${mention(figure, 'not set beside')} ${own}: ${lower(why)}`;
  }
  if (degree === 'uncertain')
    return say`, ${mention(figure, 'too close to say')} whether above or below ${own}`;
  if (side === 'level') return say`, ${mention(figure, 'the same as')} ${own}`;
  const judged = verdict === 'better' || verdict === 'worse' ? ` (${verdict})` : '';
  return say`, ${sizeOf(figure)} ${side} ${own}${judged}`;
}

function sizeOf(figure: Figure) {
  return mention(figure, figure.text.replace(/^−/, ''));
}

function refusedSentence(found: LocalityFindings, because: string, spread: Figure): readonly Draft[] {
  const { counts, kind, held, rows } = found;
  const [one, several] = localityWords[kind];
  const none = mention(spread, `No highest or lowest ${one} is named`);
  switch (because) {
    case 'suppressed': {
      const { suppressed } = counts;
      const which = say`of ${many(suppressed)} of the ${many(counts.listed)} ${several}`;
      if (rows.length === 1)
        return [
          say`No figure is given for ${rows[0]?.area.name ?? ''}: it is ${mention(spread, absences.c)}.`,
        ];
      return [
        say`${none}: the ${plural(suppressed, 'figure', 'figures')} ${which} ${plural(suppressed, 'is', 'are')} ${absences.c}, and could be either.`,
      ];
    }
    case 'too-few-areas':
      if (rows.length === held.length) return [];
      if (held.length === 0)
        return [
          say`${mention(counts.held.figure, 'No figure')} is available for any of the ${many(counts.listed)} ${several}.`,
        ];
      return [
        say`There are figures for ${many(counts.held)} of the ${many(counts.listed)} ${several}: ${mention(spread, 'too few to name')} a highest and a lowest.`,
      ];
    case 'approximate':
      return [say`${none}: not all figures are known exactly enough.`];
    default:
      return [say`${none}: the figures were rounded too far to tell.`];
  }
}

function titleOf({ extremes, indicator, kind }: LocalityFindings): Draft | null {
  if (extremes.outcome !== 'found') return null;
  const { highest, lowest } = extremes;
  const [, several] = localityWords[kind];
  return say`${indicator.short}: ${listed([levelsOf(lowest)])} to ${levelsOf(highest)} across the ${several}`;
}

function levelOf([row]: readonly Pick<HeldRow, 'level'>[]): Draft {
  if (row === undefined) return [];
  const { figure } = row.level;
  return figure.status === null ? [mention(figure)] : say`${mention(figure)}${statusRemark(figure.status)}`;
}

function levelsOf([row]: readonly HeldRow[]): Draft {
  return row === undefined ? [] : [mention(row.level.figure)];
}
