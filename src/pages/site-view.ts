import type { PublicFolder } from '../gate/public-folder.ts';
import { hasCode } from '../model/area.ts';
import type { Council } from '../model/council.ts';
import { lower } from '../model/spelling.ts';
import { complianceOf, type Testing } from '../model/testing.ts';
import { dateLabel } from '../model/time.ts';
import type { EditionView } from './view.ts';

export type SiteView = ReturnType<typeof siteView>;

/** Its editions are given oldest first. */
export function siteView(
  { council, areas }: PublicFolder,
  area: string,
  editions: readonly EditionView[],
  testing: Testing,
) {
  const newest = editions.toReversed();
  const [latest] = newest;
  if (latest === undefined) throw new Error('invalid report: no edition');
  return {
    council: areas.find(each => hasCode(each, area))?.name ?? council.name,
    website: council.website,
    // Where the site will be published, "https://…/"; null where the council does not say.
    address: council.address ?? null,
    demonstration: council.demonstration ?? null,
    reportTitle: 'Annual Education Report',
    colours: { brand: council.colours.brand, brandText: council.colours['brand-text'] },
    // The council's own typefaces; null for those that come with the report.
    fontStack: council['font-stack'] ?? null,
    contact: {
      role: council.contact.role,
      department: council.contact.department,
      href: council.contact.url,
      // A mailbox to write to; null where there is only a form.
      email: council.contact.email ?? null,
      reviewed: dateLabel(council.contact.reviewed),
    },
    accessibility: accessibilityView(council, testing),
    embedding: { headingLevel: council.embedding['heading-level'] },
    latest,
    editions: newest,
  };
}

/** What the accessibility statement of a council's report says, from the council's dates and from what was tested. */
export function accessibilityView({ accessibility }: Council, testing: Testing) {
  const { record, exceptions, people } = testing;
  const items = record?.items ?? [];
  const failed = items.filter(({ result }) => result === 'failed' || result === 'not run');
  const passed = items.filter(({ result }) => result === 'passed');
  return {
    prepared: dateLabel(accessibility.prepared),
    reviewed: dateLabel(accessibility.reviewed),
    // Null before the first complete run of the checks.
    tested: record === null ? null : dateLabel(record.date),
    pages: record?.pages ?? 0,
    tools: (record?.tools ?? []).map(({ name, version }) => `${name} ${version}`),
    status: complianceOf(testing),
    // Of the items that tools check: not of all that makes a page accessible.
    passed: `${passed.length} of ${passed.length + failed.length}`,
    // What is not accessible, or not known to be: why, and what to use instead.
    limits: [
      ...failed.map(({ title, result }) => ({
        what: `${title}.`,
        why:
          result === 'failed'
            ? 'Our last test found that this is not so everywhere.'
            : 'This was not tested.',
        alternative: 'Instead, ask us for the page in another format; the contact page says how.',
      })),
      ...exceptions
        // What readers are told of several findings alike they are told once.
        .filter(
          (each, at) =>
            each.what === undefined || exceptions.findIndex(({ what }) => what === each.what) === at,
        )
        .map(({ check, what, reason, alternative }) => ({
          what: `${what ?? `Not so everywhere: ${check.replace(/^\d+ /, '')}`}.`,
          why: reason,
          alternative,
        })),
      ...people.filter(({ result }) => result !== 'passed').map(unproven),
    ],
  };
}

function unproven({ what, who, last, result, criteria, alternative }: Testing['people'][number]) {
  const by = `${isVowel(who) ? 'An' : 'A'} ${lower(who)}`;
  const found = result === 'failed' && last !== 'never';
  const done = found
    ? `${by} did this on ${dateLabel(last)} and found problems.`
    : `${by} ${/ and an? /.test(who) ? 'have' : 'has'} still to do this.`;
  return {
    what: `${found ? 'Tested, and problems found' : 'Not yet tested'}: ${lower(what)}.`,
    why: `${done} Until then we cannot say that ${criteriaAre(criteria)} met for everyone.`,
    alternative,
  };
}

/** "WCAG 2.2 success criterion 1.4.1 (use of colour) is", in the plural where there are several. */
function criteriaAre(criteria: string): string {
  const isOne = (criteria.match(/\d+\.\d+\.\d+/g) ?? []).length === 1;
  const [name = '', ...clause] = criteria.split(/(?=, which )/);
  const after = clause.length === 0 ? '' : `${clause.join('')},`;
  return `WCAG 2.2 success ${isOne ? 'criterion' : 'criteria'} ${name}${after} ${isOne ? 'is' : 'are'}`;
}

function isVowel(text: string): boolean {
  return /^[aeiou]/i.test(text);
}
