import type { CompleteInput } from '@resilience/config/declaration';
import type { Environment } from '@resilience/config/environment';
import { primaryEnvironment } from '@resilience/config/fixtures';
import { prove } from '@resilience/recovery/prove';
import { expect, test } from 'vitest';

import { recoveryReport } from '../src/recovery-report/recovery-report.ts';

const reason = 'Sessions;\nrebuilt from the database on start.';

const reportOf = (edit?: (declaration: CompleteInput) => void): string => {
  const environment: Environment = primaryEnvironment(edit);
  return recoveryReport({ environment, proofs: prove(environment), bill: undefined }).content;
};

const leaveOut = (declaration: CompleteInput): void => {
  Object.assign(declaration.services, { redis: { notBackedUp: reason } });
  declaration.leftOut = [
    { namespaces: 'preview-*', reason },
    { namespaces: 'scratch', reason },
    { volumes: { storageClass: 'local-path' }, reason },
    { volumes: { claimLabels: { a: '1', b: '2' } }, reason },
  ];
};

const why = 'Left out of every backup: Sessions; rebuilt from the database on start.';

test.each([
  `| redis | the namespace redis | all but pod-failure | ${why} |`,
  `|  | namespaces like preview-* | all but pod-failure | ${why} |`,
  `|  | the namespace scratch | all but pod-failure | ${why} |`,
  `|  | volumes of the storage class local-path | all but pod-failure | ${why} |`,
  `|  | volumes with the labels a=1,b=2 | all but pod-failure | ${why} |`,
])('the report says what is never recovered: %s', (row) => {
  expect(reportOf(leaveOut)).toContain(row);
  expect(reportOf()).not.toContain(row);
});

test('the summary names it, too', () => {
  expect(reportOf(leaveOut)).toContain(
    'no backup holds `cache` of shop, the namespace redis, namespaces like preview-*, the namespace scratch, volumes of',
  );
});

test('what is not backed up has no objective that could hold or not', () => {
  expect(reportOf(leaveOut)).toContain('**18 of 18 objectives hold**: 1 service');
});

test('an amount that a service does not declare is said to be assumed', () => {
  const text = reportOf(({ services: { shop } }) => {
    if (!shop) throw new Error('no shop');
    Object.assign(shop, { objects: undefined });
  });
  expect(text).toContain(
    '**1 amount of services is assumed**, as nobody declares it: `services.shop.objects`.',
  );
  expect(reportOf()).not.toContain('nobody declares');
});
