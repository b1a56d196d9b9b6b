import { z } from 'zod';
import type { Figure } from '../model/figure.ts';
import { lower } from '../model/spelling.ts';
import { dateLabel, yearBefore } from '../model/time.ts';
import { type Draft, mention, say, type Written, written } from '../narrative/sentence.ts';
import { addresses } from '../pages/addresses.ts';
import { linkRun, listBlock, plainRun } from '../pages/blocks.ts';
import type { Layout } from '../pages/material.ts';
import { measureLinks } from '../pages/measure-links.ts';
import { sourceViews } from '../pages/source-views.ts';
import type { TextRun } from '../pages/view.ts';
import { planKind } from './kind.ts';
import type { PlanCheck } from './kit/checks.ts';
import { address, askOfKeys, day, entryId, fieldsIn, plain, ref, words } from './kit/fields.ts';
import { counterIn, type PlanGiven } from './kit/findings.ts';
import { type PlanBook, type PlanFile, planForm } from './kit/form.ts';
import type { PlanContents } from './kit/judged.ts';
import { linksAfter, type PlanLayout, section, sentencesBlock, wordRuns } from './kit/page.ts';

/** Whether what a link leads to was there when it was last looked at. */
const linkStatuses = ['live', 'gone', 'not-checked'] as const;

const referenceSchema = z.strictObject({
  id: entryId('reference'),
  title: plain('The title, as published'),
  publisher: plain('Who published it'),
  year: z
    .string()
    .regex(/^\d{4}$/, 'is not a year such as 2013')
    .describe('The year it was published'),
  url: address('Where it was published'),
  archived: address('A copy in an archive, for when the address leads nowhere').optional(),
  status: z.enum(linkStatuses).describe('Whether the address led anywhere on that day'),
  checked: day('The day the address was last looked at').optional(),
  indicators: z.array(ref('indicator')).default([]).describe('The measures it bears on'),
  note: words('What it is used for').optional(),
});
askOfKeys(
  referenceSchema,
  { where: ['status', 'live', 'gone'], needs: ['checked'] },
  { where: ['status', 'gone'], needs: ['archived'] },
);

const referencesSchema = z.strictObject({ references: z.array(referenceSchema).min(1) });

type References = z.output<typeof referencesSchema>;
type Reference = References['references'][number];

const referencesForm = planForm({ id: 'references', name: 'References', schema: referencesSchema });

/** The publications that the report and its plans lean on, those its figures come from, and where each is used (F44). */
export const references = planKind({
  form: referencesForm,
  check: checkLinks,
  find: referencesFindings,
  say: referencesSentences,
  page: referencesPage,
});

