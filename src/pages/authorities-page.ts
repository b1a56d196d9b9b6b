import type { Placing } from '../judgements/authorities.ts';
import type { Area } from '../model/area.ts';
import { timeLabel } from '../model/time.ts';
import { addresses } from './addresses.ts';
import { sentenceView } from './cells.ts';
import { stripView } from './chart-views.ts';
import type { Layout, SectionMaterial } from './material.ts';
import { type Page, pageOf } from './page.ts';
import { type Ranked, rankedIn } from './parts.ts';

/** A page for each measure that is ranked: the strip of every authority, and all of them in order. */
export function authoritiesPages(layout: Layout): readonly Page[] {
  return layout.sections.flatMap(section =>
    rankedIn(section.part).map(ranked => authoritiesPage(layout, section, ranked)),
  );
}

function authoritiesPage(
  layout: Layout,
  { part, said, theme, href: section }: SectionMaterial,
  { findings, rank }: Ranked,
): Page {
  const { setting, csvOfAuthorities, printing } = layout;
  const href = addresses.authorities(setting.edition.id, theme.id, part.id);
  const printer = printing.on(href);
  const { indicator, rankMove, change } = findings;
  const time = (period: string) => timeLabel(indicator, period);
  const before = rankMove === null || change.earlier === null ? null : time(change.earlier.period);
  const file = csvOfAuthorities.get(part);
  const placings = rank.placings();
  const earlier = rankMove?.before.placings() ?? [];
  const placesBefore = new Map(earlier.map(placing => [placing.row.area, placing]));
  const view = {
    theme: { label: theme.label, href: addresses.theme(setting.edition.id, theme.id) },
    section: { label: part.heading, href: section },
    heading: `${part.heading}: every authority`,
    definition: indicator.definition,
    council: setting.council.name,
    sentence: said.rank === null ? null : sentenceView(said.rank.sentence, printer),
    chart: stripView(
      `${part.id}-authorities`,
      1,
      findings,
      rank,
      setting,
      said.rank === null ? part.heading : printer.sentence(said.rank.title).text,
    ),
    caption: `${indicator.short}, authorities in order, ${time(findings.latest.period)}`,
    now: time(findings.latest.period),
    before,
    files: [...new Set([...placings, ...earlier].map(({ row }) => row.place.file))],
    rows: placings.map(placing =>
      placingView(placing, placesBefore.get(placing.row.area), setting.areas, setting.council.code),
    ),
    download: file === undefined ? null : { href: file.path, label: `${part.heading}: every authority` },
  };
  // Its few words would come before those of the chapter that says what they mean.
  return pageOf(layout, 'authorities', href, view, theme.label, 0.2);
}

function placingView(
  now: Placing,
  before: Placing | undefined,
  areas: ReadonlyMap<string, Area>,
  council: string,
) {
  const cellOf = ({ row, figure, place, text }: Placing) => ({
    place: String(place),
    anchor: figure.id,
    text,
    row: `line ${row.place.line}`,
  });
  return {
    name: areas.get(now.row.area)?.name ?? now.row.area,
    own: now.row.area === council,
    now: cellOf(now),
    before: before === undefined ? null : cellOf(before),
  };
}
