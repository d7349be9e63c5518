import { join } from 'node:path';

import { copyStack, type RenderedStack } from '../rendered-stacks.ts';
import { terraform, terraformOrThrow, verdict } from '../terraform.ts';
import type { Moto } from './moto.ts';
import { makeStateBucket } from './make-state-bucket.ts';
import { backendConfig, overrideGaps, overrideProviders } from './overrides.ts';

interface Applied {
  /** The copy that the stack was applied from, for later commands. */
  readonly folder: string;
  readonly resources: number;
}

interface ApplyOptions {
  readonly moto: Moto;
  readonly pluginDir: string;
  /** Where the copy is made. */
  readonly work: string;
}

/**
 * Applies a rendered stack as a person would, and plans it once more.
 *
 * @throws with terraform's words when a step fails, or when the second plan is not empty
 */
export async function applyStack(stack: RenderedStack, options: ApplyOptions): Promise<Applied> {
  const { moto, pluginDir, work } = options;
  const folder = join(work, stack.environment, stack.name);
  copyStack(stack, folder);
  overrideProviders(folder, moto.endpoint);
  overrideGaps(folder);
  const plugins = `-plugin-dir=${pluginDir}`;
  const backend = `-backend-config=${backendConfig(folder, moto.endpoint)}`;
  if (stack.name.startsWith('bootstrap')) await makeStateBucket(folder, moto.endpoint);
  await terraformOrThrow(folder, ['init', plugins, backend]);
  await terraformOrThrow(folder, ['validate']);
  await terraformOrThrow(folder, ['plan', '-out=plan']);
  await terraformOrThrow(folder, ['apply', 'plan']);
  const second = await terraform(folder, ['plan', '-detailed-exitcode']);
  if (second.status !== 0)
    throw new Error(`the second plan is not empty:\n${verdict(second.output)}`);
  const resources = await terraformOrThrow(folder, ['state', 'list']);
  return {
    folder,
    resources: resources.split('\n').filter((line) => line && !line.startsWith('data.')).length,
  };
}
