/**
 * Text that overlaps other text, leaves its drawing, is too small or turned; and more than one drawing shown.
 * Runs in the page: it may use nothing from outside itself.
 */
export function chartFaults(): string[] {
  const faults: string[] = [];
  for (const figure of globalThis.document.querySelectorAll('figure')) {
    const drawings = [...figure.querySelectorAll('svg')].filter(svg => svg.getClientRects().length > 0);
    if (drawings.length !== 1) faults.push(`${figure.id}: ${drawings.length} drawings shown`);
    for (const svg of drawings) {
      const frame = svg.getBoundingClientRect();
      const texts = [...svg.querySelectorAll('text')].map(text => ({
        text,
        box: text.getBoundingClientRect(),
      }));
      for (const { text, box } of texts) {
        const words = text.textContent;
        const scale = (text as SVGTextElement).getScreenCTM()?.a ?? 1;
        const size = Number.parseFloat(globalThis.getComputedStyle(text).fontSize) * scale;
        if (size < 12) faults.push(`${figure.id}: "${words}" is ${size.toFixed(1)} px`);
        if (
          box.left < frame.left - 1 ||
          box.right > frame.right + 1 ||
          box.top < frame.top - 1 ||
          box.bottom > frame.bottom + 1
        ) {
          faults.push(`${figure.id}: "${words}" leaves the drawing`);
        }
        if ((text.closest('[transform*="rotate"]') ?? null) !== null)
          faults.push(`${figure.id}: "${words}" is turned`);
      }
      for (const [index, one] of texts.entries()) {
        for (const other of texts.slice(index + 1)) {
          const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
          const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
          const smaller = Math.min(one.box.width * one.box.height, other.box.width * other.box.height);
          if (wide > 0 && high > 0 && wide * high > smaller * 0.2) {
            faults.push(`${figure.id}: "${one.text.textContent}" overlaps "${other.text.textContent}"`);
          }
        }
      }
    }
  }
  return faults;
}
