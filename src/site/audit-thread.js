// Reads a site while it is written, in a thread of its own (`audit.ts`). Plain JavaScript, as `charts/drawing-thread.js`.
import module from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

module.enableCompileCache();
const { readInThread } = await import('./audit.ts');
readInThread(parentPort, workerData.folder, workerData.written, workerData.keeping);
