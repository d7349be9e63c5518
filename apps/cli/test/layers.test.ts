import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { programRoot } from '@resilience/fixtures/program-root';
import { afterAll, expect, test } from 'vitest';

import { allowed, type Project, violations } from './layers.ts';

interface Graph {
  readonly graph: {
    readonly nodes: Readonly<
      Record<
        string,
        { readonly data: { readonly root: string; readonly tags?: readonly string[] } }
      >
    >;
    readonly dependencies: Readonly<Record<string, readonly { readonly target: string }[]>>;
  };
}

const folder = mkdtempSync(join(tmpdir(), 'resilience-graph-'));
afterAll(() => rmSync(folder, { recursive: true }));

const { nodes, dependencies } = projectGraph();
const projects = Object.entries(nodes).map(([name, { data }]) => toProject(name, data));

test('Nx knows every project by exactly one layer', () => {
  expect(Object.fromEntries(projects.map(({ name, tag }) => [name, tag]))).toEqual({
    '@resilience/audit': 'layer:audit',
    '@resilience/aws': 'layer:synth',
    '@resilience/cli': 'layer:command',
    '@resilience/cluster': 'layer:synth',
    '@resilience/config': 'layer:config',
    '@resilience/cost': 'layer:cost',
    '@resilience/diff': 'layer:diff',
    '@resilience/documents': 'layer:documents',
    '@resilience/e2e': 'layer:e2e',
    '@resilience/environments': 'layer:environment',
    '@resilience/fixtures': 'layer:fixtures',
    '@resilience/policy': 'layer:policy',
    '@resilience/recovery': 'layer:recovery',
    '@resilience/render': 'layer:render',
    '@resilience/report': 'layer:report',
    '@resilience/repository': 'layer:fixtures',
    '@resilience/velero': 'layer:kinds',
    '@resilience/vitest': 'layer:tests',
    '@resilience/workflows': 'layer:synth',
    'argo-workflows-client': 'layer:client',
  });
});

test('projects depend on the stages above them alone', () => {
  const forbidden = Object.entries(dependencies).flatMap(([source, targets]) =>
    targets
      .map(({ target }) => target)
      .filter((target) => target in nodes && !isOnlyTested(source, target))
      .filter((target) => !allowed(tagOf(source), tagOf(target)))
      .map((target) => `${source} depends on ${target}`),
  );
  expect(forbidden).toEqual([]);
});

test('files import what their layer may, and what their project declares', () => {
  expect(violations(projects)).toEqual([]);
});

test.each([
  ['@resilience/aws', "import '@resilience/cluster/synth';", 'is of the layer:synth'],
  ['@resilience/config', "import '@resilience/render/yaml';", 'is of the layer:render'],
  ['@resilience/render', "export * from '@resilience/config/load';", 'is of the layer:config'],
  ['@resilience/documents', "import '@resilience/cli/main';", 'is of the layer:command'],
  ['@resilience/cost', "import '@resilience/documents/secrets-list';", 'is of the layer:documents'],
  ['@resilience/cluster', "await import('@resilience/cli/main');", 'is of the layer:command'],
  ['@resilience/cluster', "import { App } from 'cdktf';", 'is kept to others'],
  ['@resilience/cli', "import { Chart } from 'cdk8s';", 'is kept to others'],
  ['@resilience/cli', "import '@resilience/fixtures/repositories';", 'is of the layer:fixtures'],
  ['@resilience/config', "import { parse } from 'yaml';", 'is not declared'],
  ['@resilience/config', "import '../../velero/src/kinds/backup.ts';", 'leaves its project'],
  ['@resilience/cli', "import { writeFileSync } from 'node:fs';", 'writes files by writeFileSync'],
])('a forbidden import planted into %s is found: %s', (name, source, why) => {
  const planted = projects.map((project) =>
    project.name === name
      ? { ...project, files: [{ path: `${project.root}/src/planted.ts`, source }] }
      : { ...project, files: [] },
  );
  expect(violations(planted).join('\n')).toContain(why);
});

function tagOf(name: string): string {
  return projects.find((project) => project.name === name)?.tag ?? '';
}

function projectGraph(): Graph['graph'] {
  const file = join(folder, 'graph.json');
  const outside = Object.entries(process.env).filter(([key]) => !key.startsWith('NX_'));
  execFileSync(join(programRoot, 'node_modules/.bin/nx'), ['graph', `--file=${file}`], {
    cwd: programRoot,
    // What Nx opens to find projects is no input of the test; its graph is asked for in each run.
    env: { ...Object.fromEntries(outside), NX_DAEMON: 'false', OPENED_FILES: '' },
    stdio: 'pipe',
  });
  const { graph } = JSON.parse(readFileSync(file, 'utf8')) as Graph;
  return graph;
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

function manifestOf(root: string): Manifest {
  return JSON.parse(readFileSync(join(programRoot, root, 'package.json'), 'utf8')) as Manifest;
}

function isOnlyTested(source: string, target: string): boolean {
  const manifest = manifestOf(nodes[source]?.data.root ?? '');
  return target in (manifest.devDependencies ?? {}) && !(target in (manifest.dependencies ?? {}));
}

function toProject(
  name: string,
  { root, tags = [] }: { root: string; tags?: readonly string[] },
): Project {
  const manifest = manifestOf(root);
  return {
    name,
    root,
    tag: tags.filter((tag) => tag.startsWith('layer:')).join(),
    dependencies: Object.keys(manifest.dependencies ?? {}),
    devDependencies: Object.keys(manifest.devDependencies ?? {}),
    // What users declare imports what they need.
    files: root === 'environments' ? [] : sourcesOf(root),
  };
}

function sourcesOf(root: string): Project['files'] {
  return readdirSync(join(programRoot, root), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('node_modules'))
    .map((path) => ({
      path: path.slice(programRoot.length + 1),
      source: readFileSync(path, 'utf8'),
    }));
}
