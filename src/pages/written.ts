import type { SectionSentences } from '../narrative/section-sentences.ts';
import type { Written } from '../narrative/sentence.ts';
import type { TargetSentences } from '../narrative/target-phrases.ts';
import { addresses } from './addresses.ts';
import type { EditionMaterial, ThemeMaterial } from './material.ts';

/** A computed sentence and the page that prints it. */
export type Placed = { readonly sentence: Written; readonly page: string };

type Change = (sentence: Written, page: string) => Written;

/** Every sentence of an edition with its page, each once, in the order of the report. */
export function writtenIn(material: EditionMaterial): readonly Placed[] {
  const all = new Map<string, Placed>();
  mapWritten(material, (sentence, page) => {
    if (!all.has(sentence.id)) all.set(sentence.id, { sentence, page });
    return sentence;
  });
  return [...all.values()];
}

/** The edition with each of its sentences put through a change. */
export function mapWritten(material: EditionMaterial, change: Change): EditionMaterial {
  const { home, themes, targets, plans, setting } = material;
  const atHome = (sentence: Written) => change(sentence, addresses.edition(setting.edition.id));
  return {
    ...material,
    home: {
      tiles: home.tiles.map(tile => ({
        ...tile,
        change: atHome(tile.change),
        comparison: tile.comparison === null ? null : atHome(tile.comparison),
      })),
      standing: home.standing.map(atHome),
      rose: home.rose.map(atHome),
      fell: home.fell.map(atHome),
      exceptions: home.exceptions.map(atHome),
      gaps: home.gaps.map(atHome),
      moves: home.moves === null ? null : { ...home.moves, title: atHome(home.moves.title) },
    },
    targets: targets === null ? null : mapTargets(targets, setting.edition.id, change),
    plans: plans.map(plan => ({
      ...plan,
      sentences: plan.sentences.map(each => change(each, addresses.plan(setting.edition.id, plan.id))),
    })),
    themes: themes.map(theme => mapTheme(theme, setting.edition.id, change)),
  };
}

/** The line on the front page is the front page's own; the others are on the page of targets. */
function mapTargets(
  { counts, home, parts }: TargetSentences,
  edition: string,
  change: Change,
): TargetSentences {
  const here = (sentence: Written) => change(sentence, addresses.page(edition, 'targets'));
  return {
    home: change(home, addresses.edition(edition)),
    counts: counts.map(here),
    parts: parts.map(target =>
      target.map(({ sentences, title }) => ({
        sentences: sentences.map(here),
        title: title === null ? null : here(title),
      })),
    ),
  };
}

function mapTheme(theme: ThemeMaterial, edition: string, change: Change): ThemeMaterial {
  const { id } = theme.found.theme;
  const here = (sentence: Written) => change(sentence, addresses.theme(edition, id));
  return {
    ...theme,
    keyMessages: theme.keyMessages.map(here),
    glance: theme.glance === null ? null : { ...theme.glance, title: here(theme.glance.title) },
    questions: theme.questions.map(each => ({ ...each, question: here(each.question) })),
    groups: theme.groups.map(group => ({
      ...group,
      standing: group.standing.map(here),
      parts: group.parts.map(({ part, said }) => ({
        part,
        said: mapSection(said, here, title => change(title, addresses.authorities(edition, id, part.id))),
      })),
    })),
  };
}

/** The title of the strip is on the page of every authority; its sentence is one of the section's own. */
function mapSection(
  said: SectionSentences,
  here: (sentence: Written) => Written,
  there: (title: Written) => Written,
): SectionSentences {
  const { sentences, title, rank, paragraphs, localities } = said;
  const own = rank === null ? -1 : sentences.indexOf(rank.sentence);
  const changed = sentences.map(here);
  return {
    sentences: changed,
    paragraphs,
    title: here(title),
    rank: rank === null ? null : { sentence: changed[own] ?? rank.sentence, title: there(rank.title) },
    localities: localities.map(({ kind, sentences, title }) => ({
      kind,
      sentences: sentences.map(here),
      title: title === null ? null : here(title),
    })),
  };
}
