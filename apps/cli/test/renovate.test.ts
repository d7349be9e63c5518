import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { listEnvironments, loadEnvironment } from '@resilience/config/load';
import { programRoot } from '@resilience/fixtures/program-root';
import { expect, test } from 'vitest';

import { repositoryRoot } from '../src/repository-root.ts';

interface Manager {
  readonly managerFilePatterns: readonly string[];
  readonly matchStrings: readonly string[];
}

const { customManagers, packageRules } = JSON.parse(
  readFileSync(join(programRoot, '.github/renovate.json'), 'utf8'),
) as {
  readonly customManagers: readonly Manager[];
  readonly packageRules: readonly {
    readonly postUpgradeTasks?: {
      readonly commands: readonly string[];
      readonly fileFilters: readonly string[];
    };
  }[];
};

/** The images that Renovate finds in a file, as they stand there. */
const foundIn = (path: string, content: string): string[] =>
  customManagers
    .filter(({ managerFilePatterns }) =>
      managerFilePatterns.some((pattern) => new RegExp(pattern.slice(1, -1)).test(path)),
    )
    .flatMap(({ matchStrings }) => matchStrings)
    .flatMap((pattern) => [...content.matchAll(new RegExp(pattern, 'g'))])
    .map(({ groups = {} }) => {
      const { depName, currentValue, currentDigest } = groups;
      return `${depName}:${currentValue}${currentDigest === undefined ? '' : `@${currentDigest}`}`;
    });

const declarations = globSync('environments/{,*/}*.ts', { cwd: repositoryRoot }).map(
  (path) => [path, readFileSync(join(repositoryRoot, path), 'utf8')] as const,
);

/** Every text in what is declared that names a program by its tag or digest. */
function imagesIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return /^[^\s:@]+(:\d+)?\/[^\s:@]+(:[^\s:@/]+)?(@sha256:[0-9a-f]+)?$/.test(value) &&
      /[:@][^/]+$/.test(value)
      ? [value]
      : [];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(imagesIn) : [];
}

test('Renovate finds every image of the declarations where it is declared', async () => {
  const found = declarations.flatMap(([path, content]) => foundIn(path, content));
  const declared = await Promise.all(
    listEnvironments(repositoryRoot).map((name) => loadEnvironment(repositoryRoot, name)),
  );
  const images = new Set(declared.flatMap(imagesIn));
  expect(images.size).toBeGreaterThanOrEqual(5);
  expect(new Set(found)).toEqual(images);
});

const digest = `sha256:${'0a'.repeat(32)}`;
test.each([
  'docker.io/velero/velero:v1.18.3',
  'docker.io/alpine/k8s:1.34.1',
  'quay.io/prometheuscommunity/yet-another-cloudwatch-exporter:v0.62.1',
  'registry.k8s.io/kube-state-metrics/kube-state-metrics:v2.15.0',
  `111122223333.dkr.ecr.us-east-1.amazonaws.com/velero/velero:v1.18.3@${digest}`,
  'registry.internal:5000/tools/k8s:1.34.1-r2',
  'localhost:5000/k8s:1',
])('%s is found', (image) => {
  for (const path of ['environments/organisation.ts', 'environments/production/config.ts']) {
    expect(foundIn(path, `tools: '${image}',`)).toEqual([image]);
  }
});

test.each([
  "'arn:aws:iam::111122223333:role/northwind:x'",
  "'https://oidc.eks.us-east-1.amazonaws.com/id/0123'",
  "'user:resilience/environment'",
  "'https://git.northwind.example:8443/platform/resilience.git'",
])('%s is no image', (text) => {
  expect(foundIn('environments/organisation.ts', text)).toEqual([]);
});

test('where Renovate may run commands, what is rendered follows its change', () => {
  expect(packageRules.flatMap(({ postUpgradeTasks }) => postUpgradeTasks ?? [])).toMatchObject([
    { commands: ['npm ci', 'npm run render'], fileFilters: ['environments/**', 'docs/**'] },
  ]);
});
