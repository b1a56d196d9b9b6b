// Whatever officers write for readers in a plan is read by them on some page of its edition.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { editionPages } from '../../src/pages/report-pages.ts';
import { planKinds } from '../../src/plans/index.ts';
import { fieldOf, fieldsIn } from '../../src/plans/kit/fields.ts';
import { bookOf } from '../../src/plans/kit/form.ts';
import { materialFrom, readCouncil } from '../../src/report.ts';
import { readablePlan } from '../support/readable.ts';
import { viewsOf } from '../support/views.ts';

const editions = fileURLToPath(new URL('../editions', import.meta.url));

/** Words of projections of a gap: `test/inconsistencies/plans.test.ts` has them printed. */
const elsewhere = ['action-plans plans.projections.group.label', 'impact rows.projections.group.label'];

type Found = { readonly field: string; readonly text: string; readonly isPrinted: boolean };

const found = readdirSync(editions).flatMap(name => foundIn(join(editions, name)));

it('prints all words that the plans of the golden editions have', () => {
  // A judgement that no area has is a word of the framework, and not said of anything.
  const lost = found.filter(({ field, isPrinted }) => !isPrinted && !field.startsWith(allowed));
  expect(lost).toEqual([]);
});

it('has words in every field of words, so that none is lost unseen', () => {
  const written = new Set([...found.map(({ field }) => field), ...elsewhere]);
  const all = planKinds.flatMap(({ form }) => fieldsOf(form.schema, form.id));
  expect(all.filter(field => !written.has(field))).toEqual([]);
});

const allowed = 'self-assessment framework.judgements.';

/** The words in the plans of a folder, each with whether a page of plans of its edition has them. */
function foundIn(root: string): readonly Found[] {
  const made = materialFrom(readCouncil(root));
  if (made.outcome !== 'made') throw new Error(JSON.stringify(made, null, 1));
  return made.material.flatMap(material => {
    const pages = viewsOf(editionPages(material, material.words, ''))
      .plans.map(readablePlan)
      .join('\n');
    const printed = compared(pages.replace(/[⟨⟩]/g, ''));
    const book = bookOf(made.folder.books, material.setting.edition.id);
    return (book?.plans ?? []).flatMap(({ form, value }) =>
      fieldsIn(form.schema, value)
        .filter(({ field }) => isWords(field.kind))
        .map(({ path, text }) => ({
          field: [form.id, path.filter(step => typeof step === 'string').join('.')].join(' '),
          text,
          isPrinted: text.split(/\{[^{}\n]*\}/).every(part => printed.includes(compared(part))),
        })),
    );
  });
}

/** Words as they are compared: without full stops at their end and the case of letters. */
function compared(text: string): string {
  return text.trim().replace(/\s+/g, ' ').replace(/\.$/, '').toLowerCase();
}

function isWords(kind: string): boolean {
  return kind === 'words' || kind === 'plain';
}

/** The fields of words that a schema has, by the keys to each. */
function fieldsOf(schema: z.core.$ZodType, kind: string, keys: readonly string[] = []): readonly string[] {
  const field = fieldOf(schema);
  if (field !== null) return isWords(field.kind) ? [`${kind} ${keys.join('.')}`] : [];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return fieldsOf(schema.unwrap() as z.core.$ZodType, kind, keys);
  if (schema instanceof z.ZodArray) return fieldsOf(schema.element as z.core.$ZodType, kind, keys);
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape as Readonly<Record<string, z.core.$ZodType>>).flatMap(([key, inner]) =>
    fieldsOf(inner, kind, [...keys, key]),
  );
}
