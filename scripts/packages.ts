// Lists the packages that come with the report's tool, from package-lock.json: with their licences in docs/packages.md, and
// as a bill of materials (CycloneDX) in docs/packages.cdx.json. Run it when package-lock.json has changed.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8'));
const { name, version, license, dependencies } = read('package.json');

/** A package that is installed with the tool, as package-lock.json has it. */
type Locked = {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly name?: string;
};

/** A bill of materials as npm writes it, as far as it is read here. */
type Bill = {
  readonly serialNumber: string;
  readonly metadata: { readonly component: object };
  readonly components: readonly {
    readonly 'bom-ref': string;
    readonly name: string;
    readonly version: string;
  }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
};

const locked = Object.entries<Locked>(read('package-lock.json').packages).flatMap(([path, each]) => {
  if (path === '' || each.dev) return [];
  const called = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const own = called in dependencies && path === `node_modules/${called}`;
  return [
    { called: each.name ?? called, as: called, version: each.version, licence: each.license ?? 'none', own },
  ];
});
const once = [...new Map(locked.map(each => [`${each.called}@${each.version}`, each])).values()].toSorted(
  (a, b) => (a.called === b.called ? (a.version < b.version ? -1 : 1) : a.called < b.called ? -1 : 1),
);
const byLicence = [...Map.groupBy(once, ({ licence }) => licence)].sort(([a], [b]) => (a < b ? -1 : 1));
const listed = byLicence.map(
  ([licence, those]) =>
    `## ${licence}\n\n${those.map(({ called, version, own }) => `- ${own ? `**${called}**` : called} ${version}`).join('\n')}\n`,
);
writeFileSync(
  join(root, 'docs/packages.md'),
  `# Packages and their licences

What is installed with Keystage, which is itself under the ${license} licence, by the licence of each: ${once.length} packages. In bold are those
that it asks for itself ([why](../ARCHITECTURE.md#dependencies-each-with-its-reason)); the others come with these. Each package has its licence in its own folder. The
same as a bill of materials, without those for other kinds of machine: [packages.cdx.json](packages.cdx.json), in CycloneDX. Made by \`npm run packages\`.

${listed.join('\n')}`,
);

// npm would leave out with those for work on the tool what these and the tool both ask for, so they are left out here.
const npm = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
  cwd: root,
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
if (npm.status !== 0) throw new Error(npm.stderr);
// Without what differs from run to run, and from machine to machine: the clock, a number, the folder's name, npm's version.
const {
  serialNumber: _,
  metadata,
  components,
  dependencies: needs,
  ...rest
} = JSON.parse(npm.stdout) as Bill;
const shipped = new Set(
  once.flatMap(each => [`${each.called}@${each.version}`, `${each.as}@${each.version}`]),
);
const kept = components.filter(each => shipped.has(`${each.name}@${each.version}`));
const refs = new Set([`${name}@${version}`, ...kept.map(each => each['bom-ref'])]);
const needed = needs
  .filter(({ ref }) => refs.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter(each => refs.has(each)) }));
const lines = (items: readonly object[]) => `[\n${items.map(item => JSON.stringify(item)).join(',\n')}\n]`;
const head = { ...rest, metadata: { component: { ...metadata.component, name, version } } };
writeFileSync(
  join(root, 'docs/packages.cdx.json'),
  `${JSON.stringify(head).slice(0, -1)},\n"components": ${lines(kept)},\n"dependencies": ${lines(needed)}}\n`,
);
console.log(`${once.length} packages under ${byLicence.length} licences`);
