import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { copyStack, type RenderedStack, renderedStacks } from './rendered-stacks.ts';
import { planAndApply } from './plan-and-apply.ts';
import { findTerraform, terraform } from './terraform.ts';
import { Report } from './report.ts';
import { skipped } from './skipped.ts';

/** Validates every rendered stack with the real provider, in a copy, without any state. */
const found = findTerraform();
if ('missing' in found) {
  process.stdout.write(skipped('e2e:terraform', found.missing));
} else {
  const report = new Report();
  for (const stack of renderedStacks()) {
    await report.check(`${stack.environment}/${stack.name} is valid`, () =>
      validate(stack, found.pluginDir),
    );
  }
  await report.check('pipelines apply what was planned', async () => planAndApply());
  process.exitCode = report.finish() ? 0 : 1;
}

/** @throws what terraform printed */
async function validate(stack: RenderedStack, pluginDir: string): Promise<void> {
  const copy = mkdtempSync(join(tmpdir(), 'resilience-terraform-'));
  try {
    copyStack(stack, copy);
    const init = await terraform(copy, ['init', '-backend=false', `-plugin-dir=${pluginDir}`]);
    const run = init.status === 0 ? await terraform(copy, ['validate']) : init;
    if (run.status !== 0) throw new Error(run.output);
  } finally {
    rmSync(copy, { recursive: true });
  }
}
