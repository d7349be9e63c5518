import type { Environment } from '@resilience/config/environment';
import { formatProblem, type Problem } from '@resilience/config/problem';
import { blocks, check, type Finding } from '@resilience/policy/check';
import { readRendered } from '@resilience/policy/read-rendered';

import { declaredAt } from '../check/declared-at.ts';
import { loadPolicy } from '../load-policy.ts';
import { placed } from '../placed.ts';
import { Refusal } from '../refusal.ts';
import { renderEnvironments } from '../render/render-environments.ts';
import { today } from '../today.ts';
import type { Looked } from './look-at.ts';

/** A finding, and the environment that it is in. */
interface Blocking {
  readonly environment: Environment;
  readonly finding: Finding;
}

/**
 * Renders environments, and judges what was rendered by every rule.
 *
 * @param root the repository's folder, into which is rendered: one that is thrown away
 * @returns what stands in the way of merging
 * @throws {Refusal} where the policy cannot be used
 */
export const judgeEnvironments = async (
  root: string,
  environments: readonly Looked[],
): Promise<readonly Problem[]> =>
  placed(root, (await findingsThatBlock(root, environments)).map(problemOf));

/** As {@link judgeEnvironments}: the findings themselves, of environments without problems. */
export async function findingsThatBlock(
  root: string,
  environments: readonly Looked[],
): Promise<Blocking[]> {
  const sound = environments.flatMap(({ name, environment, problems }) =>
    environment && problems.length === 0 ? [{ name, environment }] : [],
  );
  if (sound.length === 0) return [];
  const names = sound.map(({ name }) => name);
  const outcome = await renderEnvironments({ root, environments: names, mode: 'write' });
  if (!outcome.ok) throw new Refusal(outcome.problems.map(formatProblem).join('\n\n'));
  const policy = await loadPolicy(root);
  return sound.flatMap(({ name, environment }) =>
    check(readRendered(root, name), {
      policy,
      declaration: environment,
      today: today(),
      waivers: environment.waivers,
    })
      .findings.filter(blocks)
      .map((finding) => ({ environment, finding })),
  );
}

const problemOf = ({ environment, finding }: Blocking): Problem => {
  const { rule, subject, message, expected, received } = finding;
  return {
    file: `environments/${environment.name}/config.ts`,
    path: declaredAt(environment, finding),
    code: rule.id,
    message: `${subject} ${message}`,
    expected,
    received: received === undefined ? 'nothing' : JSON.stringify(received),
    fix: `${rule.why} ${rule.source}`,
  };
};
