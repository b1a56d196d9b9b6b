import { nationBeside, type Setting } from '../judgements/setting.ts';
import type { EditionFindings, ThemeFindings } from '../judgements/theme-findings.ts';
import type { Claim } from '../model/commentary.ts';
import type { Theme } from '../model/theme.ts';
import { groundSentences, groundTitle } from '../narrative/ground-phrases.ts';
import { type HomeSentences, homeSentences } from '../narrative/home-sentences.ts';
import { keyMessages, topicMessages } from '../narrative/key-messages.ts';
import { type Question, questionsOf } from '../narrative/questions.ts';
import {
  gapSentences,
  groupsSentences,
  indicatorSentences,
  profileSentences,
  type SectionSentences,
} from '../narrative/section-sentences.ts';
import { type Draft, numberedSentences, type Written, written } from '../narrative/sentence.ts';
import { type JudgedPlan, judgedPlans, type PlanJudge } from '../plans/kit/judged.ts';
import type { Undertaking } from '../plans/kit/offers.ts';
import { type WordedTargets, wordedTargets } from '../targets/words.ts';
import { addresses } from './addresses.ts';
import type { FileView } from './page.ts';
import { byWeight, type Part, type PartGroup, partsOf } from './parts.ts';
import type { EditionPrinting, EvidencePlace, Printer } from './printer.ts';
import type { EditionView } from './view.ts';

export type SectionMaterial = {
  readonly part: Part;
  readonly said: SectionSentences;
  readonly theme: Theme;
  readonly page: string;
  readonly href: string;
};

export type ThemeMaterial = {
  readonly found: ThemeFindings;
  readonly keyMessages: readonly Written[];
  readonly questions: readonly Question[];
  /** What is said of the changes beside the nation's; null where there is no chart of them. */
  readonly ground: { readonly title: Written; readonly sentences: readonly Written[] } | null;
  readonly groups: readonly (Omit<PartGroup, 'parts'> & {
    /** The chapter's, or its own. */
    readonly page: string;
    /** Where the pupils of the group's topic stand beside those of the nation. */
    readonly standing: readonly Written[];
    /** Its sections in the order of the catalogue, as tables have them. */
    readonly inOrder: readonly Part[];
    /** How many of its sections lead: these come first. */
    readonly leads: number;
    readonly parts: readonly SectionMaterial[];
  })[];
};

export type EditionMaterial = {
  readonly found: EditionFindings;
  readonly setting: Setting;
  readonly themes: readonly ThemeMaterial[];
  /** The sections of all themes, in the order of the report. */
  readonly sections: readonly SectionMaterial[];
  readonly home: HomeSentences;
  /** Null where no plan is in force. */
  readonly targets: WordedTargets | null;
  /** The plans, in the order of their kinds. */
  readonly plans: readonly JudgedPlan<Layout>[];
  /** What the plans of the edition before said would be done. */
  readonly promised: readonly Undertaking[];
};

export type Layout = EditionMaterial & {
  readonly edition: EditionView;
  readonly printing: EditionPrinting;
  /** The printer of the page, and of the part of it, that is being laid out. */
  readonly printer: Printer;
  /** The printer of figures that officers' words name. */
  readonly officers: Printer;
  /** The CSV of every authority, for each section with a rank. */
  readonly csvOfAuthorities: ReadonlyMap<Part, FileView>;
  readonly claims: readonly Claim[];
  /** Plans' words that name figures, with the figures in place. */
  readonly planWords: ReadonlyMap<string, Draft>;
};

/** The layout of a page, or of a part of it whose evidence is at a place. */
export function at(layout: Layout, page: string, place?: EvidencePlace): Layout {
  return { ...layout, printer: layout.printing.on(page, place) };
}

