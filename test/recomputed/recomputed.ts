// Every figure of the ledgers of a folder, and every word of direction in their sentences, worked out a second time.
import { makeReport } from '../../src/report.ts';
import { type Again, type Entry, type Setting, wrongIn } from './figures.ts';
import { type Folder, folderOf, seriesKey } from './folder.ts';
import { knownTo } from './known.ts';
import { workedAgain } from './promised.ts';
import { type Sentence, turnedWords, wrongWords } from './words.ts';

type Ledger = {
  readonly edition: string;
  readonly figures: readonly Entry[];
  readonly sentences: readonly Sentence[];
};
type Read = { readonly ledger: Ledger; readonly setting: Setting; readonly byId: ReadonlyMap<string, Entry> };

/** The ledgers of a folder, each with what its edition knew. */
function ledgersOf(root: string): readonly Read[] {
  const made = makeReport(root);
  if (made.outcome !== 'made') throw new Error(JSON.stringify(made).slice(0, 2000));
  const folder = folderOf(root);
  return made.report.files
    .filter(({ path }) => path.endsWith('figures.json'))
    .map(({ text }) => {
      const ledger = JSON.parse(text) as Ledger;
      const byId = new Map(ledger.figures.map(entry => [entry.id, entry]));
      return { ledger, setting: settingOf(folder, ledger), byId };
    });
}

function settingOf(folder: Folder, { edition: id, figures }: Ledger): Setting {
  const edition = folder.editions.find(each => each.id === id);
  if (edition === undefined) throw new Error(`no edition ${id}`);
  const withheld = figures
    .filter(({ kind, absent }) => kind === 'observation' && absent === 'suppressed')
    .map(({ indicator, breakdown: { topic, group }, area, period }) =>
      [seriesKey(indicator, topic, group), folder.newest(area), period].join('|'),
    );
  return { folder, edition, known: knownTo(folder, edition.period, edition['cut-off'], new Set(withheld)) };
}

/** How many figures were worked out again, which are wrong, which words are, and which kinds could not be. */
export function recomputed(root: string) {
  const left = new Map<string, number>();
  const wrong: string[] = [];
  const ledgers = ledgersOf(root);
  for (const { ledger, setting, byId } of ledgers) {
    const of = `${ledger.edition}, `;
    for (const entry of ledger.figures) {
      const found = workedAgain(setting, entry, byId);
      if (typeof found === 'string') left.set(found, (left.get(found) ?? 0) + 1);
      else wrong.push(...wrongFigure(entry, found).map(why => `${of}${entry.id}: ${why}`));
    }
    for (const sentence of ledger.sentences)
      wrong.push(...wrongSaid(setting, sentence, byId).map(why => `${of}${why}`));
  }
  return { all: ledgers.flatMap(({ ledger }) => ledger.figures).length, left, wrong };
}

function wrongFigure(entry: Entry, found: Again): readonly string[] {
  // One that is a unit out must be seen, or nothing is worked out at all.
  const isBlind = entry.value !== null && wrongIn({ ...entry, value: entry.value + 1 }, found) === null;
  return [wrongIn(entry, found), isBlind ? 'another number is not seen' : null].filter(why => why !== null);
}

const directed = new Set(['change', 'difference', 'streak', 'record']);

function wrongSaid(setting: Setting, sentence: Sentence, byId: Read['byId']): readonly string[] {
  const wrong = wrongWords(setting, sentence, byId);
  if (wrong.length > 0 || !sentence.figures.some(id => directed.has(byId.get(id)?.kind ?? ''))) return wrong;
  // A word turned into its opposite must be seen, or nothing is read at all.
  return turnedWords(sentence)
    .filter(turned => wrongWords(setting, turned, byId).length === 0)
    .map(({ text }) => `not seen: ${text}`);
}
