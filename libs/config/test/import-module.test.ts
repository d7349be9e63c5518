import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterEach, beforeEach, expect, test } from 'vitest';

let root = '';

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'resilience-import-')));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(name: string, source: string): void {
  mkdirSync(join(root, 'environments', name), { recursive: true });
  writeFileSync(join(root, 'environments', name, 'config.ts'), source);
}

const loader = pathToFileURL(join(import.meta.dirname, '../src/import-module.ts')).href;

/** By Node itself, as the tests' runner loads modules in its own way. */
function placesOf(name: string): string[] {
  const file = `environments/${name}/config.ts`;
  const source = `
    import { importModule } from '${loader}';
    const imported = await importModule(${JSON.stringify(root)}, '${file}');
    const place = ({ file, line, column }) => file + ':' + line + ':' + column;
    console.log(JSON.stringify(imported.ok ? [] : [place(imported.problem)]));`;
  const words = ['--input-type=module', '--eval', source];
  const { stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as string[];
}

test.each([
  ['const a = 1;\nexport default { a b: 2 };\n', ':2:20'],
  ['export default {', ':1:1'],
  ['enum Size { Small }\nexport default Size;\n', ':1:1'],
  ['\nthrow new Error("no");', ':2:7'],
  ['export default { name: unknown };', ':1:24'],
  ["const a = 1;\nimport { x } from '../nope.ts';\nexport default x;", ':2:19'],
  ["import { x } from '@acme/nope/deep';\nexport default x;", ':1:19'],
  ["import { nothing } from 'node:fs';\nexport default nothing;\n", ':1:10'],
])('%j cannot be loaded, at the place where that shows', (source, place) => {
  write('primary', source);
  expect(placesOf('primary')).toEqual([`environments/primary/config.ts${place}`]);
});

test('a mistake in a file that the declaration imports has its place there', () => {
  write('primary', "import { shared } from '../shared.ts';\nexport default shared;\n");
  writeFileSync(join(root, 'environments/shared.ts'), '\nexport const shared = {;\n');
  expect(placesOf('primary')).toEqual(['environments/shared.ts:2:24']);
});

test('an error that a unit throws has the place of its use', () => {
  const units = pathToFileURL(join(import.meta.dirname, '../src/units/duration.ts')).href;
  write(
    'primary',
    `import { hours } from '${units}';\nexport default {\n  rpo: hours(Symbol()),\n};\n`,
  );
  expect(placesOf('primary')).toEqual(['environments/primary/config.ts:3:8']);
});