export function materialOf(found: EditionFindings, kinds: readonly PlanJudge<Layout>[]): EditionMaterial {
  const { setting } = found;
  const themes = found.themes.map(theme => themeMaterial(theme, setting));
  return {
    found,
    setting,
    themes,
    sections: themes.flatMap(({ groups }) => groups.flatMap(({ parts }) => parts)),
    home: homeSentences(found),
    targets: found.targets === null ? null : wordedTargets(found.targets, setting.edition.period),
    ...judgedPlans(kinds, setting, found.themes, found.targets),
  };
}

function themeMaterial(found: ThemeFindings, setting: Setting): ThemeMaterial {
  const { theme, ground } = found;
  return {
    found,
    keyMessages: keyMessages(setting, found),
    questions: questionsOf(setting, found),
    ground:
      ground === null
        ? null
        : {
            title: written(`${theme.id}.ground`, groundTitle(ground, nationBeside(setting).phrase)),
            sentences: numberedSentences(`${theme.id}.ground`, groundSentences(ground, setting)),
          },
    groups: partsOf(found).map(group => {
      const { id, chapter } = group;
      const { leads, parts } = byWeight(setting, group.parts);
      const edition = setting.edition.id;
      const page =
        chapter === null ? addresses.theme(edition, theme.id) : addresses.topic(edition, theme.id, id);
      return {
        ...group,
        page,
        standing: chapter === null ? [] : topicMessages(theme.id, chapter, setting),
        inOrder: group.parts,
        leads,
        parts: parts.map(part => ({
          ...{ part, theme, page, href: `${page}#${part.id}` },
          said: sentencesOf(theme.id, part, setting),
        })),
      };
    }),
  };
}

function sentencesOf(theme: string, part: Part, setting: Setting): SectionSentences {
  const id = `${theme}.${part.id}`;
  switch (part.kind) {
    case 'indicator':
      return indicatorSentences(id, part.found, setting.edition.period, setting.council.name);
    case 'groups':
      return groupsSentences(id, part.found);
    case 'gap':
      return gapSentences(id, part.found, setting);
    case 'profile':
      return profileSentences(id, part.found);
  }
}

export type PlacedSentence = { readonly sentence: Written; readonly page: string };

/** Every computed sentence of an edition with its page, each once, in the order of the report. */
export function writtenIn({
  home,
  themes,
  targets,
  plans,
  setting,
}: EditionMaterial): readonly PlacedSentence[] {
  const { id: edition } = setting.edition;
  const all = new Map<string, PlacedSentence>();
  const say = (page: string, said: unknown) => {
    for (const sentence of sentencesIn(said))
      if (!all.has(sentence.id)) all.set(sentence.id, { sentence, page });
  };
  say(addresses.edition(edition), [home, targets?.home]);
  const promised = targets?.plans.flatMap(plan => plan.targets) ?? [];
  say(addresses.page(edition, 'targets'), [
    targets?.counts,
    promised.map(({ whole, parts }) => [whole, parts.map(({ sentences, title }) => [sentences, title])]),
  ]);
  for (const plan of plans) say(addresses.plan(edition, plan.id), plan.said);
  for (const { found, keyMessages, questions, ground, groups } of themes) {
    const { id } = found.theme;
    say(addresses.theme(edition, id), [
      keyMessages,
      questions.map(({ question }) => question),
      ground?.sentences,
      ground?.title,
    ]);
    for (const { standing, parts, page } of groups) {
      say(page, standing);
      for (const { part, said } of parts) {
        say(page, [said.sentences, said.title]);
        say(addresses.authorities(edition, id, part.id), said.rank?.title);
        say(
          page,
          said.localities.map(({ sentences, title }) => [sentences, title]),
        );
      }
    }
  }
  return [...all.values()];
}

/** Every sentence in a tree of what is said, in order; what stands beside sentences is looked through. */
export function sentencesIn(said: unknown): readonly Written[] {
  const found: Written[] = [];
  const seen = new Set<object>();
  const walk = (value: unknown) => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if ('runs' in value) found.push(value as Written);
    else if (!('amount' in value)) for (const each of Object.values(value)) walk(each);
  };
  walk(said);
  return found;
}
