const meanings: Readonly<Record<string, string>> = {
  c: 'suppressed to protect confidential information',
  x: 'not available',
  z: 'not given',
  low: 'rounds to zero but is not zero',
  u: 'of low reliability',
};

/** Escaped text with each symbol that stands for a figure followed by its meaning, for those who hear the page. */
export function spokenSymbols(escaped: { toString(): string }): string {
  return escaped.toString().replace(/\[(c|x|z|low|u)\]/g, (symbol, letters: string) => {
    return `${symbol}<span class="govuk-visually-hidden"> ${meanings[letters]}</span>`;
  });
}
