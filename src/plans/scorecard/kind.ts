import { periodLabel } from '../../model/time.ts';
import { mention, say } from '../../narrative/sentence.ts';
import { planKind } from '../kind.ts';
import { checkScorecard } from './checks.ts';
import { scorecardFindings } from './findings.ts';
import { scorecardPage } from './page.ts';
import { scorecardForm } from './schema.ts';
import { scorecardSentences } from './words.ts';

/** The measures by which a council tells whether its outcomes come about. */
export const scorecard = planKind({
  form: scorecardForm,
  check: checkScorecard,
  find: scorecardFindings,
  say: scorecardSentences,
  page: scorecardPage,
  offers: {
    by: 'measure',
    now: ({ found, said }) => ({
      counts: said.counts,
      behind: found.outcomes.flatMap(({ outcome, rows }) =>
        rows
          .filter(({ status }) => status === 'off-track' || status === 'slightly-behind')
          .map(({ row, status, latest }) => ({
            id: row.id,
            name: row.label,
            status,
            stands:
              latest === null ? ['No figure'] : say`${mention(latest)} in ${periodLabel(latest.period)}`,
            owner: outcome.owner,
            measures: row.indicator === undefined ? [] : [row.indicator],
          })),
      ),
    }),
  },
});
