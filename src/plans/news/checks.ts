import type { Path } from '../../model/place.ts';
import type { PlanCheck } from '../kit/checks.ts';
import { claimTests, type News, type NewsClaim } from './schema.ts';

type Check = PlanCheck<News>;

/** Every claim has one thing that it is held against, with all that this needs. */
export function checkNews(check: Check): void {
  check.plan.value.entries.forEach(({ claims }, at) => {
    claims.forEach((claim, index) => {
      checkClaim(check, claim, ['entries', at, 'claims', index]);
    });
  });
}

function checkClaim({ plan, report }: Check, claim: NewsClaim, path: Path): void {
  const [test, other] = claimTests.filter(key => claim[key] !== undefined);
  if (test === undefined) {
    report(plan.place(path), 'claim-without-test', claim.said);
    return;
  }
  if (other !== undefined) report(plan.place([...path, other]), 'claim-tests-at-odds', other, test);
  const needed = neededBy(claim, test);
  if (needed !== null) report(plan.place([...path, test]), 'claim-test-incomplete', test, needed);
}

/** What a test lacks, in words, or null when it is whole. */
function neededBy(claim: NewsClaim, test: (typeof claimTests)[number]): string | null {
  switch (test) {
    case 'indicator':
      return (claim.number === undefined) === (claim.moved === undefined) ? '"number" or "moved"' : null;
    case 'rank':
      return claim.place === undefined ? '"place"' : null;
    case 'every':
      return claim.since === undefined ? '"since"' : null;
    case 'target':
      return null;
    case 'untested':
      return claim.number !== undefined && claim.unit === undefined ? '"unit"' : null;
  }
}
