import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { alone } from './alone.ts';
import { cacheFolder } from './cache-folder.ts';
import { go } from './go-program.ts';

/** A program whose one file of source is kept here, and calls what a Go module does. */
export interface GoSourceProgram {
  readonly name: string;
  /** The file of its source. */
  readonly source: string;
  /** Such as `github.com/prometheus-operator/prometheus-operator`. */
  readonly module: string;
  /** Such as `v0.85.0`. */
  readonly version: string;
}

/** @returns whether the program was built before, from the source as it is now */
export const isBuilt = (program: GoSourceProgram): boolean => existsSync(pathOf(program));

/**
 * Builds the program with its module from the Go module proxy, unless that was done before, or is
 * being done by another process.
 *
 * @returns its path
 */
export function goSourceProgram(program: GoSourceProgram): string {
  const path = pathOf(program);
  alone(
    path,
    () => existsSync(path),
    () => build(program, path),
  );
  return path;
}

function build(program: GoSourceProgram, path: string): void {
  const folder = `${path}.building`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'go.mod'),
    `module resilience.example/program\ngo 1.24.0\nrequire ${program.module} ${program.version}\n`,
  );
  copyFileSync(program.source, join(folder, 'main.go'));
  const output = join(folder, program.name);
  go(folder, ['build', '-mod=mod', '-trimpath', '-ldflags', '-s -w', '-o', output, '.']);
  renameSync(output, path);
  rmSync(folder, { recursive: true });
}

function pathOf({ name, source, version }: GoSourceProgram): string {
  const hash = createHash('sha256').update(readFileSync(source)).digest('hex').slice(0, 12);
  return join(cacheFolder, `${name}-${version}-${hash}`);
}
