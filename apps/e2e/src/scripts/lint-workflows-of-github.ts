import { spawnSync } from 'node:child_process';

import { programRoot } from '@resilience/fixtures/program-root';

import { type GoProgram, goProgram } from '../go-program.ts';

const actionlint: GoProgram = {
  name: 'actionlint',
  module: 'github.com/rhysd/actionlint',
  version: 'v1.7.12',
  main: 'github.com/rhysd/actionlint/cmd/actionlint',
};

/**
 * Looks at every workflow: its form, its expressions, and with shellcheck at the scripts in it.
 *
 * @returns what was looked at
 * @throws what actionlint says, and where it cannot be built
 */
export function lintWorkflows(shellcheck: string): string {
  const { error, status, stdout, stderr } = spawnSync(
    goProgram(actionlint),
    ['-verbose', '-no-color', `-shellcheck=${shellcheck}`],
    { cwd: programRoot, encoding: 'utf8' },
  );
  if (error) throw error;
  if (status !== 0) throw new Error(stdout);
  const linted = [...stderr.matchAll(/Found \d+ .*? in .*? ms for (.+\.yml)/g)];
  const files = new Set(linted.map(([, file]) => file)).size;
  if (files === 0) throw new Error(`actionlint looked at no workflow:\n${stderr}`);
  return `${files} workflows`;
}
