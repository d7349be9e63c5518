import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

import { expect, onTestFinished, test } from 'vitest';

import { openedFilesVariable } from '../src/opened-files.ts';
import { repositoryRoot } from '../src/repository-root.ts';

const recorder = pathToFileURL(join(import.meta.dirname, '../src/record-opens.ts')).href;

/** Runs a program of Node in the root of the repository. @returns what it noted, from there */
function noted(source: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'resilience-noted-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', source],
    {
      cwd: repositoryRoot,
      env: {
        PATH: process.env['PATH'],
        NODE_OPTIONS: `--import ${recorder}`,
        [openedFilesVariable]: folder,
      },
      encoding: 'utf8',
    },
  );
  expect([status, stderr]).toEqual([0, '']);
  return readdirSync(folder)
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n'))
    .map((line) => line.split(' '))
    .map(([look = '', path = '']) => `${look} ${relative(repositoryRoot, path)}`)
    .toSorted();
}

test.each([
  ["import { readFileSync } from 'node:fs'; readFileSync('LICENSE');", 'file LICENSE'],
  ["import fs from 'node:fs'; fs.readFile('LICENSE', () => {});", 'file LICENSE'],
  ["import { readFile } from 'node:fs/promises'; await readFile('LICENSE');", 'file LICENSE'],
  [
    "import { open } from 'node:fs/promises'; await (await open('LICENSE')).close();",
    'file LICENSE',
  ],
  [
    "import { createReadStream } from 'node:fs'; createReadStream('LICENSE').resume();",
    'file LICENSE',
  ],
  ["import { existsSync } from 'node:fs'; existsSync('not-there');", 'file not-there'],
  [
    "import { statSync } from 'node:fs'; statSync(new URL('file://' + process.cwd() + '/LICENSE'));",
    'file LICENSE',
  ],
  ["import { readdirSync } from 'node:fs'; readdirSync('docs');", 'list docs'],
  ["import { readdirSync } from 'node:fs'; readdirSync('docs', { recursive: true });", 'tree docs'],
  ["import { globSync } from 'node:fs'; globSync('*', { cwd: 'docs' });", 'tree docs'],
  [
    "import { cpSync } from 'node:fs'; cpSync('docs/adr', `/tmp/noted-${process.pid}`, { recursive: true }); (await import('node:fs')).rmSync(`/tmp/noted-${process.pid}`, { recursive: true });",
    'tree docs/adr',
  ],
  [
    "await import(process.cwd() + '/libs/config/src/units/duration.ts');",
    'file libs/config/src/units/duration.ts',
  ],
  ["import '@resilience/config/duration';", 'file libs/config/src/units/duration.ts'],
  [
    "import { spawnSync } from 'node:child_process'; spawnSync('cat', ['LICENSE']);",
    'file LICENSE',
  ],
  [
    "import { execFileSync } from 'node:child_process'; execFileSync('cat', ['LICENSE'], { env: {} });",
    'file LICENSE',
  ],
  [
    "import { spawn } from 'node:child_process'; spawn('true', ['--file=LICENSE'], { env: {} });",
    'file LICENSE',
  ],
  [
    "import { spawn } from 'node:child_process'; spawn('cat', ['adr/0004-toolchain.md'], { cwd: 'docs' });",
    'file docs/adr/0004-toolchain.md',
  ],
  [
    "import { spawn } from 'node:child_process'; spawn('true', [], { env: { PATH: process.cwd() + '/docs:' + process.env.PATH } });",
    'tree docs',
  ],
  [
    "import { exec } from 'node:child_process'; exec(`'${process.execPath}' -e \"fs.readFileSync('LICENSE')\"`);",
    'file LICENSE',
  ],
  [
    "import { spawn } from 'node:child_process'; spawn(process.execPath, ['-e', \"fs.readFileSync('LICENSE')\"], { env: {} });",
    'file LICENSE',
  ],
  [
    "import { spawn } from 'node:child_process'; spawn('sh', ['-c', 'wc -l <LICENSE'], { env: {} });",
    'file LICENSE',
  ],
])('a process notes what it looks at: %s', (source, expected) => {
  expect(noted(source)).toContain(expected);
});

test.each([
  "import { writeFileSync, rmSync } from 'node:fs'; writeFileSync('/tmp/noted', ''); rmSync('/tmp/noted');",
  "import { readFileSync } from 'node:fs'; readFileSync('/etc/passwd');",
  "import { readFileSync } from 'node:fs'; readFileSync('node_modules/zod/package.json');",
  "import { existsSync } from 'node:fs'; existsSync('.git/HEAD');",
])('a process notes nothing of what is not of the repository: %s', (source) => {
  expect(noted(source).filter((line) => !line.includes('libs/vitest/'))).toEqual([]);
});
