// Bundles the client into one file, and writes down the licences of what is in it.
import fs from 'node:fs';
import { build } from 'esbuild';

const { metafile } = await build({
  entryPoints: ['src/extension.mjs'],
  outfile: 'dist/extension.js',
  bundle: true,
  minify: true,
  metafile: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  logLevel: 'warning',
});

/** @param {string} folder */
function licenceOf(folder) {
  const file = fs.readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  if (!file) throw new Error(`${folder} has no licence`);
  return fs.readFileSync(`${folder}/${file}`, 'utf8').trim();
}

const folders = Object.keys(metafile.inputs).flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
const packages = [...new Set(folders)].sort().map((folder) => {
  const { name, version } = JSON.parse(fs.readFileSync(`${folder}/package.json`, 'utf8'));
  return `${name} ${version}\n\n${licenceOf(folder)}\n`;
});
fs.writeFileSync('dist/licences.txt', `extension.js contains:\n\n${packages.join(`\n${'-'.repeat(80)}\n\n`)}`);
for (const licence of ['LICENSE-MIT', 'LICENSE-APACHE']) fs.copyFileSync(`../../${licence}`, licence);