/** An address stands once, and was looked at lately or not at all. */
function checkLinks({ plan, edition, report }: PlanCheck<References>): void {
  const all = plan.value.references;
  const cutOff = edition['cut-off'];
  all.forEach(({ url, checked }, at) => {
    const place = (key: string) => plan.place(['references', at, key]);
    const first = all.findIndex(each => sameAddress(each.url) === sameAddress(url));
    if (first < at) report(place('url'), 'repeated-link', url, plan.place(['references', first, 'url']));
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

type ReferencesFindings = ReturnType<typeof referencesFindings>;

function referencesFindings(given: PlanGiven<References>) {
  const all = given.plan.value.references;
  const count = (part: string, has: (each: Reference) => boolean) =>
    counterIn(given, ['references'])(part, all.filter(has).length).figure;
  const isUnchecked = ({ status }: Reference) => status === 'not-checked';
  return {
    all: count('all', () => true),
    live: count('live', ({ status }) => status === 'live'),
    gone: count('gone', ({ status }) => status === 'gone'),
    unchecked: count('not checked', isUnchecked),
    archived: count('with an archived copy', each => each.archived !== undefined && !isUnchecked(each)),
    /** With an address that may lead to a copy: nobody has looked. */
    sought: count('with a search for a copy', each => each.archived !== undefined && isUnchecked(each)),
    areChecked: !all.every(isUnchecked),
  };
}

function referencesSentences(found: ReferencesFindings): readonly Written[] {
  const { all, live, gone, unchecked, archived, sought, areChecked } = found;
  return [
    written(
      'references.counts',
      areChecked
        ? say`Publications listed: ${mention(all)}. Addresses found when last looked at: ${mention(live)}; leading nowhere: ${mention(gone)}; not looked at: ${mention(unchecked)}.`
        : say`Publications listed: ${mention(all)}. Whether their addresses still lead anywhere has not been checked for any of them.`,
    ),
    ...some(archived, say`With the address of a copy in an archive: ${mention(archived)}.`, 'archived'),
    ...some(sought, say`With a link that looks for a copy in an archive: ${mention(sought)}.`, 'sought'),
  ];
}

function some({ text }: Figure, draft: Draft, name: string): readonly Written[] {
  return text === '0' ? [] : [written(`references.${name}`, draft)];
}

type Given = PlanLayout<References, ReferencesFindings, readonly Written[]>;

function referencesPage({ layout, book, plan, said, found }: Given): PlanContents {
  const uses = referenceUses(layout, book);
  const list = plan.value.references.map(each =>
    referenceRuns(layout, each, uses.get(each.id) ?? [], !found.areChecked),
  );
  return {
    title: 'References',
    lead: `The publications that this report and its plans lean on, and ${found.areChecked ? 'whether they can still be found' : 'where each is used'}.`,
    sections: [
      section('publications', 'Publications', [sentencesBlock(layout, said), ...listBlock(list, true)]),
      section('sources', 'Where our figures come from', listBlock(sourceItems(layout), true)),
    ],
  };
}

function referenceRuns(
  layout: Layout,
  each: Reference,
  uses: readonly Use[],
  isUnchecked: boolean,
): readonly TextRun[] {
  const { indicators, note } = each;
  return [
    ...publicationRuns(each, isUnchecked),
    ...linksAfter(' It bears on ', measureLinks(layout, indicators)),
    ...(note === undefined ? [] : [plainRun(' '), ...wordRuns(layout, note)]),
    ...linksAfter(' Used in ', uses),
  ];
}

/** In the order of the chapters that use them. */
function sourceItems(layout: Layout): readonly (readonly TextRun[])[] {
  return [...sourceUses(layout)].flatMap(([id, uses]) =>
    sourceViews(layout.setting.folder.sources, [id]).map(({ title, href, detail }) => [
      linkRun(title, href),
      plainRun(`. ${detail}`),
      ...linksAfter(' Used in ', uses),
    ]),
  );
}

export function referenceLines(book: PlanBook, ids: readonly string[]): readonly (readonly TextRun[])[] {
  const all = referencesForm.in(book)?.value.references ?? [];
  return ids.flatMap(id => {
    const each = all.find(reference => reference.id === id);
    return each === undefined ? [] : [publicationRuns(each)];
  });
}

/** Nothing of whether its address was looked at where it has been said once that none was. */
function publicationRuns(
  { title, publisher, year, url, archived, status, checked }: Reference,
  isSaidOnce = false,
): readonly TextRun[] {
  return [
    status === 'gone' ? plainRun(title) : linkRun(title, url),
    plainRun(`, ${publisher}, ${year}`),
    ...(archived === undefined
      ? []
      : [
          plainRun('; '),
          linkRun(`${status === 'not-checked' ? 'look for ' : ''}“${title}” in a web archive`, archived),
        ]),
    plainRun(isSaidOnce ? '.' : `. ${statusSentence(status, checked)}`),
  ];
}

function statusSentence(status: Reference['status'], checked: string | undefined): string {
  const when = checked === undefined ? '' : ` on ${dateLabel(checked)}`;
  switch (status) {
    case 'live':
      return `The link worked${when}.`;
    case 'gone':
      return `No longer at its own address${when === '' ? '' : `, as found${when}`}.`;
    case 'not-checked':
      return 'The link has not been checked.';
  }
}

type Use = { readonly text: string; readonly href: string };

function referenceUses({ setting }: Layout, book: PlanBook): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>();
  for (const plan of book.plans) {
    for (const { field, text, path } of fieldsIn(plan.form.schema, plan.value)) {
      if (field.kind !== 'entry' || field.of !== 'reference') continue;
      const use = useOf(setting.edition.id, plan, entryAt(plan.value, path));
      const held = uses.get(text) ?? [];
      if (!held.some(({ href }) => href === use.href)) uses.set(text, [...held, use]);
    }
  }
  return uses;
}

function sourceUses({ themes, setting }: Layout): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>();
  for (const { found } of themes) {
    const { theme } = found;
    const use = { text: theme.label, href: addresses.theme(setting.edition.id, theme.id) };
    const rows = found.indicators.flatMap(({ everyone }) =>
      (everyone?.years ?? []).flatMap(({ row }) => row?.source ?? []),
    );
    const profiles = found.profiles.flatMap(({ profile }) =>
      setting.folder.profileCounts.filter(each => each.profile === profile.id).map(({ source }) => source),
    );
    for (const source of new Set([...rows, ...profiles]))
      uses.set(source, [...(uses.get(source) ?? []), use]);
  }
  return uses;
}

type Named = { readonly id: string; readonly title: string };

function useOf(edition: string, { form }: PlanFile<unknown>, entry: Named | null): Use {
  const page = addresses.plan(edition, form.id);
  if (entry === null) return { text: form.name, href: page };
  return { text: `${form.name}: ${lower(entry.title)}`, href: `${page}#${entry.id}` };
}

/** The entry that a path of a plan leads through, with its id as an anchor: the first thing on it with an id and a title. */
function entryAt(value: unknown, path: readonly (string | number)[]): Named | null {
  let at = value;
  for (const step of path) {
    at = (at as Readonly<Record<string | number, unknown>>)[step];
    if (typeof at === 'object' && at !== null && 'id' in at && 'title' in at)
      return { id: String(at.id), title: String(at.title) };
  }
  return null;
}
