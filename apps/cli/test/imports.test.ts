import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { programRoot } from '@resilience/fixtures/program-root';
import { some } from '@resilience/vitest/some';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';

type Graph = ReadonlyMap<string, readonly string[]>;

const packages = ['apps', 'libs'].flatMap((folder) =>
  readdirSync(join(programRoot, folder)).map((name) => `${folder}/${name}/src`),
);

test.each(some([...packages, 'workflows/src'].filter(isThere)))(
  'the files of %s import each other in no circle',
  (folder) => {
    expect(circles(graphOf(folder))).toEqual([]);
  },
);

test('a circle is found, however long it is, and a type that is imported counts', () => {
  const graph = new Map([
    ['a.ts', importsOf('a.ts', "import type { B } from './b.ts';")],
    ['b.ts', importsOf('b.ts', "export * from './c.ts';")],
    ['c.ts', importsOf('c.ts', "const a = await import('./a.ts');")],
    ['d.ts', importsOf('d.ts', "import './a.ts';")],
  ]);
  expect(circles(graph)).toEqual(['a.ts → b.ts → c.ts → a.ts']);
});

function isThere(folder: string): boolean {
  return existsSync(join(programRoot, folder));
}

function graphOf(folder: string): Graph {
  const files = globSync('**/*.ts', { cwd: join(programRoot, folder) })
    .map((file) => join(folder, file))
    .toSorted();
  return new Map(
    files.map((file) => [file, importsOf(file, readFileSync(join(programRoot, file), 'utf8'))]),
  );
}

/** The files beside it that a file imports: types, values, and what is loaded later. */
function importsOf(file: string, source: string): string[] {
  const { staticImports, staticExports, dynamicImports } = parseSync(file, source).module;
  const requested = [
    ...staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
    ...dynamicImports.map(({ moduleRequest: { start, end } }) => source.slice(start + 1, end - 1)),
  ];
  return requested.filter((from) => from.startsWith('.')).map((from) => join(dirname(file), from));
}

/** Each circle once, from its first file on. */
function circles(graph: Graph): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (done.has(file)) return;
    done.add(file);
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
  };
  for (const file of graph.keys()) visit(file, []);
  return found;
}
