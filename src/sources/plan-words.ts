import type { z } from 'zod';
import type { Report } from '../issues.ts';
import { valueAt } from '../model/place.ts';
import { fieldsIn } from '../plans/kit/fields.ts';
import type { FactAt, FiguredWords } from '../plans/kit/form.ts';
import type { Known } from './names.ts';
import { placesIn } from './text.ts';
import { checkFinished, checkPasses, checkWords, namesIn } from './words.ts';
import type { Document } from './yaml.ts';

/** A document with its schema, to be read for its words. */
export type Worded = {
  readonly text: string;
  readonly document: Document;
  readonly schema: z.core.$ZodType;
  readonly data: unknown;
  readonly known: Known;
  readonly report: Report;
};

/** Reports what is wrong with the words of a document: unfinished, figures typed by hand, figures that nothing has. */
export function checkTextFields({ text, document, schema, data, known, report }: Worded): void {
  for (const { field, text: said, path } of fieldsIn(schema, data)) {
    const places = placesIn(text, said, document.place(path));
    if (field.kind === 'words') checkWords(said, places, known, report);
    if (field.kind !== 'plain') continue;
    checkFinished(said, places, report);
    checkPasses(said, places, report);
  }
}

/** The words of a document that name figures, each once. */
export function figuredWords({ text, document, schema, data }: Worded): readonly FiguredWords[] {
  return fieldsIn(schema, data).flatMap(({ field, text: said, path }) => {
    if (field.kind !== 'words') return [];
    const places = placesIn(text, said, document.place(path));
    const names = namesIn(said).map(({ name, index }) => ({ name, place: places(index) }));
    return names.length === 0 ? [] : [{ text: said.trim(), names }];
  });
}

/** The facts that the words of a document rest on, each with the words beside it. */
export function factsOf({ document, schema, data }: Worded): readonly FactAt[] {
  return fieldsIn(schema, data).flatMap(({ field, text: fact, path }) => {
    if (field.kind !== 'fact') return [];
    const words = valueAt(data, [...path.slice(0, -2), 'words']);
    return [{ fact, words: typeof words === 'string' ? words : '', place: document.place(path) }];
  });
}
