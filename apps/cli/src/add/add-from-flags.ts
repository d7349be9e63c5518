import type { Answer } from '../answer.ts';
import { Refusal } from '../refusal.ts';
import { repositoryRoot } from '../repository-root.ts';
import { type AddOptions, add } from './add.ts';
import type { Added, AddFlags } from './add-flags.ts';
import type { Addition, Declared } from './addition.ts';

/** Does what `resilience add` promises. */
export const addFromFlags = (
  make: (declared: Declared) => Addition | Promise<Addition>,
  { yes = false, dryRun = false }: AddFlags,
): Promise<Answer<Added>> =>
  add(make, { root: repositoryRoot, agreed: agreement({ yes, dryRun }) });

/** @throws {Refusal} where nobody can be asked */
function agreement({ yes, dryRun }: { yes: boolean; dryRun: boolean }): AddOptions['agreed'] {
  if (dryRun) return () => Promise.resolve(false);
  if (yes) return () => Promise.resolve(true);
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    throw new Refusal('nobody can be asked here: pass --yes to write, or --dry-run to look');
  }
  return async (shown) => {
    const { confirm, isCancel } = await import('@clack/prompts');
    process.stderr.write(`${shown}\n\n`);
    const answer = await confirm({ message: 'Write this?', output: process.stderr });
    return !isCancel(answer) && answer;
  };
}
