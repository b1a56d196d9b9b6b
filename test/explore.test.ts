// The data of Explore: the very figures that the edition publishes, symbols in the place of hidden ones, and little to load.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { modern, site } from './support/site.ts';

type Data = {
  readonly years: readonly (readonly [string, string])[];
  readonly origins: readonly (readonly [string, string | null, string])[];
  readonly groups: readonly {
    readonly topic: string;
    readonly group: string;
    readonly origins: readonly number[];
    readonly areas: readonly string[];
  }[];
};
type Row = Readonly<Record<string, string>>;

describe.each([
  ['2013-14', site],
  ['2024-25', modern],
])('of %s', (edition, folder) => {
  const brought = (name: string) => {
    const text = readFileSync(join(folder, edition, 'explore', `${name}.js`), 'utf8');
    return JSON.parse(text.replace(/^keystage\.bring\(/, '').replace(/\);\n$/, ''));
  };
  const names = readdirSync(join(folder, edition, 'explore')).filter(name => name.endsWith('.js'));
  const areas: readonly string[] = brought('catalogue').areas.map(([code]: readonly string[]) => code);
  const data = new Map<string, Data>(
    names
      .map(name => name.replace(/\.js$/, ''))
      .filter(name => name !== 'catalogue')
      .map(name => [name, brought(name)]),
  );
  const figures: readonly Row[] = parse(readFileSync(join(folder, edition, 'figures.csv'), 'utf8'), {
    columns: true,
    bom: true,
  });

  /** A cell of Explore: what stands in it, and its status. */
  const cellOf = ({ indicator = '', area = '', topic, group, period }: Row) => {
    const held = data.get(indicator);
    const those = held?.groups.find(each => each.topic === topic && each.group === group);
    const year = held?.years.findIndex(([each]) => each === period) ?? -1;
    const cell = those?.areas[areas.indexOf(area)]?.split(',')[year] ?? '';
    const [said = '', other] = cell.split('@');
    const origin = held?.origins[other === undefined ? (those?.origins[year] ?? -1) : Number(other)];
    return { said: said.replace('~', ''), status: said === '' ? '' : origin?.[2] };
  };

  it('holds every figure that the pages print, digit by digit, with its status, and a symbol where one is hidden', () => {
    const observed = figures.filter(
      ({ kind, area = '', indicator = '' }) =>
        kind === 'observation' && areas.includes(area) && data.has(indicator),
    );
    expect(observed.length).toBeGreaterThan(800);
    const said = observed.map(row => ({ row: row.figure, ...cellOf(row) }));
    const published = observed.map(({ figure, value, value_status: symbol = '', status }) => ({
      row: figure,
      said: value === '' ? (symbol === 'x' ? '' : symbol) : value,
      status: symbol === 'x' ? '' : status,
    }));
    expect(said).toEqual(published);
  });

  it('says of every figure which publication it is from, and when that came out', () => {
    const sources = brought('catalogue').sources.map(([id]: readonly string[]) => id);
    for (const { origins } of data.values())
      for (const [source] of origins) expect(sources).toContain(source);
  });

  it('knows nothing of years after its own', () => {
    const last = `20${edition.slice(2, 4)}${edition.slice(5)}`;
    for (const { years } of data.values()) for (const [period] of years) expect(period <= last).toBe(true);
  });

  it('is little to load at a time, and little in all', () => {
    const sizes = names.map(name => statSync(join(folder, edition, 'explore', name)).size);
    expect(Math.max(...sizes)).toBeLessThan(200_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(4_000_000);
  });
});
