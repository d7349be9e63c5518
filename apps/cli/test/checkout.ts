import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

import { repositoryRoot } from '../src/repository-root.ts';

const parts = ['apps', 'docs', 'environments', 'libs', 'workflows'];
const workspacePackages = '@resilience';

/** Another checkout of this repository, with the packages that are installed here. */
export function checkout(): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'resilience-checkout-')));
  for (const part of parts) {
    cpSync(join(repositoryRoot, part), join(root, part), { recursive: true });
  }
  const installed = join(repositoryRoot, 'node_modules');
  mkdirSync(join(root, 'node_modules', workspacePackages), { recursive: true });
  for (const name of readdirSync(installed).filter((entry) => entry !== workspacePackages)) {
    symlinkSync(join(installed, name), join(root, 'node_modules', name));
  }
  for (const name of readdirSync(join(installed, workspacePackages))) {
    const target = relative(repositoryRoot, realpathSync(join(installed, workspacePackages, name)));
    symlinkSync(join(root, target), join(root, 'node_modules', workspacePackages, name));
  }
  return root;
}

/** Everything that is rendered into a checkout, each file with its content. */
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

/** Runs the command line of a checkout as a process of its own. */
export function resilience(
  root: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Run {
  const main = join(root, 'apps/cli/bin/resilience.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], {
    cwd: tmpdir(),
    env: { ...process.env, FORCE_COLOR: '0', ...env },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}
