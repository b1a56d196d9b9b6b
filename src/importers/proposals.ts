import type { ImportedIndicator } from './import-context.ts';

export type UnmetSeries = {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly decimals: number | null;
  readonly year: string;
};

const unitNames: Readonly<Record<string, string>> = {
  '%': 'percent',
  pp: 'percentage-points',
  '£': 'pounds',
};

const tellingNothing = new Set(
  'a an and at by for in of on or per the to with all pupils children number percentage percent rate total pt t avg average'.split(
    ' ',
  ),
);

/** The indicator whose name has most words in common with a publisher's label, where enough are. */
function nearestIndicator(label: string, indicators: Iterable<ImportedIndicator>): ImportedIndicator | null {
  const wanted = wordsOf(label);
  let best: ImportedIndicator | null = null;
  let most = 0.34;
  for (const indicator of indicators) {
    for (const name of [indicator.label, indicator.short, indicator.id]) {
      const words = wordsOf(name);
      const shared = [...wanted].filter(word => words.has(word)).length;
      const alike = shared / Math.max(1, new Set([...wanted, ...words]).size);
      if (alike > most) [best, most] = [indicator, alike];
    }
  }
  return best;
}

/** The file of questions for an officer: what each column seems to feed, with what publisher and catalogue say of it. */
export function proposalFile(
  publication: string,
  file: string,
  unmet: readonly UnmetSeries[],
  indicators: ReadonlyMap<string, ImportedIndicator>,
): string {
  const entries = unmet.map(({ key, label, unit, decimals, year }) => {
    const near = nearestIndicator(`${label} ${key}`, indicators.values());
    const theirs = [
      label === '' || label === key ? [] : [label],
      unit === '' ? [] : [`unit ${unitNames[unit] ?? unit}`],
      decimals === null ? [] : [`${decimals} decimals`],
    ].flat();
    const ours =
      near === null
        ? 'nothing in the catalogue is called alike; leave it empty to pass it over'
        : `${near.label}: ${near.unit}, ${near.decimals} decimals, polarity ${near.polarity}`;
    return `  - key: ${JSON.stringify(key)}${theirs.length === 0 ? '' : ` # ${theirs.join(', ')}`}
    filters: ''
    indicator: ${near === null ? "''" : near.id} # ${ours}
    topic: Total
    group: Total
    year: ${year}
`;
  });
  return `# What the columns of ${file} feed. Read each line, correct it, then set agreed to true and import the file again.
# filters: what must stand in other columns, as "gender=Total; phase=Primary". year: academic (2023/24), academic-end
# (2024 for 2023/24), academic-start (2023 for it), financial, calendar, march, september or window.
publication: ${publication}
agreed: false
series:
${entries.join('')}`;
}

function wordsOf(text: string): ReadonlySet<string> {
  const words = text
    .toLowerCase()
    .replace(/([a-z])(\d)/g, '$1 $2')
    .split(/[^a-z0-9]+/)
    .map(word => word.replace(/(?:ies|s)$/, ''))
    .filter(word => word !== '' && !tellingNothing.has(word));
  return new Set(words);
}
