import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Issue, issueLine } from '../../src/issues.ts';
import { makeReport } from '../../src/report.ts';
import type { auditRules } from '../../src/rules/disclosure.ts';
import type { importRules } from '../../src/rules/imports.ts';
import { type RuleName, rules } from '../../src/rules.ts';
import {
  type Override,
  overrideOf,
  publishedFiles,
  readingWith,
  withCouncilFolder,
} from '../support/council-folder.ts';
import {
  governance,
  paths,
  roles as registered,
  scrutiny,
  selfAssessment,
  statements,
} from '../support/oversight.ts';
import { jpegOf } from '../support/pictures.ts';
import {
  changed,
  delivery,
  oneDelivery,
  oneRole,
  oneScorecard,
  planWith,
  roles,
  scorecard,
  targets,
} from '../support/plans.ts';
import { storyCases } from '../support/stories.ts';
import { actionPlanCases } from './action-plan-rule-cases.ts';
import { profileCases } from './profile-rule-cases.ts';

const council = 'data/council.yaml';
const areas = 'data/areas.yaml';
const sources = 'data/sources.yaml';
const breakdowns = 'data/breakdowns.yaml';
const ks2 = 'data/catalogue/ks2.yaml';
const edition = 'data/editions/201314.yaml';
const observations = 'data/observations/ks2/201314.csv';
const differences = 'data/differences/ks2/201314.csv';
const differenceHead = 'indicator,area,period,topic,group,against,value,released,source,note\n';
const observationHead =
  'indicator,area,period,topic,group,value,numerator,denominator,status,released,source,note\n';
const others = Array.from({ length: 11 }, (_, at) => `W${at + 10}`);
const many = Array.from({ length: 60 }, (_, at) => `W${at + 10}`);
const authority = (code: string) => `  - { code: ${code}, name: Area ${code}, kind: authority }\n`;
const inspections = 'data/inspections/201314.csv';
const homeWords = 'content/commentary/2013-14/home.md';
const overrides = 'content/overrides/2013-14.yaml';

const put = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
const add = (line: string) => (text: string) => `${text}${line}\n`;

const references = 'data/plans/2013-14/references.yaml';
const oneReference = `references:
  - id: a-paper
    title: A paper
    publisher: Winterfold
    year: 2014
    url: https://winterfold.example/paper
    status: live
    checked: 2014-12-01
`;

const planned = (file: string, ...changes: readonly (readonly [string, string])[]) => ({
  [roles]: oneRole,
  [file]: changed(file === scorecard ? oneScorecard : oneDelivery, ...changes),
});
const ward = (code: string, parent: string) =>
  `  - code: ${code}\n    name: ${code}\n    kind: ward\n    parent: ${parent}\n`;
const madeUp = (of: string, list: string) => (text: string) =>
  `${text.replace('neighbours:', `${ward('ash', 'W01')}${ward('elm', 'W01')}neighbours:`)}make-up:\n  - of: ${of}\n    areas: [${list}]\n`;

/** Girls of whom too few reached the standard to say how many. */
const fourGirls = {
  'data/observations/ks2/201213.csv': add(
    'ks2-reading,W01,201213,Sex,Girls,,4,90,final,2013-08-29,invented-results,',
  ),
};

const oversightFiles = { governance, selfAssessment, scrutiny, statements };

/** One of the files on how the council governs its work, a passage of it changed, with the register of roles. */
const oversight = (
  change: Partial<Record<keyof typeof oversightFiles, readonly [string, string]>>,
): Readonly<Record<string, Override>> => ({
  [paths.roles]: registered,
  ...Object.fromEntries(
    (Object.keys(change) as (keyof typeof oversightFiles)[]).map(name => [
      paths[name],
      changed(oversightFiles[name], change[name] ?? ['', '']),
    ]),
  ),
});

type Case = {
  /** One fault planted in the invented council folder. */
  readonly plant: Readonly<Record<string, Override>> | ((folder: string) => void);
  /** Where the one issue must be: file, line and column. */
  readonly at: string;
};

const published = 'data/published/invented-results/2014-12-01/ks2.csv';
const series = 'data/published/invented-results/2014-12-01/series.csv';

