// Case studies, news and references of the invented council, sound as they stand, and a fault in them for each rule.

/** The files of stories of the invented council. */
export const caseStudies = 'data/plans/2013-14/case-studies.yaml';
/** The file of what was written about the invented council's schools. */
export const news = 'data/plans/2013-14/news.yaml';
/** The file of its references. */
export const references = 'data/plans/2013-14/references.yaml';
const roles = 'data/plans/roles.yaml';

/** One case study with a panel of these facts, each a line of YAML in braces, and with other keys. */
export function studyOf(facts: readonly string[], ...more: readonly string[]): string {
  return `source: invented-results
as-at: 2014-06
about: Invented accounts.
themes: [{ id: together, label: Working together }]
studies:
  - id: summerdale
    theme: together
    area: W02
    title: Schools that help one another
    done: Schools visit one another.
    facts:
${facts.map(fact => `      - ${fact}\n`).join('')}${more.map(line => `    ${line}\n`).join('')}`;
}

/** One article with these claims, each a line of YAML in braces. */
export function newsOf(claims: readonly string[]): string {
  return `entries:
  - id: article
    title: An article
    date: 2014
    publisher: The Winterfold Letter
    authors: An officer
    summary: An officer spoke of schools.
    claims:
${claims.map(claim => `      - ${claim}\n`).join('')}`;
}

/** References with these keys beside the title, each a line of YAML in braces. */
export function referencesOf(entries: readonly string[]): string {
  const lines = entries.map(
    (keys, at) => `  - { id: paper-${at + 1}, title: A paper, publisher: Winterfold, year: 2014, ${keys} }\n`,
  );
  return `references:\n${lines.join('')}`;
}

/** The council's register of roles with one role, for folders with plans. */
export const oneRole = { [roles]: 'roles:\n  - { role: Head of education, answers-for: Schools }\n' };

const study = (fact: string, ...more: readonly string[]) => ({
  ...oneRole,
  [caseStudies]: studyOf([fact], ...more),
});
const links = (...entries: readonly string[]) => ({ ...oneRole, [references]: referencesOf(entries) });
const visits = '{ id: visits, label: Visits, kind: count, value: 3 }';

/** One fault for each rule of stories, and its place. */
export const storyCases = {
  'unknown-case-theme': {
    plant: {
      ...oneRole,
      [caseStudies]: studyOf([visits]).replace('    theme: together', '    theme: togehter'),
    },
    at: `${caseStudies}:7:12`,
  },
  'repeated-fact': {
    plant: { ...oneRole, [caseStudies]: studyOf([visits, visits]) },
    at: `${caseStudies}:13:15`,
  },
  'parts-not-sum': {
    plant: study(
      '{ id: schools, label: Schools, kind: count, value: 528, parts: [{ label: Maintained, value: 453 }, { label: Others, value: 74 }] }',
    ),
    at: `${caseStudies}:12:60`,
  },
  'more-than-all': {
    plant: study('{ id: schools, label: Academies, kind: count, value: 11, of: 10 }'),
    at: `${caseStudies}:12:62`,
  },
  'impossible-share': {
    plant: study('{ id: good, label: Good schools, kind: percent, value: 84, of: 10 }'),
    at: `${caseStudies}:12:64`,
  },
  'change-in-percent': {
    plant: study(
      '{ id: level-4, label: Level 4, kind: percent, value: 84, change: { by: 7, in: percent, since: 2013 } }',
    ),
    at: `${caseStudies}:12:87`,
  },
  'zero-without-window': {
    plant: study('{ id: category, label: Schools of concern, kind: count, value: 0 }'),
    at: `${caseStudies}:12:72`,
  },
  'window-not-over': {
    plant: study(
      '{ id: category, label: Schools of concern, kind: count, value: 0, over: { from: 2011-09, to: 2014-08 } }',
    ),
    at: `${caseStudies}:12:102`,
  },
  'tally-not-sum': {
    plant: study(visits, 'tally: { label: inspections, same: 10, up: 5, down: 1, of: 15 }'),
    at: `${caseStudies}:13:64`,
  },
  'contact-not-reviewed': {
    plant: study(visits, 'contact: { role: Head of schools, printed: 2013-06, reviewed: 2013-12-30 }'),
    at: `${caseStudies}:13:67`,
  },
  'repeated-link': {
    plant: links(
      'url: https://www.winterfold.example/a, status: not-checked',
      'url: http://winterfold.example/a/, status: not-checked',
    ),
    at: `${references}:3:76`,
  },
  'link-check-old': {
    plant: links('url: https://winterfold.example/a, status: live, checked: 2013-12-30'),
    at: `${references}:2:129`,
  },
} as const;
