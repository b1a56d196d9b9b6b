import { type Said, say, warn } from './say.ts';

/** The rules that files and folders are held to, whatever is in them. */
export const fileRules = {
  'missing-file': (what: string) =>
    say(`${what} is missing: add it (another council's folder shows how it is laid out)`),
  'not-a-file': () => say('this is a folder where a file is needed: rename it or move it away'),
  'not-a-folder': () => say('this is a file where a folder is needed: rename it or move it away'),
  unreadable: (reason: string) =>
    say(`this cannot be read (${reason}): check its permissions and that no other program holds it`),
  'outside-folder': () =>
    say('this is a link to a place outside the council folder: put the file itself here'),
  'unexpected-file': (expected: string) =>
    warn(`nothing reads this file: only ${expected} belong here; move it or rename it`),
  'empty-file': (needed: string) => say(`this file is empty: ${needed}`),
  'wrong-encoding': (what: string) => say(`${what}; save the file as UTF-8 (in Excel, "CSV UTF-8")`),
  'nul-byte': () => say('there is a NUL byte here, so this is not text: save the file again as UTF-8 text'),
} as const satisfies Record<string, (...args: never[]) => Said>;
