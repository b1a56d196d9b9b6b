// Loaded into a build before its own code, with `--import`: what is to happen while the new site is laid beside the old happens
// as the first of its pages is written, however fast the machine. `MEANWHILE` says what: the signal that the build is sent, or
// the file in its folder that somebody spoils.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { MEANWHILE = '' } = process.env;
const { writeFile } = fs;
let happened = false;

fs.writeFile = Object.assign((...line: Parameters<typeof writeFile>) => {
  if (!happened && /\.building-\d+\b.*index\.html$/.test(String(line[0]))) {
    happened = true;
    if (MEANWHILE.startsWith('SIG')) process.kill(process.pid, MEANWHILE);
    else fs.writeFileSync(MEANWHILE, 'name: [\n');
  }
  writeFile(...line);
}, writeFile);
syncBuiltinESMExports();
