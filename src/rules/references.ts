import { quote, type Said, say } from './say.ts';

/** The rules that references are held to. */
export const referenceRules = {
  'link-gone': (url: string) =>
    say(`${quote(url)} leads nowhere: give the address of a copy in an archive as "archived"`),
} as const satisfies Record<string, (...args: never[]) => Said>;
