import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { programRoot } from '@resilience/fixtures/program-root';
import {
  copyOfRendered,
  renderedRepository,
  repositoryOf,
} from '@resilience/fixtures/repositories';
import { some } from '@resilience/vitest/some';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { explainChanges } from '../src/releases/explain-changes.ts';
import { releases } from '../src/releases/index.ts';
import { resilience } from './resilience.ts';

const older = join(programRoot, 'libs/fixtures/organisations/harbour-0.1.0');

const layer = 'environments/staging/rendered/layer.json';

test('what changes in the rendered files of an older repository is explained by the releases', () => {
  const root = repositoryOf('harbour-0.1.0');
  expect(resilience(root, ['render'])).toMatchObject({ status: 0, stderr: '' });
  const before = hashesOfOlder();
  const changed = some([...before].filter(([path, hash]) => hashOf(join(root, path)) !== hash));
  const unexplained = changed
    .map(([path]) => path.replace(/^environments\/[^/]+\/rendered\//, ''))
    .flatMap((path) => explainChanges('0.1.0', [path]))
    .filter(({ version }) => version === undefined)
    .flatMap(({ files }) => files);
  expect(unexplained).toEqual([]);
});

test('each part of a release explains a file of the older repository, or a new one', () => {
  const root = repositoryOf('harbour-0.1.0');
  resilience(root, ['render', '--env', 'production', 'dr']);
  const names = execFileSync('find', ['environments', '-path', '*/rendered/*', '-type', 'f'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .map((path) => path.replace(/^environments\/[^/]+\/rendered\//, ''));
  const idle = some(releases)
    .flatMap(({ rendered }) => rendered)
    .filter(({ files }) => !names.some((name) => files.test(name)));
  expect(idle).toEqual([]);
});

test('a change that no release explains is named as such', () => {
  expect(explainChanges('0.1.0', ['kubernetes/strange/file.yaml', 'recovery.md'])).toEqual([
    expect.objectContaining({ version: undefined, files: ['kubernetes/strange/file.yaml'] }),
    expect.objectContaining({ version: '0.2.0', files: ['recovery.md'] }),
  ]);
  expect(explainChanges('0.2.0', ['recovery.md'])).toEqual([
    expect.objectContaining({ version: undefined }),
  ]);
});

test('render says which version rendered an environment before, and why files change', () => {
  const root = copyOfRendered();
  writeVersion(root, '0.1.0');
  writeFileSync(join(root, 'environments/staging/rendered/recovery.md'), 'rendered by 0.1.0');
  const { status, stdout } = resilience(root, ['render']);
  expect(status).toBe(0);
  expect(stdout).toContain('staging was rendered by 0.1.0, and now by ');
  expect(stdout).toContain('1 file   0.2.0: a summary, and what is never recovered');
  expect(resilience(root, ['render']).stdout).not.toContain('was rendered by');
});

test('a program does not render what a newer one has rendered', () => {
  const root = copyOfRendered();
  writeVersion(root, '99.10.0');
  const { status, stderr } = resilience(root, ['render']);
  expect(status).toBe(2);
  expect(stderr).toContain(
    '[environments/staging/rendered/layer.json › version] is newer than this program',
  );
  expect(readFileSync(join(root, layer), 'utf8')).toContain('99.10.0');
});

test('every rendered environment says which version rendered it', () => {
  const { version } = JSON.parse(readFileSync(join(programRoot, 'package.json'), 'utf8')) as {
    version: string;
  };
  expect(JSON.parse(readFileSync(join(renderedRepository(), layer), 'utf8'))).toMatchObject({
    version,
  });
  expect(releases.at(-1)?.version).toBe(version);
  expect(readFileSync(join(programRoot, 'CHANGELOG.md'), 'utf8')).toContain(`\n## ${version}\n`);
});

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'resilience-upgrade-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('the commands of the guide take a version, and keep the environments', () => {
  const upstream = commit(join(folder, 'layer'), 'v0.1.0', {
    'apps/program.ts': 'old',
    'docs/reference/aws.md': 'sample',
    'environments/package.json': 'old',
    'environments/sample/config.ts': 'old',
    'environments/sample/rendered/a.yaml': 'old',
  });
  const own = join(folder, 'own');
  git(folder, 'clone', '--quiet', upstream, own);
  git(own, 'rm', '-r', '--quiet', 'environments/sample');
  commit(own, undefined, {
    'docs/reference/aws.md': 'own',
    'environments/ours/config.ts': 'own',
  });
  commit(upstream, 'v0.2.0', {
    'apps/program.ts': 'new',
    'docs/reference/aws.md': 'changed',
    'environments/another/config.ts': 'new',
    'environments/package.json': 'new',
    'environments/sample/config.ts': 'new',
    'environments/sample/rendered/a.yaml': 'new',
    'environments/sample/rendered/b.yaml': 'new',
  });
  const script = guideCommands()
    .replace('‹the address that the layer was cloned from›', upstream)
    .replace('‹such as v0.2.0›', 'v0.2.0');
  execFileSync('bash', ['-c', `${script}\ngit add --all\ngit commit --quiet --message done`], {
    cwd: own,
    env: { ...process.env, ...identity },
    stdio: 'pipe',
  });
  expect(filesOf(own)).toEqual({
    'apps/program.ts': 'new',
    'docs/reference/aws.md': 'own',
    'environments/ours/config.ts': 'own',
    'environments/package.json': 'new',
  });
  expect(git(own, 'merge-base', '--is-ancestor', 'v0.2.0', 'HEAD')).toBe('');
});

/** The commands of the guide from the first to the merge. */
function guideCommands(): string {
  const page = readFileSync(join(programRoot, 'docs/guides/upgrading.md'), 'utf8');
  const fences = [...page.matchAll(/^ *```sh\n(?<lines>[^`]*)```/gm)];
  return some(fences.slice(0, 2))
    .map(({ groups }) => groups?.['lines'] ?? '')
    .join('\n');
}

const identity = {
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.org',
  GIT_CONFIG_GLOBAL: '/dev/null',
};

const git = (cwd: string, ...words: readonly string[]): string =>
  execFileSync('git', words, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...identity },
  }).trim();

/** Writes files into a repository, which is made where there is none, and commits them. */
function commit(root: string, tag: string | undefined, files: Record<string, string>): string {
  if (!existsSync(root)) {
    mkdirSync(root);
    git(root, 'init', '--quiet', '--initial-branch=main');
  }
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  git(root, 'add', '--all');
  git(root, 'commit', '--quiet', '--message', tag ?? 'own');
  if (tag) git(root, 'tag', tag);
  return root;
}

const filesOf = (root: string): Record<string, string> =>
  Object.fromEntries(
    git(root, 'ls-files')
      .split('\n')
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  );

function writeVersion(root: string, version: string): void {
  const file = join(root, layer);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/\d+\.\d+\.\d+/, version));
}

/** By path, the first 16 digits of the SHA-256 of each file that 0.1.0 rendered. */
const hashesOfOlder = (): Map<string, string> =>
  new Map(
    readFileSync(join(older, 'rendered.sha256'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => {
        const [hash = '', path = ''] = line.split(' ');
        return [path, hash];
      }),
  );

const hashOf = (file: string): string | undefined =>
  existsSync(file)
    ? createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16)
    : undefined;
