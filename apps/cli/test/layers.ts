import { dirname, join, relative } from 'node:path';

import { parseSync } from 'oxc-parser';

/** What each layer may import: the stages above it in the flow of data, never beside or below. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'layer:config': [],
  'layer:kinds': [],
  'layer:recovery': ['layer:config'],
  'layer:cost': ['layer:config', 'layer:recovery'],
  'layer:render': [],
  // Draws pages from plain data; durations are written as everywhere.
  'layer:report': ['layer:config'],
  // The mark of rendered files is the contract between the two.
  'layer:policy': ['layer:config', 'layer:render'],
  // Judges what nobody has declared, by the rules that what is rendered is judged by.
  'layer:audit': ['layer:config', 'layer:policy'],
  // Compares two revisions of what is declared, proved, priced, rendered and judged.
  'layer:diff': ['layer:config', 'layer:recovery', 'layer:cost', 'layer:policy'],
  'layer:client': [],
  // What tests run with; no stage is made of it.
  'layer:tests': [],
  // What tests of organisations look at: declarations as a user writes them, rendered by the program as a process.
  'layer:fixtures': ['layer:config', 'layer:policy', 'layer:tests'],
  'layer:environment': ['layer:config', 'layer:policy'],
  'layer:synth': ['layer:config', 'layer:kinds', 'layer:recovery', 'layer:cost'],
  // Shows readers what was declared, proved, priced and rendered.
  'layer:documents': [
    'layer:config',
    'layer:recovery',
    'layer:cost',
    'layer:synth',
    'layer:render',
    'layer:policy',
  ],
  // Looks at what was rendered, as Terraform and ArgoCD do, and compares it with what is declared.
  'layer:e2e': ['layer:config', 'layer:fixtures'],
  'layer:command': [
    'layer:config',
    'layer:recovery',
    'layer:cost',
    'layer:synth',
    'layer:render',
    'layer:report',
    'layer:policy',
    'layer:audit',
    'layer:diff',
    'layer:client',
    'layer:documents',
  ],
};

/** Packages that only some projects may import in what they ship. */
const keptTo: Readonly<Record<string, readonly string[]>> = {
  cdktf: ['@resilience/aws'],
  '@cdktf/provider-aws': ['@resilience/aws'],
  cdk8s: ['@resilience/cluster', '@resilience/velero', '@resilience/workflows'],
  'cdk8s-plus-28': ['@resilience/cluster', '@resilience/workflows'],
  '@grafana/grafana-foundation-sdk': ['@resilience/cluster'],
  commander: ['@resilience/cli'],
  preact: ['@resilience/report'],
  yaml: [
    '@resilience/render',
    '@resilience/policy',
    '@resilience/audit',
    '@resilience/e2e',
    '@resilience/cli',
  ],
};

/** Only the one stage that renders may write, and what tests real servers in copies of its own. */
const writers = new Set(['@resilience/render', '@resilience/e2e']);
const writing = /^(write|mkdir|rm|rename|cp|copy|append|symlink|link|truncate|open|createWrite)/;

export interface Project {
  readonly name: string;
  /** Its folder, from the root. */
  readonly root: string;
  readonly tag: string;
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
  readonly files: readonly SourceFile[];
}

interface SourceFile {
  /** From the root. */
  readonly path: string;
  readonly source: string;
}

/** Every import that reaches sideways, down, out of its project, or for what it has not declared. */
export function violations(projects: readonly Project[]): string[] {
  const tags = new Map(projects.map(({ name, tag }) => [name, tag]));
  return projects.flatMap((project) =>
    project.files.flatMap((file) =>
      importsOf(file).flatMap((imported) =>
        judge(project, file, imported, tags).map((why) => `${file.path}: ${imported.from} ${why}`),
      ),
    ),
  );
}

/** Whether one project may depend on another. */
export const allowed = (tag: string, target: string): boolean =>
  mayImport[tag]?.includes(target) ?? false;

interface Import {
  readonly from: string;
  readonly names: readonly string[];
}

function importsOf({ path, source }: SourceFile): Import[] {
  const { staticImports, staticExports, dynamicImports } = parseSync(path, source).module;
  return [
    ...staticImports.map(({ moduleRequest, entries }) => ({
      from: moduleRequest.value,
      names: entries.flatMap(({ importName }) => importName.name ?? []),
    })),
    ...staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) =>
        moduleRequest ? [{ from: moduleRequest.value, names: [] }] : [],
      ),
    ),
    ...dynamicImports
      .map(({ moduleRequest }) => source.slice(moduleRequest.start, moduleRequest.end))
      .filter((text) => /^['"]/.test(text))
      .map((text) => ({ from: text.slice(1, -1), names: [] })),
  ];
}

function judge(
  project: Project,
  file: SourceFile,
  { from, names }: Import,
  tags: ReadonlyMap<string, string>,
): string[] {
  const isTest =
    ['layer:tests', 'layer:fixtures'].includes(project.tag) ||
    (!file.path.startsWith(`${project.root}/src/`) && project.tag !== 'layer:environment');
  if (from.startsWith('.')) {
    const target = relative(project.root, join(dirname(file.path), from));
    return target.startsWith('..') ? ['leaves its project'] : [];
  }
  if (from.startsWith('node:')) {
    const writes = names.filter((name) => from.startsWith('node:fs') && writing.test(name));
    return !isTest && !writers.has(project.name)
      ? writes.map((name) => `writes files by ${name}`)
      : [];
  }
  const name = from.split('/', from.startsWith('@') ? 2 : 1).join('/');
  if (name === project.name) return [];
  const declared = [...project.dependencies, ...(isTest ? project.devDependencies : [])];
  const layer = tags.get(name);
  return [
    ...(declared.includes(name) || (isTest && name === 'vitest') ? [] : ['is not declared']),
    ...(layer && !isTest && !allowed(project.tag, layer) ? [`is of the ${layer}`] : []),
    ...(!isTest && keptTo[name]?.includes(project.name) === false ? ['is kept to others'] : []),
  ];
}
