/** Lower-case letters and digits joined by hyphens: how names enter ids, anchors and file names. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
