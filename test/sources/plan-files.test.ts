import { describe, expect, test } from 'vitest';
import { issueLine } from '../../src/issues.ts';
import { makeReport } from '../../src/report.ts';
import { inventedFolder, type Override, withCouncilFolder } from '../support/council-folder.ts';
import { delivery, oneDelivery } from '../support/plans.ts';
import { viewsOf } from '../support/views.ts';

const roles = 'data/plans/roles.yaml';
const references = 'data/plans/2013-14/references.yaml';
const oneRole = 'roles:\n  - { role: Head of education, answers-for: Schools }\n';

/** A file of references with one, a part of it changed. The publication is invented. */
const reference = (rest = '') => `references:
  - id: a-paper
    title: A paper
    publisher: Winterfold
    year: 2014
    url: https://winterfold.example/paper
    status: not-checked
${rest}`;

const linesOf = (plant: Readonly<Record<string, Override>>) =>
  withCouncilFolder(plant, folder => {
    const made = makeReport(folder);
    return made.outcome === 'unknown' ? [made.why] : made.issues.map(issueLine);
  });

const pageOf = (plant: Readonly<Record<string, Override>>) =>
  withCouncilFolder(plant, folder => {
    const made = makeReport(folder);
    if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
    return made.report;
  });

describe('a folder of plans', () => {
  test('is an edition’s, whose name is asked for when it is not one', () => {
    expect(linesOf({ [roles]: oneRole, 'data/plans/2013-15/references.yaml': reference() })).toEqual([
      'data/plans/2013-15:1:1  unknown-edition  no edition "2013-15" is in data/editions: correct it or add the edition there. Did you mean "2013-14"?',
    ]);
  });

  test('needs the register of roles beside it', () => {
    expect(linesOf({ [references]: reference() })).toEqual([
      expect.stringMatching(/^data\/plans\/roles\.yaml:1:1 {2}missing-file/),
    ]);
  });

  test('holds kinds of plan and nothing else', () => {
    expect(linesOf({ [roles]: oneRole, 'data/plans/2013-14/refrences.yaml': reference() })).toEqual([
      expect.stringMatching(/^data\/plans\/2013-14\/refrences\.yaml:1:1 {2}unexpected-file {2}warning/),
    ]);
  });
});

describe('a plan', () => {
  test('follows that of the edition before, and no older one', () => {
    const edition = (id: string, period: string) => (text: string) =>
      text.replaceAll('2013-14', id).replaceAll('201314', period);
    const action = (more: string) =>
      oneDelivery.replace(
        '    status: not-stated\n    reason: The plan does not say.\n',
        `    status: done\n${more}`,
      );
    const years = (...before: readonly (readonly [string, string])[]) =>
      linesOf({
        [roles]: oneRole,
        ...Object.fromEntries(
          before.map(([id, period]) => [
            `data/editions/${period}.yaml`,
            edition(id, period)(inventedFolder['data/editions/201314.yaml'] ?? ''),
          ]),
        ),
        'data/plans/2011-12/delivery.yaml': action(''),
        [delivery]: action('    outcome: It was held.\n'),
      }).filter(line => line.includes('outcome-without-promise'));
    expect(years(['2011-12', '201112'])).toEqual([]);
    expect(years(['2011-12', '201112'], ['2012-13', '201213'])).toHaveLength(1);
  });

  test('gives an id once in an edition', () => {
    const other = reference().replace('/paper', '/other');
    const twice = `${reference()}${other.slice('references:\n'.length)}`;
    expect(linesOf({ [roles]: oneRole, [references]: twice })).toEqual([
      expect.stringMatching(/^data\/plans\/2013-14\/references\.yaml:8:9 {2}duplicate-id/),
    ]);
  });

  test('types no percentage in its words, and leaves no note from drafting in them, faulty file or not', () => {
    const faults = reference('    note: In Winterfold 84% read well. E.g.?\n    colour: red\n');
    expect(linesOf({ [roles]: oneRole, [references]: faults })).toEqual([
      expect.stringMatching(/:8:25 {2}typed-figure/),
      expect.stringMatching(/:8:40 {2}drafting-note/),
      expect.stringMatching(/:9:5 {2}unknown-key/),
    ]);
  });

  test('names figures that the edition has, or the report is not made', () => {
    const words = reference('    note: "Girls: {ks2-reading for Elves}."\n');
    expect(linesOf({ [roles]: oneRole, [references]: words })).toEqual([
      expect.stringMatching(/:8:19 {2}unknown-figure/),
    ]);
  });

  test('prints the figures it names, each with its evidence, and adds its counts to the ledger', () => {
    const words = reference('    note: "Reading: {ks2-reading}."\n');
    const report = pageOf({ [roles]: oneRole, [references]: words });
    const page = viewsOf(report).plans.find(({ kind }) => kind === 'references');
    const runs = JSON.stringify(page?.sections);
    expect(runs).toContain('"figure":"ks2-reading.observation.total.w01.201314"');
    const ledger = report.files.find(({ path }) => path === '2013-14/figures.json')?.text ?? '';
    expect(ledger).toContain('"references.count.total.w01.201314.all"');
    expect(viewsOf(report).evidence.map(({ href }) => href)).toContain('2013-14/references/numbers/figures/');
  });

  test('belongs to the folder’s own council, and to no other area', () => {
    const report = withCouncilFolder({ [roles]: oneRole, [references]: reference() }, folder => {
      const made = makeReport(folder, { edition: null, area: 'W02' });
      if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
      return made.report;
    });
    expect(viewsOf(report).plans).toEqual([]);
  });
});
