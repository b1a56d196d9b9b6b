import type { Fault } from './faults.ts';

/** A text with a fault planted wherever what it changes stands, however its lines are broken; null where it does not. */
export function planted(text: string, { find, replace }: Fault): string | null {
  const escaped = find.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  // White space at either end is part of what is found; between words any will do.
  const [, before = '', middle = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(escaped) ?? [];
  const changed = text.replaceAll(
    new RegExp(before + middle.replaceAll(/\s+/g, '\\s+') + after, 'g'),
    () => replace,
  );
  return changed === text ? null : changed;
}
