import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Builds what is published, into `dist` or the folder that is named: JavaScript with its types, and a
 * manifest that exports those. Node strips no types below node_modules, so the sources will not do.
 */
const root = join(import.meta.dirname, '..');
const target = process.argv[2] ?? join(root, 'dist');

/** What only the repository needs. */
const onlyHere = new Set(['private', 'scripts', 'devDependencies', 'nx']);

interface Manifest {
  readonly exports: Readonly<Record<string, string>>;
}

rmSync(target, { recursive: true, force: true });
execFileSync('tsc', ['--project', join(root, 'tsconfig.build.json'), '--outDir', target], {
  stdio: 'inherit',
});
for (const name of ['README.md', 'LICENSE']) copyFileSync(join(root, name), join(target, name));
const manifest: Manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
writeFileSync(
  join(target, 'package.json'),
  `${JSON.stringify(published(manifest), undefined, 2)}\n`,
);

function published(source: Manifest): object {
  const entries = Object.entries(source.exports).map(([name, file]) => {
    const built = file.replace('./src/', './').replace(/\.ts$/, '');
    return [name, { types: `${built}.d.ts`, default: `${built}.js` }] as const;
  });
  const left = Object.entries(source).filter(([key]) => !onlyHere.has(key));
  return { ...Object.fromEntries(left), exports: Object.fromEntries(entries) };
}
