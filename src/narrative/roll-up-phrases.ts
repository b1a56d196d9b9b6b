import type { PlacedMeasure, RollUp } from '../judgements/roll-up.ts';
import { councilBeside, type Setting } from '../judgements/setting.ts';
import type { TopicChapter } from '../judgements/theme-findings.ts';
import { slug } from '../model/spelling.ts';
import { timeLabel } from '../model/time.ts';
import {
  type Draft,
  everyOne,
  firstOf,
  joined,
  listed,
  many,
  say,
  sizeAlone,
  someOf,
  type Written,
  written,
} from './sentence.ts';

/** More measures of small numbers than this are not named. */
const mostOfFew = 3;

/**
 * How many measures are better, close and worse beside a comparator, every exception named (P18), or the gravest of them.
 * Where all are of one earlier year the sentence begins with it; where some are, it says so.
 */
export function rollUpSentences(
  council: string,
  rollUp: RollUp,
  what = '',
  mostNamed = Number.POSITIVE_INFINITY,
): readonly Draft[] {
  const { beside, worse, few, counts } = rollUp;
  const year = yearOfAll(rollUp);
  const kind = `${few.length === 0 ? 'comparable ' : ''}${what === '' ? '' : `${what} `}`;
  const measures = `${kind}measures${few.length === 0 ? '' : ' counted'}`;
  const parts = someOf([
    { of: 'better', ...counts.better },
    { of: 'close', ...counts.close },
    { of: 'worse', ...counts.worse },
  ]);
  const [only] = parts;
  const told =
    parts.length === 1 && only !== undefined
      ? say`${only.of} on ${everyOne(counts.of, measures.replace('measures', 'measure'), measures)}`
      : say`${listed(parts.map(part => say`${part.of} on ${many(part)}`))} of the ${many(counts.of)} ${measures}`;
  const start = say`${year === null ? 'Compared with' : `In ${year}, compared with`} ${beside.phrase}, ${council} ${wasOrWere(council)}`;
  return [
    say`${start} ${told}${year === null ? earlierWords(rollUp) : ''}.`,
    ...(worse.length === 0
      ? []
      : [
          say`Worse than ${beside.phrase}: ${firstOf(
            worse.map(each => placed(each, rollUp)),
            mostNamed,
          )}.`,
        ]),
    ...fewSentences(rollUp),
  ];
}

/** The one earlier year that all measures counted are of, as each calls it; null where they are of several, or of the edition's. */
function yearOfAll({ better, close, worse, period }: RollUp): string | null {
  const all = [...better, ...close, ...worse];
  const labels = new Set(all.map(each => timeLabel(each.findings.indicator, each.period)));
  const [label = null] = labels;
  return labels.size === 1 && all.every(each => each.period !== period) ? label : null;
}

/** "; the figure of “Progress 8” is for 2023/24" or "; some are for 2023/24", unless all that are have their year with their name. */
function earlierWords({ better, close, worse, period }: RollUp): string {
  const isEarlier = (each: PlacedMeasure) => each.period !== period;
  const all = [...better, ...close, ...worse];
  if (![...better, ...close].some(isEarlier)) return '';
  const earlier = all.filter(isEarlier);
  const years = [...new Set(earlier.map(each => timeLabel(each.findings.indicator, each.period)))];
  if (earlier.length === all.length) return '; each is for an earlier year';
  const names = earlier.map(({ findings }) => findings.indicator.short);
  const which = names.length === 1 ? `the figure of “${names.join('')}” is` : 'some are';
  return `; ${which} for ${years.length === 1 ? years.join('') : 'earlier years'}`;
}

/** The measures based on small numbers, which are left out: by name where they are not many. Or that all that are counted are. */
function fewSentences({ better, close, worse, few }: RollUp): readonly Draft[] {
  const isAllOfFew = [...better, ...close, ...worse].every(({ weight }) => weight.pupils === 'few');
  if (few.length === 0) return isAllOfFew ? [['All of these are based on small numbers.']] : [];
  if (few.length > mostOfFew) return [['Measures based on small numbers are left out.']];
  return [
    say`Left out, as numbers are small: ${few.map(({ findings }) => findings.indicator.short).join('; ')}.`,
  ];
}

/** "was" of one place, "were" of "the Isles of Scilly". */
function wasOrWere(phrase: string): string {
  return /^the \w+s of /.test(phrase) ? 'were' : 'was';
}

/** "Progress 8 (by 0.12 points)", with its year where the sentence does not say it. */
function placed(each: PlacedMeasure, rollUp: RollUp): Draft {
  const { findings, comparison } = each;
  return say`${findings.indicator.short} (by ${sizeAlone(comparison.figure, findings.indicator)}${yearWords(each, rollUp)})`;
}

/** ", 2023/24" of a measure of an earlier year that the sentence does not begin with. */
function yearWords({ findings, period }: PlacedMeasure, rollUp: RollUp): string {
  const label = timeLabel(findings.indicator, period);
  return period === rollUp.period || label === yearOfAll(rollUp) ? '' : `, ${label}`;
}

export function topicSentences(theme: string, chapter: TopicChapter, setting: Setting): readonly Written[] {
  const draft = topicStanding(chapter, setting);
  return draft === null ? [] : [written(`${theme}.topic-${slug(chapter.topic.id)}.standing`, draft)];
}

/** Where the pupils of a topic stand, by the measures about them; null where none can be set beside the nation. */
export function topicStanding({ standing }: TopicChapter, setting: Setting): Draft | null {
  return standing === null ? null : joined(rollUpSentences(councilBeside(setting).phrase, standing), ' ');
}
