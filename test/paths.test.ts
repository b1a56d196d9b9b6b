// What must be true of paths on officers' machines, tried here with the rules of Windows and of the others.
import { posix, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { alikeButForCase, isWithin, whyNotOnWindows } from '../src/paths.ts';

describe('whether a path lies in a folder', () => {
  it.each([
    ['/council/data', '/council/data', true],
    ['/council/data', '/council/data/site', true],
    ['/council/data', '/council/data/..site', true],
    ['/council/data', '/council/database', false],
    ['/council/data', '/council', false],
    ['/council/data', '/council/DATA/site', false],
    ['/', '/council', true],
  ])('posix: %s, %s: %s', (folder, path, is) => {
    expect(isWithin(folder, path, posix)).toBe(is);
  });

  it.each([
    ['C:\\council\\data', 'C:\\council\\data\\site', true],
    ['C:\\council\\data', 'C:/Council/DATA/site', true],
    ['C:\\council\\data', 'C:\\council\\_site', false],
    ['C:\\council\\data', 'D:\\site', false],
    ['C:\\council\\data', '\\\\server\\reports\\data', false],
    ['\\\\server\\reports', '\\\\server\\reports\\data', true],
    ['C:\\', 'C:\\council', true],
  ])('win32: %s, %s: %s', (folder, path, is) => {
    expect(isWithin(folder, path, win32)).toBe(is);
  });
});

describe('names on Windows', () => {
  it.each(['aux', 'AUX', 'con.yaml', 'nul.tar.gz', 'com1', 'Lpt9.csv', 'COM¹', 'prn .md'])(
    '%s is kept for a device',
    name => {
      expect(whyNotOnWindows(name)).toBe('is a name that Windows keeps for itself');
    },
  );

  it.each([
    ['2013/14.csv', 'holds /, which no name may on Windows'],
    ['what?.md', 'holds ?, which no name may on Windows'],
    ['ks2.', 'ends with a full stop or a space, which no name may on Windows'],
    ['ks2 ', 'ends with a full stop or a space, which no name may on Windows'],
  ])('"%s" %s', (name, why) => {
    expect(whyNotOnWindows(name)).toBe(why);
  });

  it.each(['ks2.yaml', 'auxiliary', 'console.csv', 'com', 'com10', 'nul-return', '2013-14', 'a (b) [c].md'])(
    '%s may be used',
    name => {
      expect(whyNotOnWindows(name)).toBeNull();
    },
  );

  it('that differ by case alone are told, each with the one before it', () => {
    expect(alikeButForCase(['ks2/', 'ks4/', 'KS2/', 'Ks2/', 'ks4/'])).toEqual([
      ['KS2/', 'ks2/'],
      ['Ks2/', 'ks2/'],
    ]);
  });
});
