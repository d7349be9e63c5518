import type { Environment } from '@resilience/config/environment';
import { listEnvironments, loadEnvironment } from '@resilience/config/load';
import type { Problem } from '@resilience/config/problem';
import { price, unpricedRegions } from '@resilience/cost/price';
import { type Proof, prove } from '@resilience/recovery/prove';

import { breaches } from '../render/breaches.ts';
import { placed } from '../placed.ts';

/** An environment as it is declared, and what the proof says of it. */
export interface Looked {
  readonly name: string;
  /** Undefined for a declaration with problems of its own. */
  readonly environment: Environment | undefined;
  /** Equal for equal declarations. */
  readonly fingerprint: string;
  readonly problems: readonly Problem[];
  readonly proofs: readonly Proof[];
  /** US dollars in the 24th month; undefined where no prices are known. */
  readonly monthly: number | undefined;
}

/**
 * Loads and proves every environment of a repository.
 *
 * @param root the repository's folder
 */
export async function lookAt(root: string): Promise<Looked[]> {
  const looked: Looked[] = [];
  for (const name of listEnvironments(root)) looked.push(await lookAtOne(root, name));
  return looked;
}

async function lookAtOne(root: string, name: string): Promise<Looked> {
  const loaded = await loadEnvironment(root, name);
  if (!loaded.ok) {
    const { problems } = loaded;
    const fingerprint = JSON.stringify(problems);
    return { name, environment: undefined, fingerprint, problems, proofs: [], monthly: undefined };
  }
  const environment = loaded.value;
  const proofs = prove(environment);
  return {
    name,
    environment,
    fingerprint: JSON.stringify(environment),
    problems: await placed(root, breaches(environment, proofs)),
    proofs,
    monthly: monthlyOf(environment),
  };
}

const monthlyOf = (environment: Environment): number | undefined =>
  unpricedRegions(environment).length > 0 ? undefined : price(environment).total.at(-1);
