import { execFile, execFileSync, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { answer } from './answers.ts';
import { serve } from './listen.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'argo-workflows-client-package-'));
const installed = join(folder, 'node_modules/argo-workflows-client');

afterAll(() => rmSync(folder, { recursive: true }));

/** Builds and packs as for a registry, and unpacks as npm does. */
beforeAll(() => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const build = `${scripts['build']} "$0"`;
  execFileSync('sh', ['-c', build, join(folder, 'dist')], { cwd: root, stdio: 'pipe' });
  execFileSync('npm', ['pack', './dist', '--silent'], { cwd: folder, stdio: 'pipe' });
  mkdirSync(installed, { recursive: true });
  const archive = join(folder, 'argo-workflows-client-0.1.0.tgz');
  execFileSync('tar', ['-xzf', archive, '-C', installed, '--strip-components=1']);
}, 120_000);

const consumer = `
import { argoWorkflowsClient } from 'argo-workflows-client';
import { NotFound } from 'argo-workflows-client/failures';
import { httpsFetch } from 'argo-workflows-client/https-fetch';
import { inCluster } from 'argo-workflows-client/in-cluster';

const { server, workflows } = argoWorkflowsClient({ url: process.argv[2] ?? '' });
const { version } = await server.version();
console.log(version, typeof NotFound, typeof httpsFetch, typeof inCluster);
`;

test('plain JavaScript imports it, with nothing else installed', async () => {
  const url = await serve((_, outgoing) => answer(outgoing, { version: 'v4.1.2' }));
  writeFileSync(join(folder, 'consumer.mjs'), consumer);
  const { promise, resolve } = Promise.withResolvers<string>();
  execFile(process.execPath, ['consumer.mjs', url], { cwd: folder }, (error, stdout) => {
    resolve(error?.message ?? stdout);
  });
  expect(await promise).toBe('v4.1.2 function function function\n');
});

test('TypeScript finds its types, also those of workflows', () => {
  const models = join(root, '../../node_modules/@kubernetes-models');
  symlinkSync(models, join(folder, 'node_modules/@kubernetes-models'));
  const wrong = `${consumer}
const { metadata } = await workflows.get('dr', 'drill');
const wrong: number | undefined = metadata.name;
export { wrong };
`;
  writeFileSync(join(folder, 'consumer.mts'), wrong);
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        module: 'nodenext',
        noEmit: true,
        strict: true,
        types: ['node'],
        typeRoots: [join(root, '../../node_modules/@types')],
      },
      files: ['consumer.mts'],
    }),
  );
  const { stdout } = spawnSync('tsc', ['--pretty', 'false'], { cwd: folder, encoding: 'utf8' });
  expect(stdout.trim().split('\n')).toEqual([
    expect.stringMatching(/^consumer\.mts.* error TS2322: Type 'string \| undefined'/),
    expect.stringMatching(/Type 'string' is not assignable/),
  ]);
});

test('it has what is needed, and no sources or tests', () => {
  const files = readdirSync(installed);
  expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json']));
  expect(files.filter((name) => !/\.(js|d\.ts)$/.test(name))).toHaveLength(3);
});
