import type { Area } from '../model/area.ts';
import type { Period } from '../model/time.ts';
import { areaOf, type England } from '../sources/england.ts';

/** The areas of England by what publishers call them; figures are held under an area's newest code. */
export type AreaCodes = {
  /** By a nine-character or a three-digit code, the latter perhaps written 895.0. */
  readonly byCode: (code: string) => Area | null;
  /** By a name in any spelling, as it was used in a school year: two places were called Dorset. */
  readonly byName: (name: string, period: Period) => Area | null;
};

/** The areas of England by what publishers call them. */
export function areaCodesOf(england: England): AreaCodes {
  return {
    byCode: code => {
      const written = code.trim();
      return england.byCode.get(written) ?? england.byNumber.get(written.replace(/\.0$/, '')) ?? null;
    },
    byName: (name, period) => (name.trim() === '' ? null : areaOf(england, name, period)),
  };
}
