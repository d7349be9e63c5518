import { days, hours, minutes } from '@resilience/config';
import type { CompleteInput } from '@resilience/config/declaration';
import { formatDuration } from '@resilience/config/duration';
import type { Scenario } from '@resilience/config/scenario';
import { type Proof, prove } from '@resilience/recovery/prove';
import { expect, test } from 'vitest';

import { editedProduction } from './production.ts';

/**
 * The schedules and the table that the requirements name: daily snapshots, weekly and monthly copies of
 * files, 24 hours to lose, and at most 1, 10, 5, 30 and 60 minutes to be back. docs/adr/0009 says what
 * was made of it.
 */
const asRequired = (declaration: CompleteInput): void => {
  const { daily, weekly, monthly } = declaration.schedules;
  if (!daily || !weekly || !monthly) throw new Error('no such schedules');
  declaration.schedules = { daily, weekly, monthly };
  const { orders } = declaration.services;
  if (!orders) throw new Error('no such service');
  orders.objectives = {
    ...orders.objectives,
    'volume-corruption': { rpo: hours(24), rto: minutes(10) },
    'namespace-deletion': { rpo: hours(24), rto: minutes(5) },
    'cluster-corruption': { rpo: hours(24), rto: minutes(30) },
    'region-failure': { rpo: hours(24), rto: minutes(60) },
  };
};

const proofOf = (scenario: Scenario, edit: (declaration: CompleteInput) => void): Proof => {
  const proofs = prove(editedProduction(edit));
  const found = proofs.find((proof) => proof.service === 'orders' && proof.scenario === scenario);
  if (!found) throw new Error('no such proof');
  return found;
};

/** What is lost and how long it takes, what is longest, and which schedule comes nearest. */
const summary = ({ rpo, rto, time, plan, verdict }: Proof) => ({
  verdict,
  loses: rpo.worst && formatDuration(rpo.worst),
  back: rto.worst && formatDuration(rto.worst),
  longest: time?.terms.toSorted((a, b) => b.worst - a.worst).at(0)?.name,
  restoredFrom: plan.map(({ schedule }) => schedule),
});

test.each([
  [
    'pod-failure',
    // Kubernetes does this without a backup.
    { verdict: 'proved', loses: '0 s', back: '1 min', longest: 'pod-start', restoredFrom: [] },
  ],
  [
    'volume-corruption',
    // A day between two snapshots, and an hour to make one; 100 GiB are initialised at 100 MiB/s.
    {
      verdict: 'breached',
      loses: '1 d 1 h',
      back: '34 min 29 s',
      longest: 'snapshot-initialisation',
      restoredFrom: ['daily'],
    },
  ],
  [
    'namespace-deletion',
    // Five minutes are gone before anybody is paged.
    {
      verdict: 'breached',
      loses: '1 d 1 h',
      back: '34 min 29 s',
      longest: 'snapshot-initialisation',
      restoredFrom: ['daily'],
    },
  ],
  [
    'cluster-corruption',
    // A new control plane takes longer than a quarter of an hour.
    {
      verdict: 'breached',
      loses: '1 d 1 h',
      back: '1 h 20 min 14 s',
      longest: 'cluster-build',
      restoredFrom: ['daily'],
    },
  ],
  [
    'region-failure',
    // Daily snapshots stay in the region that is lost: only the copies of Sunday are elsewhere.
    {
      verdict: 'breached',
      loses: '7 d 4 h 15 min',
      back: '1 h 15 min 14 s',
      longest: 'file-level-download',
      restoredFrom: ['weekly'],
    },
  ],
] as const)('a daily snapshot alone, after a %s', (scenario, expected) => {
  expect(summary(proofOf(scenario, asRequired))).toEqual(expected);
});

/** What the table means: backups that are never a day old, and the time that the restore itself takes. */
const asMeant = (declaration: CompleteInput): void => {
  asRequired(declaration);
  const { daily, weekly } = declaration.schedules;
  Object.assign(daily ?? {}, { cron: '0 2,14 * * *' });
  Object.assign(weekly ?? {}, { cron: '0 3,15 * * *', retention: days(30) });
  for (const scenario of ['namespace-deletion', 'region-failure'] as const) {
    declaration.recovery.detection[scenario] = { expected: minutes(0), atMost: minutes(0) };
    declaration.recovery.decision[scenario] = { expected: minutes(0), atMost: minutes(0) };
  }
};

test('twice a day holds the 24 hours, also in the other region', () => {
  expect(summary(proofOf('volume-corruption', asMeant)).loses).toBe('13 h');
  expect(proofOf('region-failure', asMeant)).toMatchObject({ verdict: 'proved' });
});

const back = (edit: (declaration: CompleteInput) => void): string | undefined =>
  summary(proofOf('namespace-deletion', edit)).back;

test('five minutes for a namespace are held by what has no volumes', () => {
  expect(back(asMeant)).toBe('24 min 29 s');
  const withoutVolumes = (declaration: CompleteInput): void => {
    asMeant(declaration);
    const { orders } = declaration.services;
    if (orders) Object.assign(orders, { volumes: {}, verification: orders.verification.slice(-1) });
  };
  expect(back(withoutVolumes)).toBe('3 min 25 s');
});
