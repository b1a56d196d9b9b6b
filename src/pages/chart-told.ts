import type { SectionSentences } from '../narrative/section-sentences.ts';

/** As many letters as a chart's name may have of all sentences, and of those that it must have: longer tires a listener. */
const [mostTold, mostNeeded] = [300, 480];

/**
 * What a chart is told as to those who do not see it: the level, its change and where it stands, and of the other
 * sentences as many as can be borne, in the order they are read. A sentence too long for what room is left is passed
 * over for the next; the sentences themselves stand beside the chart in full.
 */
export function toldOf({
  sentences,
  paragraphs,
}: Pick<SectionSentences, 'sentences' | 'paragraphs'>): string {
  const lastBegins = sentences.length - (paragraphs.at(-1) ?? 0);
  const rank = (index: number) => (index < 2 ? index : index === lastBegins ? 2 : 3 + index);
  const wanted = sentences.map((_, index) => index).toSorted((a, b) => rank(a) - rank(b));
  const chosen: number[] = [];
  let length = 0;
  for (const index of wanted) {
    const own = (sentences[index]?.text.length ?? 0) + 1;
    const most = rank(index) <= 2 ? mostNeeded : mostTold;
    if (chosen.length > 0 && length + own > most) continue;
    chosen.push(index);
    length += own;
  }
  return chosen
    .toSorted((a, b) => a - b)
    .map(index => sentences[index]?.text ?? '')
    .join(' ');
}
