import nodePath from 'node:path';
import { repeatsIn } from './model/alike.ts';

/** The rules by which paths are written: those of this machine, of Windows or of the others. */
type PathRules = Pick<typeof nodePath, 'relative' | 'isAbsolute' | 'sep'>;

/** True when a path is a folder or lies in it; both absolute. On Windows another disk never is, and case makes no difference. */
export function isWithin(
  folder: string,
  path: string,
  { relative, isAbsolute, sep }: PathRules = nodePath,
): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Names that Windows keeps for devices, with any ending and in any case. */
const devices = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\.|$)/i;

/** Why a file or folder may not have a name on Windows, or null when it may: it must be readable on every officer's machine. */
export function whyNotOnWindows(name: string): string | null {
  if (devices.test(name)) return 'is a name that Windows keeps for itself';
  const [sign] = /[<>:"/\\|?*]/.exec(name) ?? [];
  if (sign !== undefined) return `holds ${sign}, which no name may on Windows`;
  return /[. ]$/.test(name) ? 'ends with a full stop or a space, which no name may on Windows' : null;
}

/** Names that differ from an earlier one by case alone, each with that one: on Windows and on Macs they are the same file. */
export function alikeButForCase(
  names: Iterable<string>,
): readonly (readonly [name: string, earlier: string])[] {
  return repeatsIn([...names], name => name.toLowerCase()).filter(([name, earlier]) => name !== earlier);
}
