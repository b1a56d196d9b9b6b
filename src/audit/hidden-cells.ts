import type { Big } from 'big.js';
import { countsPupils, judgedRows, type Published } from '../gate/primary.ts';
import { isTotal, total } from '../model/breakdown.ts';
import { type Indicator, perHowMany } from '../model/indicator.ts';
import { type Key, keyText } from '../model/observation.ts';
import type { Place } from '../model/place.ts';
import { periodLabel } from '../model/time.ts';
import type { CouncilFolder, Observation } from '../sources/council-folder.ts';

/**
 * A cell of the council's folder that may not be told, or not all of it, with what must not be told. Beside the gate this
 * room alone holds such numbers; what it makes of them are issues, and no page is made from it.
 */
export type HiddenCell = Key & {
  readonly place: Place;
  readonly theme: string;
  /** What staff call it: "Reading, Boys, 2013/14". */
  readonly name: string;
  /** What tells it from others of its measure and year: a list of words for its group, and one for its area; the council's own has none. */
  readonly namedBy: readonly (readonly string[])[];
  /** What its measure is called. */
  readonly measure: readonly string[];
  /** False where the figure is printed, and only how many pupils it is of is kept back. */
  readonly isHidden: boolean;
  /** True where it tells of a few by itself, or its publisher hid it; false of what is hidden for the sake of others. */
  readonly isByItself: boolean;
  /** True where another row of the figure is printed: of an earlier or a later release. */
  readonly isPrintedOtherwise: boolean;
  /** The figure in its unit, not rounded; null where it is printed, is a count, or is not held. */
  readonly value: Big | null;
  /** The pupils in the figure, and those it is of; null where not held. */
  readonly inside: number | null;
  readonly base: number | null;
  /** What a share is a share of: 100, or of a rate 1,000 and more; null where the figure is no share. */
  readonly whole: number | null;
  /** The wholes that it is a part of, each with all of its parts: groups that make up everyone, wards that make up a council. */
  readonly wholes: readonly { readonly whole: Key; readonly parts: readonly Key[] }[];
  /** How far apart the least and the greatest number of pupils must stay that it may be. */
  readonly width: number;
  /** The note of the row where that is not printed: it explains what is hidden, and so may tell of it. */
  readonly note: string | null;
};

/** The cells of a folder's own rows that the gate hid, or whose base it keeps back, in the order of the rows. */
export function hiddenCells(folder: CouncilFolder, published: readonly Published[]): readonly HiddenCell[] {
  const { council, topics } = folder;
  const indicators = new Map(folder.indicators.map(each => [each.id, each]));
  const areas = new Map(folder.areas.map(each => [each.code, each]));
  const passed = new Map(published.map(each => [rowOf(each), each]));
  const printed = Map.groupBy(published, keyText);
  const judged = new Map(
    judgedRows(folder.observations, indicators, council.disclosure).map(each => [each.observation, each]),
  );
  return folder.observations.flatMap((row): readonly HiddenCell[] => {
    const indicator = indicators.get(row.indicator);
    const after = passed.get(rowOf(row));
    if (indicator === undefined || after === undefined) return [];
    const isHidden = after.value.kind === 'absent' && after.value.because === 'c';
    if (!isHidden && !keepsBaseBack(row, after, indicator)) return [];
    const { indicator: id, area, period, breakdown, place, value, denominator } = row;
    const others = (printed.get(keyText(row)) ?? []).flatMap(each =>
      each.value.kind === 'known' ? [each.value.number] : [],
    );
    const isToldElsewhere = value.kind === 'known' && others.some(each => each.eq(value.number));
    const group = topics
      .filter(each => each.id === breakdown.topic)
      .flatMap(each => each.groups.filter(each => each.id === breakdown.group))
      .flatMap(({ label, phrase }) => [label, phrase]);
    const groups = isTotal(breakdown) ? [] : [[...new Set([breakdown.group, ...group])]];
    const names = area === council.code ? [] : [[areas.get(area)?.name ?? area]];
    const known = value.kind === 'known' ? value.number : null;
    return [
      {
        ...{ indicator: id, area, period, breakdown, place, isHidden, base: denominator },
        theme: indicator.theme,
        isByItself: judged.get(row)?.isHidden === true,
        isPrintedOtherwise: others.length > 0,
        name: [indicator.short, ...[...groups, ...names].map(([first]) => first), periodLabel(period)].join(
          ', ',
        ),
        namedBy: [...groups, ...names],
        measure: [indicator.label, indicator.short, id],
        value: isHidden && !isToldElsewhere && !countsPupils(indicator) ? known : null,
        inside: row.numerator ?? judged.get(row)?.counts.inside ?? null,
        whole: wholeOf(indicator),
        wholes: wholesOf(row, folder),
        width: council.disclosure['count-below'] - 1,
        note: isHidden && after.note === null ? row.note : null,
      },
    ];
  });
}

function wholesOf({ indicator, area, period, breakdown }: Key, { topics, makeUp }: CouncilFolder) {
  const here = { indicator, area, period, breakdown };
  const topic = topics.find(({ id }) => id === breakdown.topic);
  const groups = topic === undefined || topic.partial === true ? [] : topic.groups;
  const ofGroups = {
    whole: { ...here, breakdown: total },
    parts: groups.map(({ id }) => ({ ...here, breakdown: { topic: breakdown.topic, group: id } })),
  };
  const ofAreas = makeUp
    .filter(({ areas }) => areas.includes(area))
    .map(({ of, areas }) => ({
      whole: { ...here, area: of },
      parts: areas.map(each => ({ ...here, area: each })),
    }));
  return [...(groups.length > 1 ? [ofGroups] : []), ...ofAreas];
}

/** A row by where it stands, which the gate leaves as it was. */
function rowOf({ place: { file, line }, ...key }: Key & { readonly place: Place }): string {
  return `${file}\n${line}\n${keyText(key)}`;
}

function keepsBaseBack(
  { denominator }: Observation,
  { value, base }: Published,
  { counted, measure }: Indicator,
) {
  return (
    counted === 'pupils' &&
    measure === 'percentage' &&
    denominator !== null &&
    base === null &&
    value.kind === 'known'
  );
}

function wholeOf({ unit }: Indicator): number | null {
  return unit === 'percent' ? 100 : perHowMany(unit);
}
