import { unpackBrowser } from '../../src/site/browser.ts';

/** Unpacks the browser, once for all workers. */
export default unpackBrowser;
