import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { findTerraform, terraform } from './terraform.ts';

/** Validates every rendered stack with the real provider, in a copy, without any state. */
const found = findTerraform();
if ('missing' in found) {
  process.stdout.write(`skipped: ${found.missing}\n`);
} else {
  const failures = renderedStacks().filter((stack) => !isValid(stack, found.pluginDir));
  process.exitCode = failures.length > 0 ? 1 : 0;
}

function renderedStacks(): string[] {
  const environments = join(import.meta.dirname, '../../../environments');
  return readdirSync(environments, { recursive: true, encoding: 'utf8' })
    .filter((path) => /^[^/]+\/rendered\/terraform\/[^/]+\/main\.tf\.json$/.test(path))
    .toSorted()
    .map((path) => join(environments, dirname(path)));
}

function isValid(stack: string, pluginDir: string): boolean {
  const copy = mkdtempSync(join(tmpdir(), 'resilience-terraform-'));
  cpSync(stack, copy, { recursive: true });
  const problem =
    terraform(copy, ['init', '-backend=false', `-plugin-dir=${pluginDir}`]) ??
    terraform(copy, ['validate']);
  rmSync(copy, { recursive: true });
  const name = stack.split('/').slice(-4).join('/');
  process.stdout.write(
    problem === undefined ? `valid    ${name}\n` : `invalid  ${name}\n${problem}`,
  );
  return problem === undefined;
}
