import { fault, misnamed, nameList, quote, warning } from './advice.ts';

export const importRules = {
  'wrong-file-form': (what: string, advice: string) => fault`this is ${what}, which is not read: ${advice}`,
  'unpacks-too-far': (most: number) =>
    fault`this unpacks to more than ${most} MB, or lists more than is in it, as no file of a publisher does: take the file from the publisher again, or save the sheet that is wanted as CSV`,
  'record-too-long': () =>
    fault`a row that begins here is longer than 64 kB, so a quote was opened and not closed: close it, or take the file from the publisher again`,
  'unknown-file': (header: string, kinds: readonly string[]) =>
    fault`it cannot be told what this file is, which begins "${header}": take the publisher’s data file itself, or say with --as which of these it is (${kinds.join('; ')})`,
  'unknown-kind': (written: string, kinds: readonly string[], near: string | null) =>
    misnamed(
      near,
    )`--as "${written}" is neither a kind of file (${nameList(kinds, 'or')}) nor a publication that has a map: correct it`,
  'which-publication': (publications: readonly string[]) =>
    fault`nothing in this file says which of ${nameList(publications, 'and')} it is: import it by itself with --as and one of these`,
  'no-series-asked': (kind: string, file: string) =>
    fault`this is ${kind}, and nothing says which indicators its columns feed: what they seem to be is written in ${file}; read and correct it, set "agreed: true", and import again`,
  'not-yet-agreed': (file: string) =>
    fault`the answers for this file in ${file} are not agreed: read them, set "agreed: true", and import again`,
  'only-some-pupils': (columns: readonly string[]) =>
    fault`no row is about all pupils: ${nameList(columns.map(quote), 'and')} ${columns.length === 1 ? 'has' : 'have'} no "Total", so nothing here feeds an indicator of all pupils; name the group under "filters" in the map to import it`,
  'no-year-said': () =>
    fault`neither the columns nor the name of this file say which school year it is for: put the years into its name, as in england_ks4final_2018-2019.csv`,
  'unread-year-label': (label: string, key: string, rows: number) =>
    warning`the year "${label}" of "${key}" cannot be read, so ${rows} of its rows are left out`,
  'unknown-import-area': (code: string) =>
    fault`no authority, region or nation of England has the code or name "${code}": correct it, or bring the tool up to date`,
  'unknown-import-symbol': (written: string, symbols: readonly string[]) =>
    fault`"${written}" is neither a number nor a symbol of this kind of file (${symbols.join(' ')}): ask the publisher, or correct it`,
  'repeated-import-row': (what: string) =>
    fault`another row gives another figure for the same series, area and year (${what}): take one out, or name the column that tells them apart in the map`,
  'already-imported': (folder: string) => warning`this very file is in ${folder} already: nothing is written`,
  'other-value-held': (value: string) =>
    fault`the table that is brought in gives "${value}" for this figure: correct one of them, or add a row with a later "released" date and a note that says why`,
  'inspections-not-imported': (profile: string) =>
    fault`these are inspections or schools one by one, and ${profile}: enter the counts printed above in data/inspections`,

  // What the screener of the Department's open data platform refuses
  'screen-missing-column': (name: string) =>
    fault`the column "${name}", which every file of open data has, is missing: ask the publisher for a corrected file`,
  'screen-column-name': (name: string) =>
    fault`the column "${name}" is not in small letters, digits and underscores, or names a place as if it were a filter: ask the publisher for a corrected file`,
  'screen-empty-column': (name: string) =>
    fault`the column "${name}" is empty in every row: ask the publisher for a corrected file`,
  'screen-level': (written: string, near: string | null) =>
    misnamed(near)`"${written}" is no geographic level: ask the publisher for a corrected file`,
  'screen-time-identifier': (written: string, near: string | null) =>
    misnamed(near)`"${written}" is no time identifier: ask the publisher for a corrected file`,
  'screen-time-period': (written: string, identifier: string) =>
    fault`"${written}" is no time period of "${identifier}", which has ${/year|term|Part|Q\d/.test(identifier) && !/Calendar|Reporting/.test(identifier) ? 'six digits for two consecutive years' : 'the four digits of a year'}: ask the publisher for a corrected file`,
  'screen-area': (written: string) =>
    fault`"${written}" are not the codes and the name of one authority: ask the publisher for a corrected file`,
  'screen-blank-value': (column: string) =>
    fault`the cell of "${column}" is blank, where a symbol should say why there is no figure: ask the publisher for a corrected file`,
  'screen-symbol': (written: string, column: string) =>
    fault`"${written}" in "${column}" is neither a number nor one of the symbols z, x, c, low, k and u: ask the publisher for a corrected file`,
  'screen-repeated-row': (first: number) =>
    fault`this row is about the same year, place and group as line ${first}: ask the publisher for a corrected file`,
  'screen-metadata': (what: string) => fault`${what}: ask the publisher for corrected metadata`,
} as const;