/** One fault for every rule of a folder: the compiler asks for a case when a rule is added; files that are brought in, and finished sites, have theirs. */
const cases: Readonly<Record<Exclude<RuleName, keyof typeof importRules | keyof typeof auditRules>, Case>> = {
  ...profileCases,
  ...actionPlanCases,
  'missing-file': { plant: { 'data/areas.yaml': null }, at: 'data/areas.yaml:1:1' },
  'not-a-file': {
    plant: folder => mkdirSync(join(folder, 'data/observations/ks2/201415.csv')),
    at: 'data/observations/ks2/201415.csv:1:1',
  },
  'not-a-folder': {
    plant: {
      'content/commentary': 'words',
      'content/commentary/2013-14/ks2.md': null,
      'content/commentary/2013-14/home.md': null,
    },
    at: 'content/commentary:1:1',
  },
  unreadable: {
    plant: folder => symlinkSync('nowhere.csv', join(folder, 'data/observations/ks2/201415.csv')),
    at: 'data/observations/ks2/201415.csv:1:1',
  },
  'outside-folder': {
    plant: folder => symlinkSync('/', join(folder, 'data/observations/ks2/201415.csv')),
    at: 'data/observations/ks2/201415.csv:1:1',
  },
  'unexpected-file': {
    plant: { 'data/observations/ks2/201314.xlsx': '' },
    at: 'data/observations/ks2/201314.xlsx:1:1',
  },
  'reserved-name': {
    plant: {
      [ks2]: text => text.replaceAll('ks2-progress', 'con'),
      [observations]: text => text.replaceAll('ks2-progress', 'con'),
      'data/observations/ks2/201213.csv': text => text.replaceAll('ks2-progress', 'con'),
    },
    at: `${ks2}:23:9`,
  },
  'wrong-capitals': {
    plant: { 'data/glossary.yaml': null, 'data/Glossary.yaml': 'terms: []\n' },
    at: 'data/Glossary.yaml:1:1',
  },
  'same-but-for-case': {
    plant: { 'data/README.md': 'Ours.', 'data/readme.md': 'Theirs.' },
    at: 'data/readme.md:1:1',
  },
  'empty-file': { plant: { 'data/glossary.yaml': '# nothing yet\n' }, at: 'data/glossary.yaml:1:1' },
  'file-too-large': {
    plant: { [homeWords]: `${'Reading rose. '.repeat(150_000)}\n` },
    at: `${homeWords}:1:1`,
  },
  'too-many-rows': {
    plant: { [observations]: text => `${text}${'a\n'.repeat(250_000)}` },
    at: `${observations}:250001:1`,
  },
  'field-too-long': {
    plant: { [observations]: put(/\n$/, `${'x'.repeat(5001)}\n`) },
    at: `${observations}:8:73`,
  },
  'wrong-encoding': {
    plant: { [observations]: text => Buffer.from(text.replace('Counted', 'Café'), 'latin1') },
    at: 'data/observations/ks2/201314.csv:2:81',
  },
  'nul-byte': {
    plant: { 'content/commentary/2013-14/ks2.md': 'Reading\0rose.' },
    at: 'content/commentary/2013-14/ks2.md:1:8',
  },
  'invisible-character': {
    plant: { [observations]: put('Counted, then', 'Counted,\u000b then') },
    at: 'data/observations/ks2/201314.csv:2:86',
  },
  workbook: {
    plant: { 'data/observations/ks2/201415.csv': Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]) },
    at: 'data/observations/ks2/201415.csv:1:1',
  },
  'wrong-separator': {
    plant: { [observations]: text => text.replaceAll(',', ';') },
    at: 'data/observations/ks2/201314.csv:1:1',
  },
  footnote: {
    plant: { [observations]: add('\nSource: Invented results, downloaded 3 May,,,,') },
    at: 'data/observations/ks2/201314.csv:10:1',
  },
  'decimal-comma': {
    plant: { [observations]: put('Total,1.3,', 'Total,1,3,') },
    at: 'data/observations/ks2/201314.csv:8:37',
  },
  'bad-header': {
    plant: { [observations]: put(/^.*\n/, 'Key stage 2\n') },
    at: 'data/observations/ks2/201314.csv:1:1',
  },
  'unknown-column': {
    plant: { [observations]: put('value', 'vlaue') },
    at: 'data/observations/ks2/201314.csv:1:35',
  },
  'missing-column': {
    plant: { [observations]: put(',note\n', '\n') },
    at: 'data/observations/ks2/201314.csv:1:1',
  },
  'personal-data': {
    plant: { [homeWords]: 'Winterfold did well.\n\nAsk education@winterfold.example for more.\n' },
    at: `${homeWords}:3:5`,
  },
  'personal-column': {
    plant: { [observations]: put('note\n', 'Pupil forename\n') },
    at: `${observations}:1:86`,
  },
  'duplicate-column': {
    plant: { [observations]: text => text.replace(/\n/g, ',\n').replace('note,\n', 'note,area\n') },
    at: 'data/observations/ks2/201314.csv:1:91',
  },
  'short-row': {
    plant: { [observations]: put('90,100,provisional', '90,provisional') },
    at: 'data/observations/ks2/201314.csv:3:1',
  },
  'long-row': {
    plant: { [observations]: put('"Counted, then checked"', 'Counted, then checked') },
    at: 'data/observations/ks2/201314.csv:2:86',
  },
  'blank-row': {
    plant: { [observations]: put('ks2-reading,W02', '\nks2-reading,W02') },
    at: 'data/observations/ks2/201314.csv:5:1',
  },
  'quote-fault': {
    plant: { [observations]: put('then checked"', 'then checked') },
    at: 'data/observations/ks2/201314.csv:2:77',
  },
  'series-twice': {
    plant: {
      ...publishedFiles,
      [published]: `${publishedFiles[published]}ks2-reading,Total,Total,W01,85,85\n`,
    },
    at: 'data/published/invented-results/2014-12-01/ks2.csv:4:25',
  },
  'all-alike': {
    plant: {
      ...publishedFiles,
      [areas]: put('neighbours:', `${many.map(authority).join('')}neighbours:`),
      [published]: `indicator,topic,group,area,201213,201314
ks2-reading,Total,Total,W01,80.6,84.25
${many.map(code => `ks2-reading,Total,Total,${code},81,84.25\n`).join('')}`,
    },
    at: 'data/published/invented-results/2014-12-01/ks2.csv:2:1',
  },
  'group-resized': {
    plant: {
      ...publishedFiles,
      [series]: `${publishedFiles[series]}${['Girls', 'Boys'].flatMap(group => ['201213', '201314'].map(year => `ks2-reading,Sex,${group},${year},pt_${group},,,revised,2014-12-01,stated,\n`)).join('')}`,
      [published]: `${publishedFiles[published]}ks2-reading,Sex,Girls,W01,90.2,90.4
ks2-reading,Sex,Boys,W01,70.1,66.3
`,
    },
    at: `${published}:4:1`,
  },
  'implausible-release': {
    plant: {
      ...publishedFiles,
      [series]: `${publishedFiles[series]}ks2-reading,Total,Total,201112,pt_read,,2012,final,2014-12-01,stated,\n`,
      [published]: `indicator,topic,group,area,201112,201213,201314
ks2-reading,Total,Total,W01,801,80.6,84.25
ks2-reading,Total,Total,N01,80,c,83
`,
    },
    at: `${published}:2:1`,
  },
  'publications-differ': {
    plant: {
      ...publishedFiles,
      ...Object.fromEntries(
        Object.entries(publishedFiles).map(([path, text]) => [
          path.replace('invented-results', 'later-results'),
          text.replace('publication: invented-results', 'publication: later-results').replace('84.25', '88'),
        ]),
      ),
      [sources]: put(
        /$/,
        `  - { id: later-results, title: Later results, organisation: Winterfold, url: 'https://results.example/', licence: open }\n`,
      ),
    },
    at: 'data/published/later-results/2014-12-01/ks2.csv:2:1',
  },
  'series-not-listed': {
    plant: {
      ...publishedFiles,
      [published]: `${publishedFiles[published]}ks2-progress,Total,Total,W01,,1.4\n`,
    },
    at: 'data/published/invented-results/2014-12-01/ks2.csv:4:1',
  },
  'broken-yaml': {
    plant: { [breakdowns]: put('label: Girls and boys', 'label: Sex: girls and boys') },
    at: 'data/breakdowns.yaml:3:15',
  },
  'tab-in-yaml': {
    plant: { [sources]: put('    title: Invented results', '\ttitle: Invented results') },
    at: 'data/sources.yaml:3:1',
  },
  'yaml-alias': { plant: { [council]: put('name: Winterfold', 'name: *name') }, at: 'data/council.yaml:3:7' },
  'several-documents': {
    plant: { 'data/glossary.yaml': add('---\nterms: []') },
    at: 'data/glossary.yaml:5:1',
  },
  'duplicate-key': { plant: { [council]: add('name: Winterfold') }, at: 'data/council.yaml:20:1' },
  'unknown-key': {
    plant: { [edition]: put('headlines:', 'headline:') },
    at: 'data/editions/201314.yaml:8:1',
  },
  'missing-key': { plant: { [ks2]: put('    polarity: high\n', '') }, at: 'data/catalogue/ks2.yaml:7:5' },
  'empty-value': { plant: { [areas]: put('name: Albion', 'name:') }, at: 'data/areas.yaml:13:5' },
  'wrong-value': {
    plant: { [ks2]: put('polarity: high', 'polarity: hihg') },
    at: 'data/catalogue/ks2.yaml:16:15',
  },
  'wrong-type': {
    plant: { [observations]: put(',84,168,200,', ',8O,168,200,') },
    at: 'data/observations/ks2/201314.csv:2:36',
  },
  'unknown-indicator': {
    plant: { [observations]: put('ks2-reading', 'ks2-readng') },
    at: 'data/observations/ks2/201314.csv:2:1',
  },
  'unknown-profile': {
    plant: { [inspections]: put('school-grades', 'school-grade') },
    at: 'data/inspections/201314.csv:2:1',
  },
  'unknown-area': {
    plant: { [observations]: put(',W01,', ',Winterfold,') },
    at: 'data/observations/ks2/201314.csv:2:13',
  },
  'unknown-neighbours': {
    plant: { [edition]: put('neighbours-2014', 'neighbours-2041') },
    at: 'data/editions/201314.yaml:6:13',
  },
  'unknown-topic': {
    plant: { [observations]: put(',Sex,Girls,', ',Gender,Girls,') },
    at: 'data/observations/ks2/201314.csv:3:24',
  },
  'unknown-group': {
    plant: { [observations]: put(',Sex,Girls,', ',Sex,Gilrs,') },
    at: 'data/observations/ks2/201314.csv:3:28',
  },
  'group-in-others': {
    plant: { 'data/breakdowns.yaml': put('phrase: girls', 'phrase: girls\n        in: [All]') },
    at: 'data/breakdowns.yaml:6:13',
  },
  'unknown-source': {
    plant: { [ks2]: put('source: invented-results', 'source: invented-result') },
    at: 'data/catalogue/ks2.yaml:20:13',
  },
  'unknown-theme': {
    plant: { 'content/commentary/2013-14/ks3.md': 'Words.' },
    at: 'content/commentary/2013-14/ks3.md:1:1',
  },
  'unknown-edition': {
    plant: { 'content/commentary/2014-15/ks2.md': 'Words.' },
    at: 'content/commentary/2014-15:1:1',
  },
  'unknown-part': {
    plant: { [inspections]: put('Primary,Good', 'Primary,Godo') },
    at: 'data/inspections/201314.csv:3:45',
  },
  'unknown-phase': {
    plant: { [inspections]: put('Primary,Good', 'Pirmary,Good') },
    at: 'data/inspections/201314.csv:3:37',
  },
  'overlapping-neighbours': {
    plant: { [areas]: put('[W02]', '[W02, E10000006, E06000063]') },
    at: 'data/areas.yaml:19:29',
  },
  'duplicate-id': {
    plant: { 'data/glossary.yaml': add('  - term: KS2\n    meaning: Again.') },
    at: 'data/glossary.yaml:5:11',
  },
  'missing-figure': {
    plant: { [observations]: put(',83,,,', ',,,,') },
    at: 'data/observations/ks2/201314.csv:7:36',
  },
  'not-a-symbol': {
    plant: { [observations]: put(',c,,,', ',-,,,') },
    at: 'data/observations/ks2/201314.csv:5:36',
  },
  'too-many-digits': {
    plant: { [observations]: put(',83,,,', ',72.900000000000006,,,') },
    at: 'data/observations/ks2/201314.csv:7:36',
  },
  'percentage-out-of-range': {
    plant: { [observations]: put(',83,,,', ',830,,,') },
    at: 'data/observations/ks2/201314.csv:7:36',
  },
  'impossible-percentage': {
    plant: { [observations]: put(',83,,,', ',87.3,,149,') },
    at: 'data/observations/ks2/201314.csv:7:36',
  },
  'value-not-of-counts': {
    plant: { [observations]: put(',84,168,200,', ',84,186,200,') },
    at: 'data/observations/ks2/201314.csv:2:36',
  },
  'one-as-several': {
    plant: {
      [ks2]: put('measure: given\n    unit: points', 'measure: count\n    unit: schools'),
      'data/observations/ks2/201213.csv': put('Total,-0.4,', 'Total,2,'),
      [observations]: put('Total,1.3,', 'Total,1,'),
    },
    at: `${observations}:8:1`,
  },
  'provisional-after-final': {
    plant: {
      [observations]: add('ks2-progress,W01,201314,Total,Total,1.1,,,final,2014-07-01,invented-results,'),
    },
    at: `${observations}:8:1`,
  },
  'part-above-whole': {
    plant: { [observations]: put(',78,100,', '78,,201,') },
    at: `${observations}:4:1`,
  },
  'whole-outside-parts': {
    plant: { [observations]: put(',84,168,200,', ',95,,,') },
    at: `${observations}:2:1`,
  },
  'extreme-without-base': {
    plant: { [observations]: put(',78,100,', '0,,,') },
    at: `${observations}:4:1`,
  },
  'change-without-base': {
    plant: {
      [breakdowns]: put('phrase: boys\n', 'phrase: boys\n        small: true\n'),
      'data/observations/ks2/201213.csv': add(
        'ks2-reading,W01,201213,Sex,Boys,60,,,final,2013-08-29,invented-results,',
      ),
      [observations]: put(',78,100,', '78,,,'),
    },
    at: `${observations}:4:1`,
  },
  'coverage-jumps': {
    plant: {
      'data/observations/ks2/201213.csv': put(',81,,,', ',81,,99,'),
      [observations]: put('"Counted, then checked"', ''),
    },
    at: `${observations}:2:1`,
  },
  'area-not-of-source': {
    plant: {
      [sources]: add(
        '  - { id: united, title: All, organisation: A council of examiners, url: https://a.example/, licence: Theirs, areas: [united-kingdom] }',
      ),
      [observations]: put(
        'N01,201314,Total,Total,83,,,provisional,,invented-results,',
        'N01,201314,Total,Total,83,,,provisional,,united,',
      ),
    },
    at: `${observations}:7:54`,
  },
  'publisher-differs': {
    plant: {
      'data/observations/ks2/201112.csv': `${observationHead}ks2-reading,N01,201112,Total,Total,80,,,final,,invented-results,\n`,
      [observations]: put(
        'N01,201314,Total,Total,83,,,provisional,,invented-results,',
        'N01,201314,Total,Total,83,,,provisional,,invented-inspections,',
      ),
    },
    at: `${observations}:7:1`,
  },
  'decimals-unlike': {
    plant: { [observations]: put('Total,1.3,', 'Total,1.349,') },
    at: 'data/observations/ks2/201314.csv:8:37',
  },
  'implausible-value': {
    plant: {
      'data/observations/ks2/201112.csv': `${observationHead}ks2-reading,N01,201112,Total,Total,80,,,final,,invented-results,\n`,
      'data/observations/ks2/201213.csv': put('N01,201213,Total,Total,80', 'N01,201213,Total,Total,8'),
    },
    at: 'data/observations/ks2/201213.csv:3:1',
  },
  'proportion-for-percentage': {
    plant: {
      [ks2]: put('decimals: 0', 'decimals: 2'),
      [areas]: put('neighbours:', `${others.map(authority).join('')}neighbours:`),
      [observations]: text =>
        `${text.replace(',83,,,', ',0.83,,,')}${others.map((code, at) => `ks2-reading,${code},201314,Total,Total,${78 + at},,,final,,invented-results,\n`).join('')}`,
    },
    at: 'data/observations/ks2/201314.csv:7:1',
  },
  'numerator-above-denominator': {
    plant: { [observations]: put(',,90,100,', ',,190,100,') },
    at: 'data/observations/ks2/201314.csv:3:35',
  },
  'numerator-without-value': {
    plant: { [observations]: put(',c,,,', ',c,3,,') },
    at: 'data/observations/ks2/201314.csv:5:38',
  },
  'negative-count': {
    plant: { [observations]: put(',,90,100,', ',,-90,100,') },
    at: 'data/observations/ks2/201314.csv:3:35',
  },
  'zero-denominator': {
    plant: { [observations]: put(',,90,100,', ',,0,0,') },
    at: 'data/observations/ks2/201314.csv:3:37',
  },
  'bad-period': {
    plant: { [observations]: put('N01,201314', 'N01,2013/14') },
    at: 'data/observations/ks2/201314.csv:7:17',
  },
  'period-mismatch': {
    plant: { [observations]: put('N01,201314', 'N01,201213') },
    at: 'data/observations/ks2/201314.csv:7:17',
  },
  'bad-date': {
    plant: { 'data/observations/ks2/201213.csv': put('2013-08-29', '2013-08-32') },
    at: 'data/observations/ks2/201213.csv:2:47',
  },
  'bad-status': {
    plant: { [observations]: put('provisional', 'Provisional') },
    at: 'data/observations/ks2/201314.csv:2:47',
  },
  'duplicate-observation': {
    plant: {
      [observations]: add('ks2-reading,N01,201314,Total,Total,82,,,revised,2014-08-28,invented-results,'),
    },
    at: 'data/observations/ks2/201314.csv:9:1',
  },
  'difference-without-figures': {
    plant: {
      [differences]: `${differenceHead}ks2-progress,W01,201314,Total,Total,W02,3,,invented-results,\n`,
    },
    at: `${differences}:2:1`,
  },
  'difference-not-of-values': {
    plant: {
      [differences]: `${differenceHead}ks2-reading,W01,201314,Total,Total,201213,9,,invented-results,\n`,
    },
    at: `${differences}:2:1`,
  },
  'difference-not-earlier': {
    plant: {
      [differences]: `${differenceHead}ks2-reading,W01,201314,Total,Total,201415,3,,invented-results,\n`,
    },
    at: `${differences}:2:36`,
  },
  'coverage-differs': {
    plant: {
      [sources]: add(
        '  - id: headlines\n    title: Headlines\n    organisation: Us\n    url: https://us.example/\n    licence: Open\n    covers: all-schools',
      ),
      [ks2]: put('source: invented-results', 'source: invented-results\n    covers: state-funded'),
      [observations]: put(',83,,,provisional,,invented-results', ',83,,,provisional,,headlines'),
    },
    at: 'data/observations/ks2/201314.csv:7:54',
  },
  'indicator-in-wrong-theme': {
    plant: {
      'data/observations/inspection/201314.csv':
        'indicator,area,period,topic,group,value,numerator,denominator,status,released,source,note\nks2-progress,N01,201314,Total,Total,0.0,,,final,,invented-results,\n',
    },
    at: 'data/observations/inspection/201314.csv:2:1',
  },
  'area-not-there': {
    plant: { [observations]: put('ks2-reading,W02', 'ks2-reading,E06000063') },
    at: 'data/observations/ks2/201314.csv:5:13',
  },
  'figure-before-its-year': {
    plant: { [observations]: put('84,168,200,provisional,,', '84,168,200,provisional,2013-09-30,') },
    at: 'data/observations/ks2/201314.csv:2:17',
  },
  'profile-in-wrong-period': {
    plant: { [inspections]: put('2014-08-31', '2041-08-31') },
    at: 'data/inspections/201314.csv:2:26',
  },
  'outside-start-end': {
    plant: { [ks2]: put('start: 201213', 'start: 201314') },
    at: 'data/observations/ks2/201213.csv:4:18',
  },
  'topic-not-listed': {
    plant: { [observations]: add('ks2-progress,W01,201314,Sex,Girls,1.0,,,final,,invented-results,') },
    at: 'data/observations/ks2/201314.csv:9:25',
  },
  'unknown-break': {
    plant: {
      'data/breaks.yaml': 'breaks: [{ id: new-test, from: 201314, kind: definition, note: A new test. }]\n',
      [ks2]: put('unit: percent', 'unit: percent\n    breaks: [new-tset]'),
    },
    at: 'data/catalogue/ks2.yaml:15:14',
  },
  'unknown-pause': {
    plant: { [ks2]: put('unit: percent', 'unit: percent\n    pauses: [pandemic]') },
    at: 'data/catalogue/ks2.yaml:15:14',
  },
  'wrong-file-name': {
    plant: { [edition]: put('period: 201314', 'period: 201213') },
    at: 'data/editions/201314.yaml:2:9',
  },
  'wrong-unit': {
    plant: { [ks2]: put('unit: percent', 'unit: per-100') },
    at: 'data/catalogue/ks2.yaml:14:11',
  },
  'pupils-unprotected': {
    plant: {
      [ks2]: put(
        'measure: percentage\n    unit: percent',
        'measure: count\n    unit: pupils\n    counted: entries',
      ),
      'data/observations/ks2/201314.csv': put('84,168,200', '168,168,200'),
    },
    at: 'data/catalogue/ks2.yaml:15:14',
  },
  'end-before-start': {
    plant: { [ks2]: put('end: 201314', 'end: 201112') },
    at: 'data/catalogue/ks2.yaml:38:10',
  },
  'break-outside-start-end': {
    plant: { [ks2]: add('    breaks:\n      - { from: 201415, kind: scale, note: It changed. }') },
    at: 'data/catalogue/ks2.yaml:40:17',
  },
  'break-out-of-order': {
    plant: {
      [ks2]: add(
        '    breaks:\n      - { from: 201314, kind: scale, note: It changed. }\n      - { from: 201314, kind: method, note: Again. }',
      ),
    },
    at: 'data/catalogue/ks2.yaml:41:17',
  },
  'bands-out-of-order': {
    plant: {
      [ks2]: put(/(?<=ks2-progress[\s\S]*)bands: .*/, 'bands: { similar: 2, slight: 1, well: 5 }'),
    },
    at: 'data/catalogue/ks2.yaml:34:12',
  },
  'bands-missing': {
    plant: { [ks2]: put('    bands: { similar: 0.5, slight: 1, well: 5 }\n', '') },
    at: 'data/catalogue/ks2.yaml:7:9',
  },
  'missing-comparator': {
    plant: { [ks2]: put('comparators: [nation]', 'comparators: [nation, estimates]') },
    at: 'data/catalogue/ks2.yaml:33:27',
  },
  'theme-not-in-edition': {
    plant: { [edition]: put('[ks2, inspection]', '[inspection]'), 'content/commentary/2013-14/ks2.md': null },
    at: 'data/editions/201314.yaml:8:13',
  },
  'edition-empty': {
    plant: { [edition]: put('cut-off: 2014-12-31', 'cut-off: 2014-08-01') },
    at: 'data/editions/201314.yaml:5:10',
  },
  'headline-without-figure': {
    plant: {
      [edition]: put('[ks2-reading]', '[ks2-reading, ks2-progress]'),
      'data/observations/ks2/201213.csv': put(/ks2-progress.*\n/, ''),
      [observations]: put(/ks2-progress.*\n/, ''),
    },
    at: 'data/editions/201314.yaml:8:26',
  },
  'gap-not-shown': {
    plant: { [ks2]: put('  topics: [Sex]\n', '') },
    at: 'data/breakdowns.yaml:12:5',
  },
  'pending-overdue': {
    plant: {
      [edition]: add("pending:\n  - indicator: ks2-reading\n    what: final results\n    due: '2014-01-01'"),
    },
    at: 'data/editions/201314.yaml:12:10',
  },
  'summed-phase': {
    plant: { [inspections]: put('Secondary,Outstanding', 'All,Outstanding') },
    at: 'data/inspections/201314.csv:5:37',
  },
  'missing-part': {
    plant: { [inspections]: text => text.replace(/.*Primary,Poor.*\n/, '') },
    at: 'data/inspections/201314.csv:2:1',
  },
  'alike-names': {
    plant: {
      'data/breakdowns.yaml': text =>
        text.replace('    gaps:', '      - id: Boys!\n        label: Boys\n        phrase: boys\n    gaps:'),
    },
    at: 'data/breakdowns.yaml:12:13',
  },
  'locality-without-parent': {
    plant: { [areas]: put('neighbours:', '  - code: ash\n    name: Ash\n    kind: ward\nneighbours:') },
    at: 'data/areas.yaml:15:11',
  },
  'locality-elsewhere': {
    plant: { [areas]: put('neighbours:', `${ward('ash', 'W02')}neighbours:`) },
    at: 'data/areas.yaml:18:13',
  },
  'parent-of-no-locality': {
    plant: { [areas]: put('kind: region', 'kind: region\n    parent: N01') },
    at: 'data/areas.yaml:12:13',
  },
  'locality-alone': {
    plant: { [areas]: put('neighbours:', `${ward('ash', 'W01')}neighbours:`) },
    at: 'data/areas.yaml:15:11',
  },
  'make-up-mixed': {
    plant: { [areas]: madeUp('W01', 'ash, elm, W02') },
    at: 'data/areas.yaml:30:23',
  },
  'make-up-elsewhere': {
    plant: { [areas]: madeUp('W02', 'ash, elm') },
    at: 'data/areas.yaml:29:9',
  },
  'low-contrast': {
    plant: { 'data/council.yaml': put("brand: '#12436D'", "brand: '#FEFEFE'") },
    at: 'data/council.yaml:10:15',
  },
  'typed-figure': {
    plant: { 'content/commentary/2013-14/home.md': 'A good year:\nup 3 percentage points.\n' },
    at: 'content/commentary/2013-14/home.md:2:4',
  },
  'year-of-no-figure': {
    plant: { [homeWords]: 'In 2012/13, {ks2-reading} of pupils\nreached the standard.\n' },
    at: `${homeWords}:1:13`,
  },
  'brace-alone': {
    plant: { 'content/commentary/2013-14/home.md': 'Up by {ks2-reading change] on the year.\n' },
    at: 'content/commentary/2013-14/home.md:1:7',
  },
  'unknown-figure': {
    plant: { 'content/commentary/2013-14/home.md': 'Up by {ks2-readng change}.\n' },
    at: 'content/commentary/2013-14/home.md:1:7',
  },
  'empty-commentary': {
    plant: { 'content/commentary/2013-14/home.md': '\n' },
    at: 'content/commentary/2013-14/home.md:1:1',
  },
  'commentary-to-write': {
    plant: { 'content/commentary/2013-14/ks2.md': '<!-- What changed in reading, and why? -->\n' },
    at: 'content/commentary/2013-14/ks2.md:1:1',
  },
  'commentary-unread': {
    plant: { 'content/commentary/2013-14/ks2.md': 'Reading rose.\n\n<!-- unread: from 2012-13 -->\n' },
    at: 'content/commentary/2013-14/ks2.md:3:1',
  },
  'figure-not-given': {
    plant: { [homeWords]: 'Winterfold was {ks2-reading against neighbours} above Summerdale.\n' },
    at: `${homeWords}:1:16`,
  },
  'bad-rests-on': {
    plant: { [homeWords]: 'Reading rose.\nrests-on: ks2-reading rose\n' },
    at: `${homeWords}:2:1`,
  },
  'unknown-fact': {
    plant: { [homeWords]: 'Reading rose.\nrests-on: [ks2-reading rised]\n' },
    at: `${homeWords}:2:12`,
  },
  'fact-not-so': {
    plant: {
      [homeWords]:
        'Reading rose in almost every school of the borough.\nrests-on: [ks2-reading rose, ks2-reading below Albion]\n',
      [observations]: readingWith('79,15800,20000'),
    },
    at: `${homeWords}:2:12`,
  },
  'override-out-of-date': {
    plant: { [overrides]: overrideOf(), [observations]: readingWith('85,170,200') },
    at: `${overrides}:3:15`,
  },
  'unknown-sentence': {
    plant: { [overrides]: overrideOf({ sentence: 'ks2.ks2-readng.2' }) },
    at: `${overrides}:2:15`,
  },
  'percent-for-points': {
    plant: { [homeWords]: 'Reading was up\nby {ks2-reading change} per cent.\n' },
    at: `${homeWords}:2:25`,
  },
  'drafting-note': {
    plant: { [homeWords]: 'Reading rose. TBC: say why.\n' },
    at: `${homeWords}:1:15`,
  },
  'personal-name': {
    plant: { [homeWords]: 'Our thanks to Cllr Green.\n' },
    at: `${homeWords}:1:15`,
  },
  'page-furniture': {
    plant: { [homeWords]: 'Reading rose. Read more >\n' },
    at: `${homeWords}:1:15`,
  },
  'picture-in-words': {
    plant: { [homeWords]: 'Reading rose.\n\n![](chart.png)\n' },
    at: `${homeWords}:3:1`,
  },
  'untested-significance': {
    plant: { [homeWords]: 'Reading rose significantly.\n' },
    at: `${homeWords}:1:14`,
  },
  'unknown-target': {
    plant: {
      [targets]: planWith([
        '      - edition: 2013-14\n        target: partners',
        '      - { edition: 2013-14, target: parners, date: 2014-10-01, judgement: on-track }\n      - edition: 2013-14\n        target: partners',
      ]),
    },
    at: `${targets}:43:37`,
  },
  'target-out-of-order': {
    plant: {
      [targets]: planWith(['aim: { period: 201617, value: 89 }', 'aim: { period: 201213, value: 89 }']),
    },
    at: `${targets}:16:28`,
  },
  'target-wrong-way': {
    plant: {
      [targets]: planWith([
        '            operator: at-least\n            aim: { period: 201617, value: 89 }',
        '            milestones: [{ period: 201516, value: 96.4 }]\n            operator: at-least\n            aim: { period: 201617, value: 81.9 }',
      ]),
    },
    at: `${targets}:17:43`,
  },
  'target-against-polarity': {
    plant: { [targets]: planWith(['operator: at-least', 'operator: at-most'], ['value: 89', 'value: 79']) },
    at: `${targets}:15:23`,
  },
  'repeated-target': {
    plant: {
      [targets]: planWith([
        '          - measure: none\n            reason: Nothing was named that could be counted.\n',
        '          - indicator: ks2-reading\n            baseline: { period: 201213, value: 81 }\n            operator: above\n            aim: { period: 201617, value: 95 }\n',
      ]),
    },
    at: `${targets}:34:18`,
  },
  'baseline-not-of-data': {
    plant: { [targets]: planWith(['period: 201213, value: 81', 'period: 201213, value: 80']) },
    at: `${targets}:14:48`,
  },
  'equates-not-so': {
    plant: {
      [targets]: planWith([
        '            aim: { period: 201617, value: 100 }\n',
        '            aim: { period: 201617, value: 100 }\n            equates: { more: 14, now: 129, of: 149 }\n',
      ]),
    },
    at: `${targets}:26:30`,
  },
  'target-without-review': {
    plant: {
      [targets]: planWith([
        '      - edition: 2013-14\n        target: good-schools\n        date: 2014-10-01\n        judgement: achieved\n',
        '',
      ]),
    },
    at: `${targets}:17:13`,
  },
  'repeated-review': {
    plant: {
      [targets]: planWith([
        '      - edition: 2013-14\n        target: partners',
        '      - { edition: 2013-14, target: readers, date: 2014-10-01, judgement: on-track }\n      - edition: 2013-14\n        target: partners',
      ]),
    },
    at: `${targets}:43:37`,
  },
  'unknown-entry': {
    plant: {
      [roles]: oneRole,
      [references]: `${oneReference}    indicators: [ks2-raeding]\n`,
    },
    at: `${references}:9:18`,
  },
  'unknown-role': {
    plant: {
      [roles]: oneRole,
      [targets]: planWith(['owner: Head of education', 'owner: Head of educating']),
    },
    at: `${targets}:11:16`,
  },
  'area-not-assessed': {
    plant: oversight({
      selfAssessment: [
        "  - area: knowing\n    judgement: effective\n    evidence: ['Reading stands at {ks2-reading}.']\n    next-steps: [Visit more.]\n",
        '',
      ],
    }),
    at: `${paths.selfAssessment}:13:17`,
  },
  'unknown-judgement': {
    plant: oversight({
      selfAssessment: ['overall:\n  judgement: effective', 'overall:\n  judgement: efective'],
    }),
    at: `${paths.selfAssessment}:15:14`,
  },
  'peer-review-unanswered': {
    plant: oversight({
      selfAssessment: [
        '      status: accepted\n      response: They will be told.\n',
        '      status: not-stated\n',
      ],
    }),
    at: `${paths.selfAssessment}:33:7`,
  },
  'reports-in-a-circle': {
    plant: oversight({ governance: ['purpose: Leads }', 'purpose: Leads, reports-to: group }'] }),
    at: `${paths.governance}:14:72`,
  },
  'principles-miscounted': {
    plant: {
      ...oversight({ governance: ['More readers.', 'More readers.'] }),
      [homeWords]: 'All of us keep to\nsix core principles.\n',
    },
    at: `${homeWords}:2:1`,
  },
  'response-overdue': {
    plant: oversight({
      scrutiny: ['    status: done\n    response: They did.\n', '    status: not-stated\n'],
    }),
    at: `${paths.scrutiny}:6:10`,
  },
  'not-a-picture': {
    plant: { 'content/pictures/hall.jpg': 'The school hall.' },
    at: 'content/pictures/hall.jpg:1:1',
  },
  'picture-unfit': {
    plant: { 'content/pictures/hall.jpg': jpegOf({ turn: 6 }) },
    at: 'content/pictures/hall.jpg:1:1',
  },
  'unknown-picture': {
    plant: {
      ...oversight({
        statements: ['Thank you.]', 'Thank you.]\n    picture: { file: hall.jpg, alternative: The hall }'],
      }),
      'content/pictures/halls.jpg': jpegOf(),
    },
    at: `${paths.statements}:6:22`,
  },
  'contact-review-due': {
    plant: { [council]: put('reviewed: 2014-11-01\naccess', 'reviewed: 2013-12-30\naccess') },
    at: `${council}:15:13`,
  },
  'needs-one-of': {
    plant: planned(delivery, ['    measures: [ks2-reading]\n', '']),
    at: `${delivery}:5:5`,
  },
  'keys-at-odds': {
    plant: planned(scorecard, ['year: 201314, value: 84', 'year: 201314, value: 84, against: nation']),
    at: `${scorecard}:14:40`,
  },
  'years-differ': {
    plant: planned(scorecard, ['          - { year: 201415, against: nation }\n', '']),
    at: `${scorecard}:14:11`,
  },
  'target-met-when-set': {
    plant: planned(scorecard, ['value: 84', 'value: 81']),
    at: `${scorecard}:14:36`,
  },
  'deadline-passed': {
    plant: planned(delivery, ['kind: ongoing', 'kind: month, month: 2014-07']),
    at: `${delivery}:11:15`,
  },
  'outcome-without-promise': {
    plant: planned(delivery, ['    status: not-stated', '    outcome: It was held.\n    status: not-stated']),
    at: `${delivery}:13:14`,
  },
  'unchecked-comparison': {
    plant: planned(delivery, [
      'actions:',
      'strengths:\n  - id: reading\n    words: Reading is better than elsewhere.\nactions:',
    ]),
    at: `${delivery}:10:12`,
  },
  'numbered-by-hand': {
    plant: planned(delivery, ['words: Pupils', 'words: (iv) Pupils']),
    at: `${delivery}:6:12`,
  },
  'pass-misnamed': {
    plant: { [homeWords]: 'Strong results in English and maths are now grades 9-4.\n' },
    at: `${homeWords}:1:1`,
  },
  'target-as-outcome': {
    plant: {
      [targets]: planWith(['aim: { period: 201617, value: 89 }', 'aim: { period: 201617, value: 86 }']),
      [observations]: text => readingWith('86,172,200')(text).replace('"Counted, then checked"', ''),
    },
    at: `${observations}:2:1`,
  },
  'outcome-as-aimed': {
    plant: {
      [targets]: planWith(
        ['source: invented-results', 'source: invented-inspections'],
        ['aim: { period: 201617, value: 89 }', 'aim: { period: 201617, value: 86 }'],
      ),
      [observations]: text => readingWith('86,172,200')(text).replace('"Counted, then checked"', ''),
    },
    at: `${observations}:2:1`,
  },
  'counts-differ': {
    plant: {
      'data/glossary.yaml': add(
        '  - { term: NLE, expansion: National leader of education, meaning: A head who helps. }',
      ),
      ...oversight({
        governance: ['aim: Everyone can read.', 'aim: Four NLEs help, and 8 NLEs have helped.'],
      }),
    },
    at: `${paths.governance}:1:26`,
  },
  'link-in-plain-words': {
    plant: { 'data/glossary.yaml': text => `${text}  - { term: Few, meaning: "As [here](/ks2/) says." }\n` },
    at: 'data/glossary.yaml:5:27',
  },
  'link-nowhere': {
    plant: { [homeWords]: 'See [the strategy](strategy.pdf).\n' },
    at: `${homeWords}:1:20`,
  },
  'typed-rank': {
    plant: { [homeWords]: 'Winterfold is ranked 53rd nationally.\n' },
    at: `${homeWords}:1:15`,
  },
  'record-without-years': {
    plant: { [homeWords]: 'Reading is the highest it has ever been.\n' },
    at: `${homeWords}:1:16`,
  },
  'record-without-fact': {
    plant: { [homeWords]: 'Reading is the highest since 2011.\n' },
    at: `${homeWords}:1:16`,
  },
  'universal-without-fact': {
    plant: { [homeWords]: 'Standards have improved at all key stages.\n' },
    at: `${homeWords}:1:28`,
  },
  'year-cut-short': { plant: { [homeWords]: 'It was begun in April 201.\n' }, at: `${homeWords}:1:17` },
  'word-mistaken': {
    plant: { [homeWords]: 'Of the ones that have been expected, most did well.\n' },
    at: `${homeWords}:1:8`,
  },
  'key-stage-one-tests': {
    plant: { [ks2]: put('method: As published.', 'method: Set beside key stage 1 test results.') },
    at: `${ks2}:36:13`,
  },
  'nothing-attached': { plant: { [homeWords]: 'The attached table has more.\n' }, at: `${homeWords}:1:5` },
  'hidden-in-vain': {
    plant: {
      'data/sources.yaml': text =>
        text
          .replace(
            'licence: Open Government Licence v3.0',
            'licence: Open Government Licence v3.0\n    national: true',
          )
          .replace(
            'sources:',
            `sources:
  - { id: own-count, title: Own count, organisation: Winterfold, url: 'https://w.example/', licence: None, released: 2013-08-29 }`,
          ),
      'data/observations/ks2/201213.csv': text =>
        text.replace(
          'Total,Total,81,,,final,2013-08-29,invented-results,',
          `Total,Total,81,162,200,final,2013-08-29,invented-results,
ks2-reading,W01,201213,Sex,Boys,,74,110,final,2013-08-29,invented-results,
ks2-reading,W01,201213,Sex,Girls,,88,90,final,2013-08-29,own-count,`,
        ),
    },
    at: 'data/observations/ks2/201213.csv:4:1',
  },
  'words-tell-hidden': {
    plant: { ...fourGirls, 'data/glossary.yaml': add('  - { term: Few, meaning: Four of the 90 girls. }') },
    at: 'data/glossary.yaml:5:27',
  },
  'few-pupils-typed': {
    plant: { [ks2]: put('Worked out from counts.', 'Three pupils were left out.') },
    at: `${ks2}:21:13`,
  },
  'pupils-untraced': {
    plant: { [ks2]: put('Worked out from counts.', 'Worked out from 212 pupils.') },
    at: `${ks2}:21:29`,
  },
  ...storyCases,
  ...actionPlanCases,
};

const made = Object.entries(cases).map(([rule, { plant, at }]) => ({ rule, at, issues: issuesOf(plant) }));

test.each(made)('$rule is one issue, at its place', ({ rule, at, issues }) => {
  expect(issues.map(issue => `${issue.file}:${issue.line}:${issue.column}`)).toEqual([at]);
  expect(issues.map(issue => issue.rule)).toEqual([rule]);
});

test('what every rule says is as it was agreed', async () => {
  const lines = made.flatMap(({ issues }) => issues.map(issueLine));
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../editions-with-faults/one-of-each.txt');
});

test('every rule has a permanent kebab-case name', () => {
  for (const rule of Object.keys(rules)) expect(rule).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

function issuesOf(plant: Case['plant']): readonly Issue[] {
  return withCouncilFolder(typeof plant === 'function' ? {} : plant, folder => {
    if (typeof plant === 'function') plant(folder);
    const made = makeReport(folder);
    return made.outcome === 'unknown' ? [] : made.issues;
  });
}
