import { entryOf, type Known } from '../sources/names.ts';

/** A figure in words that is called by one grade and counts several. */
type Mislabelled = {
  readonly index: number;
  readonly label: string;
  readonly name: string;
  readonly counted: readonly string[];
};

/** The figures named in some words that are called by one of the grades that they count together (X06). */
export function mislabelled(
  words: string,
  names: readonly { readonly name: string; readonly index: number }[],
  known: Known,
): readonly Mislabelled[] {
  return names.flatMap(({ name, index }) => {
    const { grades } = entryOf(known.indicators, name.trim().split(' ')[0] ?? '');
    if (grades === undefined || grades.parts.length < 2) return [];
    return grades.parts.flatMap(grade => {
      const said = calledBy(words, index, index + name.length, gradePattern(grade));
      return said === null ? [] : [{ index: said.index, label: said.text, name, counted: grades.parts }];
    });
  });
}

/** "require improvement" just after the name, with few words between, or just before its bracket. */
function calledBy(words: string, start: number, end: number, grade: string) {
  const after = new RegExp(String.raw`^[^.;:,!?{}]*\}(?:\s+[\w’'-]+){0,3}?\s+(?<said>${grade})`, 'i').exec(
    words.slice(end),
  );
  if (after?.groups?.said !== undefined)
    return { index: end + after[0].length - after.groups.said.length, text: after.groups.said };
  const before = new RegExp(String.raw`(?<said>${grade})\s+\(?\{?$`, 'i').exec(words.slice(0, start));
  return before?.groups?.said === undefined ? null : { index: before.index, text: before.groups.said };
}

/** A grade in any of its forms: "Requires improvement" is "require", "requires" and "requiring improvement". */
export function gradePattern(grade: string): string {
  const [first = '', ...rest] = grade.split(' ');
  const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const words = [`${literal(first.replace(/(?:es|s|e)$/, ''))}\\w*`, ...rest.map(literal)];
  // "Good or outstanding" and "good or better" name more than the grade.
  return String.raw`(?<!\b(?:or|and|below)\s+)\b${words.join(String.raw`\s+`)}\b(?!\s+(?:or|and)\b)`;
}
