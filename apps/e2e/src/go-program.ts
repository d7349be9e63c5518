import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { alone } from './alone.ts';
import { cacheFolder } from './cache-folder.ts';

/** A program of a Go module, at a pinned version. */
export interface GoProgram {
  /** Such as `kube-apiserver`. */
  readonly name: string;
  /** Such as `k8s.io/kubernetes`. */
  readonly module: string;
  /** Such as `v1.34.4`. */
  readonly version: string;
  /** The package of the program, such as `k8s.io/kubernetes/cmd/kube-apiserver`. */
  readonly main: string;
  /** For the linker: variables by name, such as the version that the program calls itself. */
  readonly variables?: Readonly<Record<string, string>>;
  /** The version of the modules that the module's own go.mod takes from its staging folder. */
  readonly staging?: string;
  readonly godebug?: string;
  /** Texts in the place of others, by the file of the module that they are in: what neither flag nor variable says. */
  readonly edits?: Readonly<Record<string, readonly [from: string, to: string]>>;
  /** Versions of modules in the place of those that the module asks for. */
  readonly instead?: Readonly<Record<string, string>>;
}

/** @returns the path of a program that was built before */
export const builtProgram = (program: GoProgram): string | undefined => {
  const path = pathOf(program);
  return existsSync(path) ? path : undefined;
};

/**
 * Builds a program from the Go module proxy, in a module of its own, unless that was done before, or is
 * being done by another process.
 *
 * @returns its path
 */
export function goProgram(program: GoProgram): string {
  const path = pathOf(program);
  alone(
    path,
    () => existsSync(path),
    () => build(program, path),
  );
  return path;
}

function build(program: GoProgram, path: string): void {
  const folder = `${path}.building`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'go.mod'), goMod(program));
  if (program.edits) editSources(program, folder);
  writeFileSync(
    join(folder, 'program.go'),
    `//go:build program\n\npackage program\n\nimport _ "${program.main}"\n`,
  );
  const variables = Object.entries(program.variables ?? {}).map(
    ([key, value]) => `-X ${key}=${value}`,
  );
  const output = join(folder, program.name);
  go(folder, [
    'build',
    '-mod=mod',
    '-trimpath',
    '-ldflags',
    ['-s', '-w', ...variables].join(' '),
    '-o',
    output,
    program.main,
  ]);
  renameSync(output, path);
  rmSync(folder, { recursive: true });
}

/** Puts the sources of the module beside the program, with what is edited of them. */
function editSources({ module, version, edits = {} }: GoProgram, folder: string): void {
  const sources = join(folder, editedSources);
  // Go's cache lets nobody write, which is not wanted of a copy.
  spawnSync('cp', ['-r', '--no-preserve=mode', downloadModule(module, version).Dir, sources]);
  for (const [file, [from, to]] of Object.entries(edits)) {
    const path = join(sources, file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(from)) throw new Error(`${file} of ${module} does not say ${from}`);
    writeFileSync(path, text.replace(from, to));
  }
}

const editedSources = 'edited';

/** A program that is built in another way is another program. */
function pathOf({ name, version, ...rest }: GoProgram): string {
  const how = createHash('sha256').update(JSON.stringify(rest)).digest('hex').slice(0, 8);
  return join(cacheFolder, `${name}-${version}-${how}`);
}

function goMod({ module, version, staging, godebug, instead = {}, edits }: GoProgram): string {
  return [
    'module resilience.example/program',
    'go 1.24.0',
    ...(godebug === undefined ? [] : [`godebug ${godebug}`]),
    `require ${module} ${version}`,
    ...(edits ? [`replace ${module} => ./${editedSources}`] : []),
    ...replacedModules(module, version),
    ...Object.entries(instead).map(([name, other]) => `replace ${name} => ${name} ${other}`),
    ...(staging === undefined
      ? []
      : stagedModules(module, version).map(
          (staged) => `replace ${staged} => ${staged} ${staging}`,
        )),
    '',
  ].join('\n');
}

/** Modules that are published on their own, but replaced by folders in the module's own go.mod. */
function stagedModules(module: string, version: string): string[] {
  const { GoMod } = downloadModule(module, version);
  const lines = readFileSync(GoMod, 'utf8').matchAll(/^\s*(?:replace )?(\S+) => \.\/staging\//gm);
  return [...lines].flatMap(([, name]) => name ?? []);
}

/** What the module takes from elsewhere holds only where it is built itself, and is said again. */
function replacedModules(module: string, version: string): string[] {
  const { GoMod } = downloadModule(module, version);
  const lines = readFileSync(GoMod, 'utf8').matchAll(
    /^\s*(?:replace )?(\S+(?: v\S+)? => [^.\s]\S* v\S+)/gm,
  );
  return [...lines].map(([, replaced]) => `replace ${replaced}`);
}

interface DownloadedModule {
  readonly GoMod: string;
  /** The folder of its sources. */
  readonly Dir: string;
}

/** Puts the sources of a module into Go's own cache. */
export const downloadModule = (module: string, version: string): DownloadedModule =>
  JSON.parse(
    go(cacheFolder, ['mod', 'download', '-json', `${module}@${version}`]),
  ) as DownloadedModule;

/**
 * Runs the go command.
 *
 * @param attempts a module proxy may be out of reach for a moment
 * @returns what it printed
 */
export function go(folder: string, words: readonly string[], attempts = 3): string {
  mkdirSync(folder, { recursive: true });
  const { status, stdout, stderr } = spawnSync('go', words, {
    cwd: folder,
    env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '', GOWORK: 'off' },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status === 0) return stdout;
  if (attempts > 1) return go(folder, words, attempts - 1);
  throw new Error(`go ${words[0]} of ${folder} exited with ${status}:\n${stdout}${stderr}`);
}
