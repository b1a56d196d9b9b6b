// Runs in a copy of the code: reads the figures of a council once, and writes the pages again each time it is asked.
import { makeReport } from '../../src/report.ts';
import { publish } from '../../src/site.ts';

const [root = '', edition = '', out = ''] = process.argv.slice(2);
const made = makeReport(root, { edition, area: null });
if (made.outcome !== 'made') throw new Error(JSON.stringify(made, null, 1));
const { report } = made;

process.on('message', () => {
  publish(report, out, { documents: false }).then(
    () => process.send?.('built'),
    (fault: Error) => process.send?.(`${fault.stack}`),
  );
});
