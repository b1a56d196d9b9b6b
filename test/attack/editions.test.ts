// An attack on the reference council's site as it was built: by its CSV files alone, with the size of every group of which it
// prints a figure. `npm run attack` makes it on every edition of the repository.
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { siteFiles, siteText } from '../support/site.ts';
import { attackOfSite, type SiteFile } from './editions.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const files = siteFiles
  .filter(name => name.endsWith('.csv') && !name.endsWith('authorities.csv'))
  .map(path => ({ path, text: siteText(path) }));

it('lets nobody near a hidden figure, those outside a share, or those between two measures', () => {
  const { scores, fallen } = attackOfSite(root, files, 'sizes');
  expect(fallen).toEqual([]);
  expect(scores.get('hidden')?.cells).toBeGreaterThan(5);
  expect(scores.get('others')?.cells).toBeGreaterThan(30);
  expect(scores.get('between')?.cells).toBeGreaterThan(10);
});

it('would give a hidden figure away, had the edition before printed it', () => {
  const ofYear = ({ path, text }: SiteFile) => {
    const [head = '', ...lines] = text.split('\n');
    return { path, text: [head, ...lines.filter(line => line.includes(',201213,'))].join('\n') };
  };
  const hidden =
    /^(ks4-level1\.observation\.first-language-other-than-english\.e06000049\.201213,.*),,c,\[c\],suppressed,/m;
  const planted = files.map(ofYear).map(({ path, text }) => ({
    path,
    text: path.startsWith('2012-13/') ? text.replace(hidden, '$1,94,,94%,,') : text,
  }));
  expect(attackOfSite(root, planted, 'sizes').fallen).toEqual([
    'hidden ks4-level1|E06000049|201213|First language|Other than English|2013-14: 94 to 94',
  ]);
});
