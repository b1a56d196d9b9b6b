// Loaded into a server and its builds before their own code, with `--import`: no PDF is written before the file is there that
// `PDFS_AFTER` names, however fast the machine.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { PDFS_AFTER = '' } = process.env;
const { writeFile } = fs;

fs.writeFile = Object.assign((...line: Parameters<typeof writeFile>) => {
  const write = () => {
    if (String(line[0]).endsWith('.pdf') && !fs.existsSync(PDFS_AFTER)) setTimeout(write, 50);
    else writeFile(...line);
  };
  write();
}, writeFile);
syncBuiltinESMExports();
