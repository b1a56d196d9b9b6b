import { nationBeside } from '../judgements/setting.ts';
import { leftOutWords } from '../narrative/ground-phrases.ts';
import { possessive } from '../narrative/sentence.ts';
import { addresses } from './addresses.ts';
import {
  columnsWith,
  figureCell,
  noteList,
  noteMarks,
  noteNumbers,
  notesOf,
  numbered,
  roundingNote,
  sentenceView,
  signedCell,
} from './cells.ts';
import { paceChartView } from './chart-views.ts';
import { at, type Layout, type ThemeMaterial } from './material.ts';
import type { GroundView } from './view.ts';

/** A chapter's changes beside the nation's, in a chart and its table, the first of the page; null where too little can be told. */
export function groundView(layout: Layout, { found, ground: said }: ThemeMaterial): GroundView | null {
  const { theme, ground } = found;
  const { setting, edition } = layout;
  if (ground === null || said === null) return null;
  const { title } = said;
  const nation = nationBeside(setting);
  const heading = `Our change compared with ${possessive(nation.phrase)}`;
  const place = { href: addresses.evidence(edition.id, theme.id), id: 'ground', heading, source: null };
  const { printer } = at(layout, addresses.theme(edition.id, theme.id), place);
  const { view: chart, nameOf, when } = paceChartView(1, ground, setting, printer.sentence(title).text);
  for (const figure of title.figures) printer.link(figure);
  const leftOut = leftOutWords(ground);
  const roundings = ground.measures.map(({ findings, pace }) =>
    roundingNote(pace.figure, findings.change.figure, pace.change),
  );
  const notes = notesOf([leftOut, ...roundings]);
  const named = (text: string, note: string | null) =>
    [text, ...noteMarks(noteNumbers(notes, note)).map(mark => mark.text)].join(' ');
  const table = {
    caption: `${when}, the most ground gained first`,
    columns: columnsWith(named('Measure', leftOut), [
      setting.council.name,
      nation.name,
      `Ours less ${possessive(nation.name)}`,
      'Spread of councils',
    ]),
    rows: ground.measures.map(({ findings, pace, spread }, index) => {
      const { unit } = findings.indicator;
      return {
        header: nameOf(findings),
        cells: [
          signedCell(findings.change.figure, unit, printer),
          signedCell(pace.change, unit, printer),
          signedCell(pace.figure, unit, printer, noteNumbers(notes, roundings[index])),
          figureCell(spread, printer),
        ],
      };
    }),
    notes: noteList(notes),
  };
  const definition = `The change of each measure of the chapter beside ${possessive(nation.phrase)} over the same years, and how far councils differ on it (the standard deviation of their figures).`;
  const sentences = said.sentences.map(sentence => sentenceView(sentence, printer));
  return { heading, definition, sentences, chart, table: numbered(table, 1) };
}
