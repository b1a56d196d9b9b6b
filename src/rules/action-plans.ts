import { quote, type Said, say } from './say.ts';

const under = (key: string) => `or say under "without", as "${key}", why the plan states none`;

/** The rules that action plans and the impact analysis are held to. */
export const actionPlanRules = {
  'empty-need': () => say(`this says nothing of why the plan is needed: write "need", ${under('need')}`),
  'empty-intention': () =>
    say(`this says nothing of what the plan should bring: write "intended", ${under('intended')}`),
  'empty-next-steps': () => say(`this says nothing of what comes next: write "next", ${under('next')}`),
  'rating-without-evidence': (rating: string) =>
    say(
      `the rating ${quote(rating)} rests on nothing: write "evidence", say as "too-early" why there is no effect to measure yet, ${under('evidence')}`,
    ),
  'rating-too-early': (rating: string) =>
    say(
      `${quote(rating)} says that the plan is going well, and "too-early" that this cannot be told yet: correct one of them`,
    ),
  'given-and-left-out': (key: string) =>
    say(`${quote(key)} is given, and "without" says that there is none: keep one of them`),
  'rated-after-cut-off': (day: string, cutOff: string) =>
    say(`the rating of ${quote(day)} came after the edition's cut-off, "${cutOff}": correct one of them`),
  'grade-count-not-so': (spelling: string, part: string, held: readonly string[]) =>
    say(
      `${quote(spelling)} is not what data/inspections holds of ${quote(part)} (${held.join(', ')}): correct the count or what it is called, or name the figure in braces`,
    ),
} as const satisfies Record<string, (...args: never[]) => Said>;
