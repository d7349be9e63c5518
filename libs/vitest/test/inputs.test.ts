import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { inputsOf, projectGraph } from '../src/inputs.ts';
import { knownFiles } from '../src/known-files.ts';
import { openedFilesVariable } from '../src/opened-files.ts';
import { repositoryRoot } from '../src/repository-root.ts';
import { some } from '../src/some.ts';

const graph = projectGraph();
const known = knownFiles();
const bin = (name: string): string => join(repositoryRoot, 'node_modules/.bin', name);

/** Projects that have a target, by their folders. */
const projectsWith = (target: string) =>
  some(
    Object.values(graph.nodes)
      .filter(({ data }) => data.targets?.[target] !== undefined)
      .map(({ name, data }) => [name, data.root] as const),
  );

/** The files that Nx itself says it hashes. */
function shownByNx(project: string, target: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'resilience-inputs-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  // It ends before a pipe has taken all that it prints.
  const file = openSync(join(folder, 'inputs.json'), 'w');
  const words = ['show', 'target', 'inputs', `${project}:${target}`, '--json'];
  spawnSync(bin('nx'), words, {
    cwd: repositoryRoot,
    env: { ...process.env, NX_DAEMON: 'false', [openedFilesVariable]: '' },
    stdio: ['ignore', file, 'inherit'],
  });
  closeSync(file);
  const shown = JSON.parse(readFileSync(join(folder, 'inputs.json'), 'utf8')) as {
    readonly files: readonly string[];
  };
  return [...shown.files];
}

test.each([
  ['@resilience/cli', 'test'],
  ['@resilience/e2e', 'test'],
  ['@resilience/config', 'lint'],
])('the inputs of %s:%s are those that Nx shows', (project, target) => {
  expect(known.filter(inputsOf(graph, project, target)).toSorted()).toEqual(
    shownByNx(project, target).toSorted(),
  );
});

test.each([
  ['@resilience/cli', 'docs/runbooks/BackupFailed.md', true],
  ['@resilience/cli', '.github/CODEOWNERS', true],
  ['@resilience/cli', 'apps/cli/bin/not-there-yet', true],
  ['@resilience/cli', 'environments/staging/measurements.json', false],
  ['@resilience/e2e', 'environments/staging/measurements.json', false],
  ['@resilience/policy', 'environments/staging/measurements.json', false],
  ['@resilience/policy', 'workflows/scripts/not-there-yet.sh', true],
  ['@resilience/workflows', 'workflows/test/verification/kubectl', true],
  ['@resilience/workflows', 'libs/config/test/fixtures/not-there-yet.json', true],
  ['@resilience/config', 'docs/runbooks/BackupFailed.md', false],
  ['@resilience/config', 'environments/staging/measurements.json', false],
])('the tests of %s have the input %s: %s', (project, path, expected) => {
  expect(inputsOf(graph, project, 'test')(path)).toBe(expected);
});

/** What the compiler opens of environments is of users, and all of it is in the project's own folder. */
const ofProject = projectsWith('typecheck').filter(([, root]) => root !== 'environments');

test.each(some(ofProject))('all that the compiler opens of %s is an input', (name, root) => {
  const words = ['--project', join(repositoryRoot, root), '--listFilesOnly'];
  const { stdout } = spawnSync(bin('tsc'), words, { encoding: 'utf8' });
  const opened = stdout
    .split('\n')
    .filter((path) => path.startsWith(`${repositoryRoot}/`) && !path.includes('/node_modules/'))
    .map((path) => path.slice(repositoryRoot.length + 1));
  const configurations = ['tsconfig.base.json', `${root}/tsconfig.json`, `${root}/package.json`];
  for (const target of ['typecheck', 'lint']) {
    const isInput = inputsOf(graph, name, target);
    expect([...some(opened), ...configurations].filter((path) => !isInput(path))).toEqual([]);
  }
});

test.each(some(projectsWith('lint')))('the rules for %s are inputs of its lint', (name) => {
  const isInput = inputsOf(graph, name, 'lint');
  expect(['.oxlintrc.json', '.gitignore'].filter((path) => !isInput(path))).toEqual([]);
});

test.each(some(projectsWith('mutation')))('what tests of %s open, its mutation opens', (name) => {
  const isInput = inputsOf(graph, name, 'mutation');
  const opened = [
    ...known.filter(inputsOf(graph, name, 'test')),
    '.stryker.config.mjs',
    '.vitest.mutation.ts',
  ];
  expect(opened.filter((path) => !isInput(path))).toEqual([]);
});

/** Their results stay when somebody changes an environment. */
const withoutEnvironments = projectsWith('test').filter(
  ([name]) => name !== '@resilience/repository',
);

test.each(some(withoutEnvironments))('no environment is an input of the tests of %s', (name) => {
  const isInput = inputsOf(graph, name, 'test');
  const declared = ['environments/policy.ts', 'environments/any/config.ts'];
  expect([...declared, 'environments/any/rendered/one.yaml'].filter(isInput)).toEqual([]);
});

test('environments are an input of the tests of the repository', () => {
  expect(inputsOf(graph, '@resilience/repository', 'test')('environments/any/config.ts')).toBe(
    true,
  );
});

test.each(['typecheck', 'lint'])('each project has the target %s', (target) => {
  const names = new Set(projectsWith(target).map(([name]) => name));
  expect(Object.keys(graph.nodes).filter((name) => !names.has(name))).toEqual([]);
});

const files = new Set(known);

test('each project with tests has the target test, and runs them as all do', () => {
  const tested = new Set(
    known.flatMap((path) => /^(.*?)\/(?:test|src)\/.*\.test\.ts$/.exec(path)?.[1] ?? []),
  );
  const targets = new Set(projectsWith('test').map(([, root]) => root));
  expect([...some(tested)].filter((root) => !targets.has(root))).toEqual([]);
  for (const root of some(targets)) {
    const file = `${root}/vitest.config.ts`;
    expect([file, files.has(file)]).toEqual([file, true]);
    expect(readFileSync(join(repositoryRoot, file), 'utf8')).toMatch(
      /^export \{ default \} from '(@resilience\/(vitest\/config|fixtures\/vitest-config)|\.\/src\/(vitest-)?config\.ts)';\n$/,
    );
  }
});
