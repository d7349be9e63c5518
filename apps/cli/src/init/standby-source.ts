import { days, hours } from '@resilience/config';

import type { Answers } from './answers.ts';
import { identityOf } from './environment-source.ts';
import { partitionOf } from './partition-of.ts';
import { sourceOf } from './source-of.ts';
import { velero } from './usual-velero.ts';

/** What its source was declared by, and the name of the environment itself. */
type Standby = Answers & {
  readonly standby: string;
  /** The service that its drill restores. */
  readonly drilled: string;
};

/** `environments/<env>/config.ts` of the cluster that waits in the DR region. */
export const standbySource = ({ standby, drilled, ...answers }: Standby): string =>
  sourceOf({
    imports: ['', "import { organisation } from '../organisation.ts';"],
    body: (print) => `
/** The cluster that waits in the DR region of ${answers.environment}; it restores what is replicated there. */
export default defineEnvironment({
  ...organisation,
  name: ${print(standby)},
  aws: ${print({
    account: answers.account,
    partition: partitionOf(answers.region),
    region: answers.drRegion,
    drRegion: answers.region,
  })},
  cluster: ${print({
    name: answers.drCluster,
    identity: identityOf(answers.drIdentity ?? 'pod-identity'),
  })},
  velero: ${print(velero)},
  storage: ${print({ kind: 'replica', of: answers.environment, accessMode: 'ReadOnly' })},
  evidence: ${print({ objectLock: 'governance', retention: days(730) })},
  schedules: {},
  services: {},
  changes: ${print({ retention: days(14), applications: {} })},
  restores: ${print({
    objects: 'changed',
    storageClass: 'gp3',
    ingressClass: 'nginx',
    ingressHosts: [],
    workloads: 'running',
  })},
  drills: ${print(drillsOf(drilled))},
  ${answers.prices ? `prices: ${print(answers.prices)},` : ''}
  waivers: [],
});
`,
  });

const drillsOf = (service: string) => ({
  validation: {
    kind: 'validation',
    cron: '0 7 * * 1',
    durationBudget: hours(1),
    services: [service],
  },
  'region-failover': {
    kind: 'region-failover',
    cron: '0 8 4 11 *',
    durationBudget: hours(8),
    approval: { by: 'person', within: hours(6) },
  },
});
