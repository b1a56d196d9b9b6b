// Draws what it is sent, in a thread of its own (`site/drawings.ts`). Plain JavaScript, as `bin/keystage.js`: of everything
// that it loads Node keeps the code that it compiled.
import module from 'node:module';
import { parentPort } from 'node:worker_threads';

module.enableCompileCache();
const { makePen } = await import('./render.ts');
const draw = makePen();
parentPort.on('message', wanted => parentPort.postMessage(draw(wanted)));
