import { formatDuration } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';
import { type Scenario, scenarios } from '@resilience/config/scenario';
import { inputsOfLoss, inputsOfTime } from '@resilience/recovery/inputs';
import { holds, type Proof } from '@resilience/recovery/prove';
import { type Unprotected, unprotected } from '@resilience/recovery/unprotected';
import { isExcused } from '@resilience/recovery/waived';
import { markdownTable } from '@resilience/render/markdown-file';

import { formatLosses } from '../words/format-losses.ts';
import { formatKind, formatVerdict } from '../words/format-verdict.ts';
import type { Reported } from './recovery-report-subject.ts';

export const everyRow = ({ environment, proofs }: Pick<Reported, 'environment' | 'proofs'>) =>
  markdownTable([
    [
      'Service',
      'Disaster',
      'May lose (RPO)',
      'Loses at worst',
      'Back within (RTO)',
      'Back at worst',
      'As expected',
      'Restored from',
      'Verdict',
    ],
    ...rows(environment, proofs),
  ]);

/** In the order of the services, and of the disasters that each is proved or given up in. */
const rows = (environment: Environment, proofs: readonly Proof[]): string[][] => {
  const given = unprotected(environment);
  return Object.keys(environment.services).flatMap((service) =>
    scenarios.flatMap((scenario) => {
      const isIt = (one: Proof | Unprotected): boolean =>
        one.service === service && one.scenario === scenario;
      return [
        ...proofs
          .filter(isIt)
          .map((proof) => row(proof, !holds(proof) && isExcused(environment, proof))),
        ...given.filter(isIt).map(() => givenUp(service, scenario)),
      ];
    }),
  );
};

const givenUp = (service: string, scenario: Scenario): string[] => [
  service,
  scenario,
  'all',
  'all of it',
  'no time',
  'never',
  '',
  '',
  'unprotected: an accepted loss',
];

function row(proof: Proof, isWaived: boolean): string[] {
  const { service, scenario, rpo, rto, plan } = proof;
  const kind = formatKind(inputsOfTime(proof));
  // Where nothing is restored, nothing is lost, and no time is known from anywhere.
  const ofLoss = plan.length > 0 ? ` ${formatKind(inputsOfLoss(proof))}` : '';
  return [
    service,
    scenario,
    formatDuration(rpo.declared),
    formatLosses(proof, ofLoss),
    formatDuration(rto.declared),
    rto.worst ? `${formatDuration(rto.worst)} ${kind}` : 'unknown',
    rto.expected ? `${formatDuration(rto.expected)} ${kind}` : '',
    plan.map(({ schedule }) => schedule).join(', '),
    isWaived ? `${formatVerdict(proof)}, waived` : formatVerdict(proof),
  ];
}
