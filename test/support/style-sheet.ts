import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The style sheet of a built site, which is named by what is in it. */
export function styleSheetOf(site: string): string {
  const [name = ''] = readdirSync(join(site, 'assets')).filter(each => each.endsWith('.css'));
  return readFileSync(join(site, 'assets', name), 'utf8');
}
