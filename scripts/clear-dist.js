// Takes the compiled code away, which only a package needs: before it is compiled again, and once the package is made.
import { rmSync } from 'node:fs';

rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true });
