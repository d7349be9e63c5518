import { days, hours, minutes, usd } from '@resilience/config';
import type { CompleteInput } from '@resilience/config/declaration';
import { objective } from '@resilience/config/fixtures/objectives';
import type { Environment } from '@resilience/config/environment';
import { primaryEnvironment } from '@resilience/config/fixtures';
import { price, unpricedRegions } from '@resilience/cost/price';
import { prove } from '@resilience/recovery/prove';
import { disasterGuides } from '@resilience/workflows/disaster-guides';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { recoveryReport } from '../src/recovery-report/recovery-report.ts';

type Edit = (declaration: CompleteInput) => void;

const reportOf = (environment: Environment): string =>
  recoveryReport({
    environment,
    proofs: prove(environment),
    bill: unpricedRegions(environment).length === 0 ? price(environment) : undefined,
  }).content;

const report = (edit?: Edit): string => reportOf(primaryEnvironment(edit));

const shop = ({ services }: CompleteInput) => {
  if (!services['shop']) throw new Error('no shop');
  return services['shop'];
};

const section = (content: string, title: string): string =>
  content.split(`# ${title}\n`)[1]?.split('\n#')[0] ?? '';

const waive: Edit = (declaration) => {
  declaration.waivers = [
    {
      rule: 'recovery/rpo',
      subject: 'shop/key-loss',
      reason: 'The ledger has all of it.',
      owner: 'sales',
      expires: '2030-01-01',
    },
  ];
};

const strictKeyLoss: Edit = (declaration) => {
  objective(declaration, 'key-loss').rpo = minutes(95 - 1);
};

test.each<[string, Edit[], string]>([
  [
    'all hold',
    [],
    '**18 of 18 objectives hold**: 1 service in 9 disasters, each with an RPO and an RTO.\n',
  ],
  [
    'one does not',
    [strictKeyLoss],
    '**17 of 18 objectives hold**: 1 service in 9 disasters, each with an RPO and an RTO. 1 does not, and none is waived.\n',
  ],
  ['it is waived', [strictKeyLoss, waive], ' 1 does not, and it is waived.\n'],
  [
    'one of two is waived',
    [
      strictKeyLoss,
      waive,
      (declaration) => (objective(declaration, 'bucket-loss').rpo = minutes(1)),
    ],
    '**16 of 18 objectives hold**: 1 service in 9 disasters, each with an RPO and an RTO. 2 do not, of which 1 is waived.\n',
  ],
])('the summary begins with how many objectives hold: %s', (_, edits, expected) => {
  const text = section(
    report((declaration) => edits.forEach((edit) => edit(declaration))),
    'Summary',
  );
  expect(text.split('- ')[1]).toContain(expected);
});

test('it says what is never recovered, and in how many rows', () => {
  expect(section(report(), 'Summary')).toContain(
    '**Never recovered**: no backup holds `cache` of shop. In 8 rows below the RPO holds only for the rest of the service.',
  );
  const whole = report((declaration) => delete shop(declaration).volumes['cache']);
  expect(section(whole, 'Summary')).not.toContain('Never recovered');
  expect(section(whole, 'What is never recovered')).toContain(
    'Nothing: every volume is in a backup',
  );
});

const nowhere: Edit = ({ storage }) => {
  if (storage.kind === 'bucket') storage.replication = { to: 'nowhere', reason: 'A rehearsal.' };
};

test('what is never recovered stands with its disasters and its declared reason', () => {
  expect(section(report(), 'What is never recovered')).toContain(
    '| shop | volume cache (content cache) | all but pod-failure | No backup holds it: The cache fills itself again. |',
  );
  const gone = section(report(nowhere), 'What is never recovered');
  expect(gone).toContain(
    '| shop | its objects, data, files | region-failure, bucket-loss, key-loss, malicious-deletion | No copy is left. No reason is declared: a breach. |',
  );
  const skipped = section(
    report((declaration) => {
      const { data } = shop(declaration).volumes;
      if (data) data.backup = { method: 'skip', reason: 'It is made\nagain | from the ledger.' };
      waive(declaration);
    }),
    'What is never recovered',
  );
  expect(skipped).toContain(
    '| key-loss | No backup holds it: It is made again \\| from the ledger. Waived: The ledger has all of it. |',
  );
});

