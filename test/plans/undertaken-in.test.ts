// What stands over the undertakings of a measure that is only context.

import { expect, it } from 'vitest';
import { makeReport } from '../../src/report.ts';
import { withCouncilFolder } from '../support/council-folder.ts';
import { changed, delivery, oneDelivery, oneRole, roles } from '../support/plans.ts';
import { viewsOf } from '../support/views.ts';

it.each([
  ['high', 'What is being done to move it'],
  ['neutral', 'What is being done'],
])('a measure of polarity %s has "%s" over its undertakings', (polarity, heading) => {
  const made = withCouncilFolder(
    {
      [roles]: oneRole,
      [delivery]: changed(oneDelivery, [
        '    status: not-stated',
        '    moves: [ks2-reading]\n    status: not-stated',
      ]),
      'data/catalogue/ks2.yaml': text => text.replace('polarity: high', `polarity: ${polarity}`),
    },
    root => makeReport(root),
  );
  if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
  const sections = viewsOf(made.report).themes.flatMap(({ groups }) =>
    groups.flatMap(group => group.sections),
  );
  const section = sections.find(({ id }) => id === 'ks2-reading');
  expect(section?.undertakings).toHaveLength(1);
  expect(section?.undertakenHeading).toBe(heading);
});
