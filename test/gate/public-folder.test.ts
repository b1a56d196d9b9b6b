import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Published } from '../../src/gate/primary.ts';
import { type PublicFolder, throughGate } from '../../src/gate/public-folder.ts';
import type { Setting } from '../../src/judgements/setting.ts';
import { editionFindings } from '../../src/judgements/theme-findings.ts';
import { knownTo } from '../../src/series.ts';
import type { CouncilFolder, Observation } from '../../src/sources/council-folder.ts';
import { withCouncilFolder } from '../support/council-folder.ts';
import { loadFolder } from '../support/load-folder.ts';

/** What only raw rows have. */
type OfRows = 'denominator' | 'observations' | 'makeUp' | 'texts';

/** Those of the names in a type, four steps deep: never, where it has no room for a raw row. */
type RowsIn<Type, Steps extends readonly 1[] = [1, 1, 1, 1]> = Steps extends [1, ...infer Left extends 1[]]
  ? Type extends readonly (infer Item)[]
    ? RowsIn<Item, Left>
    : Type extends object
      ? { [Name in keyof Type]-?: Name extends OfRows ? Name : RowsIn<Type[Name], Left> }[keyof Type]
      : never
  : never;

describe('what passes the gate', () => {
  it('has no room for a raw row, by type', () => {
    expectTypeOf<RowsIn<CouncilFolder>>().toEqualTypeOf<'observations' | 'makeUp' | 'texts'>();
    expectTypeOf<RowsIn<Observation>>().toEqualTypeOf<'denominator'>();
    expectTypeOf<RowsIn<PublicFolder>>().toBeNever();
    expectTypeOf<RowsIn<Published>>().toBeNever();
    expectTypeOf<RowsIn<Setting>>().toBeNever();
  });

  it('is not to be had by taking a raw folder or a raw row for a public one', () => {
    expectTypeOf<CouncilFolder>().not.toExtend<PublicFolder>();
    expectTypeOf<Observation>().not.toExtend<Published>();
    const judged = (setting: Setting, folder: CouncilFolder, rows: readonly Observation[]) => [
      // @ts-expect-error: what may be said is made of the public folder alone
      editionFindings(setting, folder),
      // @ts-expect-error: what an edition knew is made of published figures alone
      knownTo(setting.edition, rows),
    ];
    expect(judged).toBeTypeOf('function');
  });

  it('holds none out of sight either', () => {
    const loaded = withCouncilFolder({}, loadFolder);
    if (loaded.outcome === 'issues') throw new Error('the invented folder has issues');
    const { folder, published } = throughGate(loaded.folder, () => {});
    expect(published.length).toBe(loaded.folder.observations.length);
    expect(Object.keys(loaded.folder).filter(key => !(key in folder))).toEqual([
      'makeUp',
      'observations',
      'releases',
      'differences',
      'texts',
    ]);
    expect(JSON.stringify([folder, published])).not.toMatch(/numerator|denominator/);
  });
});
