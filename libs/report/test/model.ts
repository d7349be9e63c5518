import type { Measured } from '../src/model/evidence.ts';
import type { Environment, Report } from '../src/model/report.ts';
import type { Outcome, Proved } from '../src/model/service.ts';

/** A proof that holds, with what a test changes of it. */
export const proved = (changes: Partial<Proved> = {}): Proved => ({
  scenario: 'region-failure',
  verdict: 'proved',
  words: 'holds, with assumed times',
  waivedBy: undefined,
  rpo: { declared: 43_200, worst: 18_000, expected: 9_000, holds: true },
  rto: { declared: 3_600, worst: 2_400.2, expected: 1_200, holds: true },
  loses: '5 h',
  neverRecovered: [],
  restoredFrom: ['daily'],
  candidates: [
    {
      schedule: 'daily',
      gap: 14_400,
      skipped: 0,
      duration: 2_700,
      lag: 900,
      total: 18_000,
      kept: 604_800,
      needed: 18_000,
      location: 'acme-backups in eu-west-1',
    },
  ],
  excluded: [{ schedule: 'weekly', why: 'does not cover the service' }],
  terms: [
    {
      name: 'file-level-download',
      worst: 2_400.2,
      expected: 1_200,
      amount: '100 GiB',
      source: 'assumed',
      path: 'recovery.rates.file-level-download',
    },
  ],
  missing: [],
  ...changes,
});

const measured: Measured = { measured: 120, declared: 3_600, proved: 2_401, over: 'nothing' };

const environment = (name: string, outcomes: readonly Outcome[]): Environment => ({
  name,
  region: 'eu-west-1',
  drRegion: 'eu-central-1',
  replicaOf: undefined,
  services: [
    { name: 'orders', namespace: 'orders', owner: 'checkout', tier: 'critical', outcomes },
  ],
  leftOut: [{ what: 'the namespace redis', service: '', reason: 'A cache.' }],
  inputs: { all: 10, measured: 2 },
  evidenceKept: '730 d',
  evidenceLock: 'compliance',
  measurements: [
    {
      name: 'recovery.steps.pod-start',
      runs: 5,
      expected: '20 s',
      worst: '30 s',
      newest: '2026-11-02',
      evidence: ['s3://acme/drills/1.json'],
    },
  ],
  calendar: {
    picture: { title: `A week of ${name}`, svg: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
    schedules: [recurring('daily', [120, 840])],
    drills: [
      recurring(
        'validation',
        Array.from({ length: 24 }, (_, hour) => hour * 60),
      ),
    ],
  },
  cost: {
    bill: {
      parts: [{ name: 'replica', of: 'copies', months: Array.from({ length: 24 }, () => 10) }],
      total: Array.from({ length: 24 }, () => 10),
    },
    unpriced: [],
    budget: 400,
    overBudgetIn: undefined,
    pricedOn: '2026-11-01',
    picture: { title: `Cost of ${name}`, svg: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
  },
  rules: 90,
  findings: [
    {
      rule: 'retention/kept',
      severity: 'error',
      subject: 'Schedule/daily',
      message: 'is kept too short',
      expected: '30 d',
      received: '7 d',
      why: 'The law.',
      file: 'environments/a/rendered/x.yaml',
      line: 12,
      waivedBy: 'sales',
      stops: false,
    },
  ],
  waivers: [
    {
      rule: 'retention/kept',
      subject: 'Schedule/daily',
      reason: 'Until the summer.',
      owner: 'sales',
      expires: '2027-06-30',
      inForce: true,
    },
  ],
});

const recurring = (name: string, minutesOfDay: readonly number[]) => ({
  name,
  cron: '0 2 * * *',
  minutesOfDay,
  next: '2026-11-30 02:00',
  atMost: 3_600,
  of: 'the whole cluster',
  kept: '30 d',
});

/** Two environments with a service each, and everything that a page can show. */
export const reportOf = (outcomes: readonly Outcome[] = [proved()]): Report => ({
  organisation: 'acme',
  date: '2026-11-29',
  revision: { commit: 'f00d', changed: false },
  version: '0.2.0',
  disasters: [
    { name: 'region-failure', title: 'Region failure', means: 'A region is down.' },
    { name: 'key-loss', title: 'Key loss', means: 'The keys are gone.' },
  ],
  environments: [environment('production', outcomes), environment('staging', outcomes)],
  evidence: {
    given: true,
    runs: [
      {
        address: 's3://acme/drills/validation/1.json',
        environment: 'production',
        drill: 'validation',
        workflow: 'drill-validation-1',
        startedAt: '2026-11-01T07:00:00Z',
        seconds: 600,
        budgetSeconds: 3_600,
        outcome: 'succeeded',
        failedStep: undefined,
        leftBehind: [],
        layerRevision: 'beef',
        services: [
          {
            environment: 'production',
            service: 'orders',
            scenario: 'region-failure',
            backup: 'daily-1',
            checks: [
              { check: 'http', subject: 'api', verified: true, detail: '200', seconds: 1 },
              { check: 'row-count', subject: 'orders', verified: false, detail: '', seconds: 2 },
            ],
            rto: measured,
            rpo: { ...measured, measured: undefined, over: 'the objective' },
          },
          {
            environment: 'gone',
            service: 'orders',
            scenario: 'region-failure',
            backup: undefined,
            checks: [],
            rto: { ...measured, declared: undefined },
            rpo: measured,
          },
        ],
      },
    ],
    untrusted: [{ file: 'a.json', message: 'is no report', expected: 'one', received: 'none' }],
  },
  changes: {
    since: 'v1',
    weaker: [{ of: ['production'], text: 'Backups are kept 7 d.', places: ['config.ts:9 x'] }],
    environments: [
      {
        name: 'production',
        change: 'changed',
        sections: [{ title: 'Recovery', lines: ['orders: RPO 1 h → 2 h'] }],
      },
    ],
    notices: ['policy.ts cannot be read'],
    commits: [{ commit: 'cafe', date: '2026-11-02', subject: 'keep longer' }],
    files: [{ path: 'environments/production/config.ts', change: 'changed', kind: 'declared' }],
  },
});
