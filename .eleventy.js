import { makeReport } from './src/report.ts';
import { configurePlain } from './src/site.ts';

/** Lets plain `npx eleventy` build the reference council's report into _site. */
export default async function (eleventyConfig) {
  const made = makeReport(import.meta.dirname);
  if (made.outcome !== 'made') throw new Error(reasons(made));
  for (const folder of ['data', 'content']) eleventyConfig.addWatchTarget(folder, { resetConfig: true });
  await configurePlain(eleventyConfig, made.report);
}

const reasons = made =>
  made.outcome === 'unknown'
    ? made.why
    : made.issues
        .map(({ file, line, column, rule, message }) => `${file}:${line}:${column}  ${rule}  ${message}`)
        .join('\n');
