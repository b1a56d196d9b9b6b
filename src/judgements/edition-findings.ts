import type { PublicFolder } from '../gate/public-folder.ts';
import type { Indicator } from '../model/indicator.ts';
import { type EditionTargets, editionTargets } from '../targets/findings.ts';
import type { Findings } from './findings.ts';
import { type RollUp, rollUp } from './roll-up.ts';
import { nationBeside, neighboursBeside, regionBeside, type Setting } from './setting.ts';
import { type ThemeFindings, themeFindings } from './theme-findings.ts';

/** Everything that may be said in one edition. */
export type EditionFindings = {
  readonly setting: Setting;
  readonly themes: readonly ThemeFindings[];
  /** The headline indicators with a figure, in the edition's order. */
  readonly headlines: readonly Findings[];
  /** The headline indicators without one. */
  readonly missing: readonly Indicator[];
  /** The headlines beside the nation, the region and the neighbours, where any can be. */
  readonly standing: readonly RollUp[];
  /** The targets of the plans in force, or null when there are none. */
  readonly targets: EditionTargets | null;
};

/** The findings of an edition: every theme, its headlines, and where they stand. */
export function editionFindings(setting: Setting, folder: PublicFolder): EditionFindings {
  const themes = themeFindings(setting, folder);
  const everyone = themes.flatMap(({ indicators }) => indicators.flatMap(found => found.everyone ?? []));
  const headlines = setting.edition.headlines.flatMap(
    id => everyone.find(({ indicator }) => indicator.id === id) ?? [],
  );
  const targets = editionTargets(setting, folder);
  const besides = [nationBeside(setting), regionBeside(setting), neighboursBeside(setting)];
  return {
    setting,
    themes,
    headlines,
    missing: folder.indicators.filter(
      ({ id }) =>
        setting.edition.headlines.includes(id) && !headlines.some(({ indicator }) => indicator.id === id),
    ),
    standing: besides.flatMap(beside =>
      beside === null ? [] : (rollUp(setting, 'headlines', headlines, beside) ?? []),
    ),
    targets,
  };
}
