import { formatProblem, type Problem } from '@resilience/config/problem';
import { blocks, check } from '@resilience/policy/check';
import { readRendered } from '@resilience/policy/read-rendered';

import { loadPolicy } from '../load-policy.ts';
import { Refusal } from '../refusal.ts';
import { renderEnvironments } from '../render/render-environments.ts';
import { today } from '../today.ts';
import type { Looked } from './look-at.ts';

/**
 * Renders environments, and judges what was rendered by every rule.
 *
 * @param root the repository's folder, into which is rendered: one that is thrown away
 * @returns what stands in the way of merging
 * @throws {Refusal} where the policy cannot be used
 */
export async function judgeEnvironments(
  root: string,
  environments: readonly Looked[],
): Promise<Problem[]> {
  const sound = environments.filter(({ problems }) => problems.length === 0);
  if (sound.length === 0) return [];
  const names = sound.map(({ name }) => name);
  const outcome = await renderEnvironments({ root, environments: names, mode: 'write' });
  if (!outcome.ok) throw new Refusal(outcome.problems.map(formatProblem).join('\n\n'));
  const policy = await loadPolicy(root);
  return sound.flatMap(({ name, environment }) =>
    check(readRendered(root, name), {
      policy,
      today: today(),
      waivers: environment?.waivers ?? [],
    })
      .findings.filter(blocks)
      .map(({ rule, subject, message, expected, received }) => ({
        file: `environments/${name}/config.ts`,
        path: rule.declaredAt,
        code: rule.id,
        message: `${subject} ${message}`,
        expected,
        received: received === undefined ? 'nothing' : JSON.stringify(received),
        fix: `${rule.why} ${rule.source}`,
      })),
  );
}
