import { formatDuration } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';

import { isExpired } from '@resilience/policy/waiver';
import { inputsOf } from '@resilience/recovery/inputs';
import type { Proof } from '@resilience/recovery/prove';
import type { Environment as Reported } from '@resilience/report/model/report';

import { type CommonTerms, judgeEnvironment } from '../check/judge-environment.ts';
import { formatLeftOut } from '@resilience/documents/words/format-left-out';
import { isMeasured } from '@resilience/documents/words/format-verdict';
import { collectCalendar } from './collect-calendar.ts';
import { collectCost } from './collect-cost.ts';
import { collectMeasurements } from './collect-measurements.ts';
import { collectServices } from './collect-services.ts';

/** @param terms by which what is rendered is judged */
export async function collectEnvironment(
  environment: Environment,
  proofs: readonly Proof[],
  terms: CommonTerms,
): Promise<Reported> {
  const { name, aws, storage, evidence, waivers } = environment;
  const { applied, findings } = await judgeEnvironment(environment, terms);
  const inputs = inputsOf(proofs);
  return {
    name,
    region: aws.region,
    drRegion: aws.drRegion,
    replicaOf: storage.kind === 'replica' ? storage.of : undefined,
    services: collectServices(environment, proofs, terms.today),
    leftOut: formatLeftOut(environment),
    evidenceKept: formatDuration(evidence.retention),
    evidenceLock: evidence.objectLock,
    inputs: { all: inputs.length, measured: inputs.filter(isMeasured).length },
    measurements: collectMeasurements(environment),
    calendar: collectCalendar(environment, terms.today),
    cost: collectCost(environment),
    rules: applied,
    findings,
    waivers: waivers.map((waiver) => ({ ...waiver, inForce: !isExpired(waiver, terms.today) })),
  };
}