/** Enough runs to do without the assumption. */
const measuredPodStart = (runs: number): Environment => {
  const environment = primaryEnvironment();
  const evidence: [string] = ['s3://acme-primary-evidence-eu-west-1/drills/1.json'];
  const steps = { 'pod-start': { runs, expected: 20, worst: 30, newest: '2026-11-02', evidence } };
  return { ...environment, measurements: { ...environment.measurements, steps } };
};

test('each time says whether it is assumed or measured', () => {
  const rows = (content: string) => section(content, 'Every service in every disaster');
  const assumed = report();
  expect(section(assumed, 'Summary')).toMatch(
    /\*\*(\d+) of \1 times and rates are assumed\*\*, none is measured by drills\./,
  );
  expect(rows(assumed)).not.toContain('measured');
  for (const runs of [4, 5]) {
    const content = reportOf(measuredPodStart(runs));
    const isMeasured = runs === 5;
    expect(content.includes('1 is measured by drills: `recovery.steps.pod-start`')).toBe(
      isMeasured,
    );
    expect(rows(content).includes('(measured: pod-start; the rest assumed)')).toBe(isMeasured);
    expect(rows(content).includes('holds for the rest, with times measured in part')).toBe(
      isMeasured,
    );
  }
});

test('what is neither assumed nor measured is named', () => {
  const text = report(({ recovery }) => delete recovery.steps['cluster-build']);
  expect(section(text, 'Summary')).toContain(
    'Neither assumed nor measured: `recovery.steps.cluster-build`.',
  );
});

const budget =
  (amount: number): Edit =>
  ({ storage }) => {
    if (storage.kind === 'bucket') storage.monthlyBudget = usd(amount);
  };

test('the cost stands against the budget', () => {
  expect(section(report(budget(100)), 'Summary')).toMatch(
    /\*\*Backups cost \d+\.\d\d US dollars in the first month\*\*, \d+\.\d\d in month 24, .*: the budget of 100\.00 a month holds\./,
  );
  expect(section(report(budget(1)), 'Summary')).toContain(
    'the budget of 1.00 a month is exceeded from month 1 on.',
  );
  const unpriced = primaryEnvironment();
  const aws = { ...unpriced.aws, region: 'eu-north-1' };
  expect(section(reportOf({ ...unpriced, aws }), 'Summary')).toContain(
    '**The cost is not known**: no prices of eu-north-1 are. Whether the budget of 100.00 a month holds is not known, either.',
  );
});

const margins = (edit?: Edit): string[] =>
  section(report(edit), 'The tightest margins')
    .split('\n')
    .filter((row) => /^\| R[PT]O /.test(row));

test('the tightest margins come first, three of each objective, alike in one row', () => {
  const rows = margins((declaration) => {
    objective(declaration, 'late-discovery').rpo = hours(1);
    objective(declaration, 'key-loss').rto = days(2);
  });
  expect(rows.filter((row) => row.startsWith('| RPO'))).toEqual([
    '| RPO | late-discovery | shop | 1 h | 1 h 20 min | none: 20 min too much |',
    '| RPO | region-failure, bucket-loss, key-loss, malicious-deletion | shop | 1 d | 1 h 35 min | 22 h 25 min (93 %) |',
    '| RPO | volume-corruption, namespace-deletion, cluster-corruption | shop | 1 d | 1 h 20 min | 22 h 40 min (94 %) |',
  ]);
  expect(rows.filter((row) => row.startsWith('| RTO'))).toHaveLength(3);
  expect(rows.find((row) => row.startsWith('| RTO'))).toBe(
    '| RTO | pod-failure | shop | 1 min | 1 min | 0 s (0 %) |',
  );
});

test('every disaster is explained to readers who are no engineers', () => {
  const table = section(report(), 'What the disasters mean');
  for (const [scenario, { title, means }] of some(Object.entries(disasterGuides))) {
    expect(table).toContain(`| ${title} | ${scenario} | ${means} |`);
    expect(means.match(/[.](?= |$)/g)?.length).toBeLessThanOrEqual(2);
    expect(means).not.toMatch(/\b(pod|namespace|cluster|bucket|S3|EBS|KMS|EKS|PVC)\b/i);
  }
});

test('an environment without services has nothing to report', () => {
  const content = recoveryReport({
    environment: primaryEnvironment(),
    proofs: [],
    bill: undefined,
  }).content;
  expect(content).toContain('No services are declared here.');
  expect(content).not.toContain('Summary');
});
