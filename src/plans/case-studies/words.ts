import type { Figure } from '../../model/figure.ts';
import { lower } from '../../model/spelling.ts';
import { someTimeLabel, someTimeWords } from '../../model/time.ts';
import {
  countAlone,
  type Draft,
  listed,
  mention,
  say,
  type Written,
  written,
} from '../../narrative/sentence.ts';
import type { FactFound, TallyFound } from './fact-findings.ts';
import type { CaseStudiesFindings, StudyFound } from './findings.ts';

/** How many case studies there are and how their numbers came about; and the tally of each that has one. */
export function caseStudiesSentences({ themes, all, printed, workedOut }: CaseStudiesFindings) {
  return {
    counts: [
      written(
        'case-studies.counts',
        say`The case studies number ${mention(all)}. Of their figures, ${mention(printed)} were printed, and ${mention(workedOut)} are worked out from those here: sums, shares, changes and differences.`,
      ),
    ],
    themes: themes.map(theme => ({
      ...theme,
      studies: theme.studies.map(
        (found): StudySaid => ({
          ...found,
          tallied:
            found.tally === null
              ? []
              : [written(`case-studies.${found.study.id}.tally`, tallySentence(found.tally))],
        }),
      ),
    })),
  };
}

/** A case study with what became of all that were looked at again. */
export type StudySaid = StudyFound & { readonly tallied: readonly Written[] };

/** "Of 15 inspections, ten stayed the same, five went up and none went down." (P40) */
function tallySentence({ tally, same, up, down, of }: TallyFound): Draft {
  const each = (figure: Figure, number: number) => mention(figure, countAlone(number));
  return say`Of ${mention(of)} ${tally.label}, ${each(same, tally.same)} left the grade as it was, ${each(up, tally.up)} raised it and ${each(down, tally.down ?? 0)} lowered it.`;
}

/** A fact as its line has it: the number, then what it is of, made of, what it was, and how it is elsewhere. */
export function factDraft(found: FactFound, asAt: string): Draft {
  if (isSharedOut(found)) return partsDraft(found);
  const rest = [partsDraft(found), changeDraft(found), aboveDraft(found), unrankedDraft(found)].filter(
    draft => draft.length > 0,
  );
  const time = found.fact['as-at'] ?? asAt;
  const when = time === asAt || found.fact.over !== undefined ? [] : [` ${someTimeWords(time)}`];
  return [...headDraft(found), ...when, ...rest.flatMap(draft => ['; ', ...draft])];
}

function headDraft({ fact, value, whole, share }: FactFound): Draft {
  if (fact.over !== undefined && fact.value === '0')
    return say`${mention(value, 'None')} ${windowWords(fact.over)}`;
  if (share !== null && whole !== null)
    return say`${mention(value)} of ${mention(whole)}, or ${mention(share)}`;
  if (whole === null) return [mention(value)];
  return fact.uninspected === undefined
    ? say`${mention(value)} of ${mention(whole)}`
    : say`${mention(value)} of those inspected among ${mention(whole)}`;
}

/** True of percentages that make up a whole, which need no total. */
function isSharedOut({ fact, parts }: FactFound): boolean {
  return fact.kind === 'percent' && parts.length > 0;
}

/** A rank without the number of those ranked says so (R09). */
function unrankedDraft({ fact, whole }: FactFound): Draft {
  return fact.kind === 'rank' && whole === null ? ['of how many is not said'] : [];
}

function windowWords({ from, to }: { readonly from: string; readonly to: string }): string {
  return from === to ? someTimeWords(from) : `from ${someTimeLabel(from)} to ${someTimeLabel(to)}`;
}

function partsDraft({ parts }: FactFound): Draft {
  return listed(parts.map(({ label, figure }) => say`${lower(label)} ${mention(figure)}`));
}

function changeDraft({ fact, earlier, change }: FactFound): Draft {
  if (change === null) return [];
  if (fact.change !== undefined) return say`up ${mention(change)} since ${someTimeLabel(fact.change.since)}`;
  if (earlier === null || fact.from === undefined) return [];
  const was = say`${mention(earlier)} ${someTimeWords(fact.from['as-at'])}`;
  if (change.amount.kind === 'refused') return say`it was ${was}`;
  const { sign } = change.amount;
  if (sign === 0) return say`the same as ${was}`;
  // A lower number is a higher place.
  const isUp = fact.kind === 'rank' ? sign === -1 : sign !== -1;
  return say`${isUp ? 'up' : 'down'} ${mention(change)} from ${was}`;
}

function aboveDraft({ fact, value, elsewhere, above }: FactFound): Draft {
  if (fact.above !== undefined && above !== null) return say`${mention(above)} above ${fact.above.who}`;
  if (elsewhere === null) return [];
  const who = fact.beside?.who ?? '';
  if (above === null || above.amount.kind === 'refused')
    return value.text === elsewhere.text
      ? say`the same as in ${who}`
      : say`beside ${mention(elsewhere)} in ${who}`;
  if (above.amount.sign === 0) return say`the same as in ${who}`;
  const side = above.amount.sign === -1 ? 'below' : 'above';
  return say`${mention(above)} ${side} ${who} (${mention(elsewhere)})`;
}
