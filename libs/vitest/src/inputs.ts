import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, matchesGlob } from 'node:path';

import { HashPlanner, type NxJson, type TaskGraph } from 'nx/src/native';
import { transformProjectGraphForRust } from 'nx/src/native/transform-objects.js';

import { openedFilesVariable } from './opened-files.ts';
import { repositoryRoot } from './repository-root.ts';

type ProjectGraph = Parameters<typeof transformProjectGraphForRust>[0];

/** The projects as Nx sees them. */
export function projectGraph(): ProjectGraph {
  const folder = mkdtempSync(join(tmpdir(), 'resilience-graph-'));
  try {
    const file = join(folder, 'graph.json');
    const outside = Object.entries(process.env).filter(([name]) => !name.startsWith('NX_'));
    execFileSync(join(repositoryRoot, 'node_modules/.bin/nx'), ['graph', `--file=${file}`], {
      cwd: repositoryRoot,
      env: { ...Object.fromEntries(outside), NX_DAEMON: 'false', [openedFilesVariable]: '' },
      stdio: 'pipe',
    });
    const { graph } = JSON.parse(readFileSync(file, 'utf8')) as { readonly graph: ProjectGraph };
    return graph;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @returns whether a file, which need not be there, is an input of a target by Nx's own plan of its hash */
export function inputsOf(
  graph: ProjectGraph,
  project: string,
  target: string,
): (path: string) => boolean {
  const id = `${project}:${target}`;
  const nxJson = JSON.parse(readFileSync(join(repositoryRoot, 'nx.json'), 'utf8')) as NxJson;
  const planner = new HashPlanner(
    nxJson,
    transformProjectGraphForRust({ externalNodes: {}, ...graph }),
  );
  const filesets = (planner.getPlans([id], taskGraph(id, project, target))[id] ?? []).flatMap(
    toFileset,
  );
  return (path) => filesets.some((fileset) => matches(fileset, path));
}

function taskGraph(id: string, project: string, target: string): TaskGraph {
  const task = { id, target: { project, target }, overrides: {}, outputs: [], cache: true };
  return {
    roots: [id],
    tasks: { [id]: task },
    dependencies: { [id]: [] },
    continuousDependencies: { [id]: [] },
  };
}

/** Patterns from the root; those that begin with an exclamation mark take files out. */
type Fileset = readonly string[];

/** A step of a plan names files by `project:pattern,pattern` or `workspace:[pattern,pattern]`; others name none. */
function toFileset(step: string): Fileset[] {
  const [, patterns] = /^[^:]+:\[?(.*\/.*?)\]?$/.exec(step) ?? [];
  if (patterns === undefined || /^(npm|env|runtime):/.test(step)) return [];
  return [patterns.split(',').map((pattern) => pattern.replace('{workspaceRoot}/', ''))];
}

function matches(fileset: Fileset, path: string): boolean {
  const isIn = (pattern: string): boolean => matchesGlob(undotted(path), undotted(pattern));
  const [left, taken] = [true, false].map((isLeft) =>
    fileset.filter((pattern) => pattern.startsWith('!') === isLeft),
  );
  return Boolean(taken?.some(isIn)) && !left?.some((pattern) => isIn(pattern.slice(1)));
}

/** To Node a star is no name that begins with a dot; to Nx it is. */
const undotted = (path: string): string => path.replaceAll(/(?<=^|\/)\.(?=[^./])/g, '\u2024');
