// Asks the registry what is known against the packages that come with the tool. Without an answer nothing is said against
// them: the exit status is 0, and the last line says that it was skipped. Something critical gives 1.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** How bad what is known of a package is. */
type Known = Readonly<Record<string, { readonly severity: string; readonly range: string }>>;

const npm = spawnSync(
  'npm',
  ['audit', '--json', '--omit=dev', '--package-lock-only', '--fetch-retries=0', '--fetch-timeout=20000'],
  {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    encoding: 'utf8',
    shell: process.platform === 'win32',
    timeout: 60_000,
  },
);
const known = answered(npm.stdout ?? '');
if (known === null) console.log('audit skipped: the registry gave no answer');
else {
  for (const [name, { severity, range }] of Object.entries(known))
    console.log(`${severity}: ${name} ${range}`);
  const critical = Object.values(known).filter(({ severity }) => severity === 'critical').length;
  console.log(
    `audit: ${Object.keys(known).length} packages with something known against them, ${critical} critical`,
  );
  process.exitCode = critical > 0 ? 1 : 0;
}

/** What npm says is known, by package; null where it got no answer. */
function answered(text: string): Known | null {
  try {
    return JSON.parse(text).vulnerabilities ?? null;
  } catch {
    return null;
  }
}
