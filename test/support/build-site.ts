// Builds a site of the reference council, as a process of its own: `node build-site.ts <site> <folder> [--documents]`.
import { publish } from '../../src/site.ts';
import { referenceCouncil } from './reference-council.ts';
import { reportOf, type SiteName } from './reference-site.ts';

const [name = '', out = '', documents] = process.argv.slice(2);
const { hidden } = referenceCouncil();
await publish(reportOf(name as SiteName), out, { documents: documents !== undefined, hidden });
