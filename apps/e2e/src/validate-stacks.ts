import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { copyStack, type RenderedStack, renderedStacks } from './rendered-stacks.ts';
import { findTerraform, terraform } from './terraform.ts';

/** Validates every rendered stack with the real provider, in a copy, without any state. */
const found = findTerraform();
if ('missing' in found) {
  process.stdout.write(`skipped: ${found.missing}\n`);
} else {
  let failures = 0;
  for (const stack of renderedStacks()) {
    const problem = await problemOf(stack, found.pluginDir);
    const name = `${stack.environment}/${stack.name}`;
    process.stdout.write(
      problem === undefined ? `valid    ${name}\n` : `invalid  ${name}\n${problem}`,
    );
    if (problem !== undefined) failures += 1;
  }
  process.exitCode = failures > 0 ? 1 : 0;
}

/** @returns undefined for a stack that is valid, else what terraform printed */
async function problemOf(stack: RenderedStack, pluginDir: string) {
  const copy = mkdtempSync(join(tmpdir(), 'resilience-terraform-'));
  try {
    copyStack(stack, copy);
    const init = await terraform(copy, ['init', '-backend=false', `-plugin-dir=${pluginDir}`]);
    const run = init.status === 0 ? await terraform(copy, ['validate']) : init;
    return run.status === 0 ? undefined : run.output;
  } finally {
    rmSync(copy, { recursive: true });
  }
}
