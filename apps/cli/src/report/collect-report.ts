import type { Environment } from '@resilience/config/environment';
import { scenarios } from '@resilience/config/scenario';
import { type Proof, prove } from '@resilience/recovery/prove';
import type { Report } from '@resilience/report/model/report';
import { disasterGuides } from '@resilience/workflows/disaster-guides';

import { layerVersion } from '../layer-version.ts';
import { loadPolicy } from '../load-policy.ts';
import { Progress } from '../progress.ts';
import { changesSince } from './changes-since.ts';
import { collectEnvironment } from './collect-environment.ts';
import { collectEvidence } from './collect-evidence.ts';
import { revisionOf } from './revision-of.ts';

interface Asked {
  readonly environments: readonly [Environment, ...Environment[]];
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly from: string | undefined;
  readonly since: string | undefined;
}

/**
 * All that the site shows, from the repository and the folder of the evidence.
 *
 * @throws {Refusal} where something of it cannot be read
 */
export async function collectReport({ environments, date, from, since }: Asked): Promise<Report> {
  const changes = since === undefined ? undefined : await changesSince(since, date);
  const proofs = new Map(environments.map((one) => [one.name, prove(one)]));
  const evidence = await collectEvidence({ from, environments, proofs });
  const terms = { policy: await loadPolicy(), today: date };
  const progress = new Progress(process.stderr);
  const collected: Report['environments'][number][] = [];
  for (const environment of environments) {
    progress.show(`collecting ${environment.name}`);
    collected.push(await collectEnvironment(environment, proofsOf(proofs, environment), terms));
  }
  progress.clear();
  return {
    organisation: [...new Set(environments.map(({ organisation }) => organisation))].join(', '),
    date,
    revision: revisionOf(),
    version: layerVersion(),
    disasters: scenarios.map((name) => {
      const { title, means } = disasterGuides[name];
      return { name, title, means };
    }),
    environments: collected,
    evidence,
    changes,
  };
}

const proofsOf = (
  proofs: ReadonlyMap<string, readonly Proof[]>,
  { name }: Environment,
): readonly Proof[] => proofs.get(name) ?? [];
