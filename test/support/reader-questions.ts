// What the reader makes of a question about several measures: as many about one.

/** What such a question begins with, and what it says of each measure in the words of a question about that alone. */
const forms: readonly (readonly [
  start: RegExp,
  singly: (name: string, said: string, of: string) => string,
])[] = [
  [/^Worse than ([^:]+) and getting worse$/, ofBoth],
  [
    /^Not behind England, but worse than ([^:]+)$/,
    (name, said, who) => `${name}: not behind England, but ${said} ${who}.`,
  ],
  [/^Worse than ([^:,]+)(?:, on small numbers)?$/, (name, said, who) => `${name}: ${said} ${who}.`],
  [/^(Getting worse)$/, (name, said) => `${name}: ${said}, a change for the worse.`],
  [/^Lost ground on ([^:]+)$/, (name, said) => `${name}: ${inFull(said)}.`],
  [/^(Lost places among authorities)$/, (name, said) => `${name}: ${said}.`],
  [/^(Small groups)$/, (name, said) => `${name}: this rests on ${said}.`],
  [/^The gap between (.+?) (?:is|has) (?:wider|widened)/, ofGap],
];

/** A question about several measures as one about each; null of any other sentence. */
export function asOneEach(text: string): readonly string[] | null {
  const [, start = '', list = '', asked = ''] = /^([^:]+): ([^:]+)\. ([^.]+\?)$/.exec(text) ?? [];
  const items = [...list.replace(/; and \w+ others?$/, '').matchAll(/([^;(]+?) \(([^)]+)\)(?:; |$)/g)];
  const [form, singly] = forms.find(([form]) => form.test(start)) ?? [];
  if (form === undefined || singly === undefined || items.length === 0) return null;
  const of = start.startsWith('The gap') ? `${start}. ${asked}` : (form.exec(start)?.[1] ?? '');
  return items.map(([, name = '', said = '']) => singly(name, said, of));
}

/** "Most ground lost: Reading (ours …, England’s …)." as a sentence about that measure; null of any other. */
export function mostGround(text: string): string | null {
  const [, name, said] = /^Most ground (?:gained|lost): ([^(]+) \(([^)]+)\)\.$/.exec(text) ?? [];
  return name === undefined || said === undefined ? null : `${name}: ${inFull(said)}.`;
}

function ofBoth(name: string, said: string, who: string): string {
  const [distance = '', move = ''] = said.split(', ');
  return `${name}: ${distance} ${who}, and ${move}, a change for the worse.`;
}

/** "ours rose by 2 points, while England’s was unchanged" of "ours up 2 points, England’s unchanged". */
function inFull(said: string): string {
  return said
    .replace(/, /, ', while ')
    .replaceAll(' up ', ' rose by ')
    .replaceAll(' down ', ' fell by ')
    .replaceAll(' unchanged', ' was unchanged');
}

function ofGap(name: string, said: string, question: string): string {
  const [, groups = '', rest = ''] =
    /^The gap between (.+?) ((?:is wider|has widened).*)$/.exec(question) ?? [];
  const [own = '', theirs = ''] = said.split(', ');
  return `${name}: the gap between ${groups}, at ${own}, ${rest.replace('England’s', theirs)}`;
}
