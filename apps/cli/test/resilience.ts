import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

import { programRoot } from '@resilience/fixtures/program-root';

/** Everything that is rendered into a repository, each file with its content. */
export function renderedFiles(root: string): Record<string, string> {
  return Object.fromEntries(
    ['environments', 'docs']
      .flatMap((part) =>
        readdirSync(join(root, part), { recursive: true, encoding: 'utf8', withFileTypes: true }),
      )
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.ts'))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)))
      .filter((path) =>
        /^(environments\/[^/]+\/rendered|docs\/reference|docs\/runbooks\/dr)\//.test(path),
      )
      .toSorted()
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  );
}

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in a repository as a process of its own. */
export function resilience(
  root: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Run {
  const main = join(programRoot, 'apps/cli/bin/resilience.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], {
    cwd: tmpdir(),
    env: { ...process.env, RESILIENCE_REPOSITORY: root, FORCE_COLOR: '0', ...env },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}
