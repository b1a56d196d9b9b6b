import { yearBefore } from '../../model/date.ts';
import type { PlanCheck } from '../kit/check.ts';

/** An address stands once, was looked at lately or not at all, and has a copy in an archive where it leads nowhere. */
export function checkReferences({ plan, edition, report }: PlanCheck<'references'>): void {
  const { references } = plan.value;
  const cutOff = edition['cut-off'];
  references.forEach(({ status, archived, url, checked }, at) => {
    const place = (key: string) => plan.place(['references', at, key]);
    const first = references.findIndex(each => sameAddress(each.url) === sameAddress(url));
    if (first < at) report(place('url'), 'repeated-link', url, plan.place(['references', first, 'url']));
    if (status === 'gone' && archived === undefined) report(place('url'), 'link-gone', url);
    if (status !== 'not-checked' && checked === undefined)
      report(place('status'), 'link-without-day', status);
    if (checked !== undefined && checked < yearBefore(cutOff))
      report(place('checked'), 'link-check-old', checked, cutOff);
  });
}

/** An address without what makes no difference to where it leads. */
function sameAddress(url: string): string {
  return url
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '');
}
