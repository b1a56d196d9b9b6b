import type { PartFindings } from '../judgements/target-parts.ts';
import type { LocalityKind } from '../model/area.ts';
import { type Figure, type Refusal, refusals } from '../model/figure.ts';
import { type Period, periodLabel } from '../model/time.ts';
import { absences } from '../model/value.ts';
import { localityWords } from './locality-phrases.ts';
import { capitalised, type Draft, mention, say } from './sentence.ts';
import { nowDraft } from './target-levels.ts';
import { countWords } from './words.ts';

/** Why no status is worked out, in full sentences. */
export function untoldSentence(found: PartFindings, because: Refusal, edition: Period): Draft {
  const { measure, part, across, now, figure, planned } = found;
  const year = periodLabel(edition);
  const cannot = (words: string) => mention(figure, words);
  if (because === 'no-measure') return say`${cannot('Nothing measures this.')} ${part.reason ?? ''}`;
  const of = measure?.indicator?.subject ?? measure?.label.toLowerCase() ?? '';
  if (because === 'break' && now !== null) {
    const from =
      part.baseline === undefined || planned.baseline === null
        ? ''
        : say` the ${mention(planned.baseline)} of ${periodLabel(part.baseline.period)}`;
    const is = found.isProjected
      ? say`${capitalised(nowDraft(found))} was projected for ${year}; a projection is not an outcome, and ${cannot('it may not be set against')}${from}.`
      : say`${capitalised(nowDraft(found))} in ${year}, which ${cannot('may not be set against')}${from}.`;
    return say`${is} ${across?.note ?? ''}`;
  }
  if (part.worst !== undefined) return worstUntold(found, part.worst, because, year);
  switch (because) {
    case 'discontinued':
      return say`${cannot('The measure has ended')}: the last year of ${of} is ${endOf(found)}.`;
    case 'approximate':
      if (part.baseline?.about !== undefined && now !== null)
        return say`${capitalised(nowDraft(found))} in ${year}; the starting point is ${cannot('only known roughly')}, so no line to the aim can be drawn.`;
      return say`The figure for ${year} is ${cannot('only known roughly')}, so this cannot be told.`;
    case 'precision':
      return say`${capitalised(nowDraft(found))} in ${year}: ${cannot('the figures were rounded too far')} for its place beside the line to be told.`;
    case 'no-comparator':
    case 'too-few-areas':
      return say`${cannot('No figure is held')} of ${measure?.beside?.phrase ?? 'the comparator'} for ${year}, so this cannot be told.`;
    case 'not-available':
      return say`${cannot('No figure is held')} of ${of} for ${year}.`;
    case 'suppressed':
      return say`No figure is given for ${year}: it is ${cannot(absences.c)}.`;
    default:
      return say`This cannot be told for ${year}: ${cannot(refusals[because].toLowerCase())}.`;
  }
}

/** Each of the localities has to be known: one that is not could be the worst. */
function worstUntold(
  { figure, localities }: PartFindings,
  kind: LocalityKind,
  because: Refusal,
  year: string,
): Draft {
  const cannot = (words: string) => mention(figure, words);
  const [one, several] = localityWords[kind];
  if (localities === null)
    return say`${cannot(`No figures by ${one} are held`)} for ${year}, so this cannot be told.`;
  const { listed, held, suppressed } = localities.counts;
  const counted = (each: Figure) => mention(each, countWords(Number(each.text)));
  if (because === 'suppressed') {
    const [figures, are] = suppressed.text === '1' ? ['figure', 'is'] : ['figures', 'are'];
    return say`The ${figures} of ${counted(suppressed)} of the ${counted(listed)} ${several} for ${year} ${are} ${cannot(absences.c)}, and could be the worst, so this cannot be told.`;
  }
  if (because === 'not-available')
    return say`Figures are held for ${counted(held)} of the ${counted(listed)} ${several} for ${year}, so ${cannot('this cannot be told')} of every ${one}.`;
  return say`The figures by ${one} for ${year} are ${cannot('only known roughly')}, so this cannot be told.`;
}

function endOf({ measure }: PartFindings): string {
  const end = measure?.indicator?.end;
  return end === undefined ? 'past' : periodLabel(end);
}
