import { Ajv2020 } from 'ajv/dist/2020.js';

/** What a published ledger breaks of the schema that is published beside it, each by its place: nothing, where it is sound. */
export function againstSchema(schema: string, ledger: unknown): readonly string[] {
  // Days are held to a pattern too, so formats say nothing more.
  const validate = new Ajv2020({ allErrors: true, validateFormats: false }).compile(JSON.parse(schema));
  validate(ledger);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
