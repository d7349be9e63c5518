import { days, hours, minutes, usd } from '@resilience/config';

import { tiers } from '@resilience/config/tiers';

import type { Answers } from './answers.ts';
import { notesSource } from './from-audit/notes-source.ts';
import { givenUp } from './given-up.ts';
import { partitionOf } from './partition-of.ts';
import { hasDr } from './policy-source.ts';
import type { Parts } from './parts.ts';
import { sourceOf } from './source-of.ts';

/** `environments/<env>/config.ts` of the first environment. */
export const environmentSource = (answers: Answers, parts: Parts): string =>
  sourceOf({
    imports: ['', "import { organisation } from '../organisation.ts';"],
    body: (print) => `
${givenUpSource(answers, print)}${notesSource(parts.notes)}export default defineEnvironment({
  ...organisation,
  name: ${print(answers.environment)},
  aws: ${print(awsOf(answers))},
  cluster: ${print({ name: answers.cluster, identity: identityOf(answers.identity) })},
  velero: ${print(parts.velero)},
  storage: {
    kind: 'bucket',
    ${parts.adopts === undefined ? '' : `adopts: ${print(parts.adopts)},`}
    ${parts.prefix === undefined ? '' : `prefix: ${print(parts.prefix)},`}
    encryption: ${print(encryption)},
    lifecycle: ${print({ ...lifecycle, expireAfter: parts.expireAfter })},
    objectLock: ${print(objectLock)},
    accessLogs: ${print({ retention: days(365) })},
    replication: ${print(replicationOf(answers))},
    archive: ${print({ to: 'nowhere', reason: 'Backups of a year are what is asked for.' })},
    breakGlass: ${print({ principals: answers.breakGlass })},
    monthlyBudget: ${print(usd(answers.monthlyBudget))},
  },
  evidence: ${print({ objectLock: 'governance', retention: days(730) })},
  schedules: ${print(parts.schedules)},
  ${tiersSource(answers)}
  services: ${print(parts.services)},
  ${parts.leftOut.length > 0 ? `leftOut: ${print(parts.leftOut)},` : ''}
  changes: ${print({ retention: days(14), applications: {} })},
  restores: ${print({ objects: 'as-they-were' })},
  drills: ${print({
    validation: {
      kind: 'validation',
      cron: '0 6 * * 1',
      durationBudget: hours(1),
      services: [parts.drilled],
    },
  })},
  ${answers.prices ? `prices: ${print(answers.prices)},` : ''}
  waivers: ${print(parts.waivers)},
});
`,
  });

/** Why nothing is kept that survives some disasters, where it is so. */
const givenUpSource = (answers: Answers, print: (value: unknown) => string): string =>
  isGivenUp(answers)
    ? `/** Accepted until a cluster in another region reads a replica: shorten it then, and policy.ts, too. */
const givenUp = ${print(givenUp(answers))};

`
    : '';

const tiersSource = (answers: Answers): string =>
  isGivenUp(answers)
    ? `tiers: {
${tiers.map((tier) => `${tier}: { ...organisation.tiers.${tier}, objectives: { ...organisation.tiers.${tier}.objectives, ...givenUp } },`).join('\n')}
},`
    : '';

const isGivenUp = (answers: Answers): boolean => Object.keys(givenUp(answers)).length > 0;

const awsOf = ({ account, region, drRegion }: Answers) => ({
  account,
  partition: partitionOf(region),
  region,
  ...(drRegion === 'none' ? {} : { drRegion }),
});

export const identityOf = (identity: string) =>
  identity === 'pod-identity' ? { kind: identity } : { kind: 'irsa', oidcIssuer: identity };

const encryption = {
  keyRotation: days(365),
  keyDeletionWindow: days(30),
  newVolumes: { encrypted: 'by-default' },
};

const lifecycle = {
  infrequentAccessAfter: days(30),
  glacierInstantRetrievalAfter: days(90),
  expireNoncurrentAfter: days(30),
  abortIncompleteUploadsAfter: days(7),
};

const objectLock = {
  mode: 'off',
  reason: 'Versioning protects the copies until the organisation asks for write-once storage.',
};

const replicationOf = (answers: Answers) =>
  hasDr(answers)
    ? {
        to: 'dr-region',
        maximumLag: minutes(15),
        readBy: answers.drCluster === 'none' ? [] : [standbyName(answers)],
      }
    : { to: 'nowhere', reason: 'There is no second region.' };

/** The environment of the cluster that waits in the DR region. */
export const standbyName = ({ environment }: Answers): string =>
  environment === 'dr' ? 'dr-standby' : 'dr';
