import { z } from 'zod';
import { areasSchema } from '../model/area.ts';
import { topicSchema } from '../model/breakdown.ts';
import { overridesFileSchema } from '../model/commentary.ts';
import { councilSchema, rolesFileSchema } from '../model/council.ts';
import { editionSchema } from '../model/edition.ts';
import { termSchema } from '../model/glossary.ts';
import { breaksFileSchema, namedEntries } from '../model/indicator.ts';
import { sourceSchema } from '../model/source.ts';
import { catalogueFileSchema } from '../model/theme.ts';
import type { PlanForm } from '../plans/kit/form.ts';
import { targetsFileSchema } from '../targets/schema.ts';

export const sourcesFileSchema = z.strictObject({ sources: z.array(sourceSchema).min(1) });

export const breakdownsFileSchema = z.strictObject({ topics: z.array(topicSchema) });

export const glossaryFileSchema = z.strictObject({ terms: z.array(termSchema) });

/** Each with the files it is for. */
export const yamlSchemas = (
  forms: readonly PlanForm<unknown>[],
): readonly { readonly name: string; readonly files: string; readonly schema: z.ZodType }[] => [
  { name: 'council', files: 'data/council.yaml', schema: councilSchema },
  { name: 'areas', files: 'data/areas.yaml', schema: areasSchema },
  { name: 'sources', files: 'data/sources.yaml', schema: sourcesFileSchema },
  { name: 'breakdowns', files: 'data/breakdowns.yaml', schema: breakdownsFileSchema },
  { name: 'glossary', files: 'data/glossary.yaml', schema: glossaryFileSchema },
  { name: 'breaks', files: 'data/breaks.yaml', schema: breaksFileSchema },
  { name: 'catalogue', files: 'data/catalogue/*.yaml', schema: catalogueFileSchema },
  { name: 'edition', files: 'data/editions/*.yaml', schema: editionSchema },
  { name: 'targets', files: 'data/plans/targets.yaml', schema: targetsFileSchema },
  { name: 'roles', files: 'data/plans/roles.yaml', schema: rolesFileSchema },
  ...forms.map(({ id, schema }) => ({ name: id, files: `data/plans/*/${id}.yaml`, schema })),
  { name: 'overrides', files: 'content/overrides/*.yaml', schema: overridesFileSchema },
];

const schemaFolder = 'data/schemas';

/**
 * The JSON Schemas from which editors complete and check the YAML files, and the editor settings that say
 * which schema is for which files: the text of each, by path. `npm run schemas` writes them.
 */
export function schemaFiles(forms: readonly PlanForm<unknown>[]): Readonly<Record<string, string>> {
  const all = yamlSchemas(forms);
  const schemas = all.map(({ name, files, schema }) => {
    const { $schema, ...rest } = z.toJSONSchema(schema, {
      target: 'draft-7',
      io: 'input',
      override: context => {
        takeNumbersAsText(context);
        if (namedEntries.includes(context.zodSchema)) takeName(context);
      },
    });
    const described = { $schema, title: files, ...rest };
    return [schemaPath(name), `${JSON.stringify(described, null, 2)}\n`] as const;
  });
  const settings = {
    'yaml.schemas': Object.fromEntries(all.map(({ name, files }) => [schemaPath(name), files])),
  };
  return Object.fromEntries([
    ...schemas,
    ['.vscode/settings.json', `${JSON.stringify(settings, null, 2)}\n`],
  ]);
}

function schemaPath(name: string): string {
  return `${schemaFolder}/${name}.schema.json`;
}

/** An entry that may be written as the name that it has in another file. */
function takeName({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  const entry = { ...jsonSchema };
  for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
  Object.assign(jsonSchema, { anyOf: [{ type: 'string' }, entry] });
}

/** `period: 201314` is read as the text that was written, so an editor should not ask for quotes either. */
function takeNumbersAsText({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  const isFree =
    jsonSchema.pattern === undefined && jsonSchema.format === undefined && jsonSchema.enum === undefined;
  if (jsonSchema.type === 'string' && isFree) Object.assign(jsonSchema, { type: ['string', 'number'] });
}
