import { expect, test } from 'vitest';

import { runScript } from './run-script.ts';
import type { Answer } from './stand-ins.ts';

const justNow = new Date(Date.now() - 30_000).toISOString();
const password = 'a long and secret word';

const answers = {
  location: { status: { phase: 'Available', lastValidationTime: justNow } } as object,
  repositories: { items: [] as object[] },
  right: 0,
  secret: password,
  quota: '50.0',
  /** GiB of each volume, as `aws` tells them of all pages together, which it does in JSON alone. */
  used: '[700, 500]',
  pending: { MetricDataResults: [{ Id: 'pending', Values: [42, 40] }] } as object,
};

function preFlight(
  told: Partial<typeof answers & { broken: Answer }> = {},
  env: Readonly<Record<string, string>> = {},
) {
  const all = { ...answers, ...told };
  return runScript('pre-flight', {
    env: {
      LOCATION: 'default',
      VALIDATED_WITHIN: '600',
      NAMESPACES: '["orders"]',
      RIGHTS: 'create namespaces\ncreate restores.velero.io velero\ncreate pods/exec',
      PASSWORD: password,
      SECRET: 'acme-primary-velero-repository',
      REGION: 'eu-central-1',
      VOLUME_QUOTA: 'L-7A658B76',
      GIBIBYTES: '100',
      SOURCE_BUCKET: 'source',
      BUCKET: 'replica',
      RULE: 'disaster-recovery',
      ADOPTED: '',
      ...env,
    },
    kubectl: [
      ...(told.broken ? [told.broken] : []),
      { asked: 'get backupstoragelocations.velero.io default', output: all.location },
      { asked: 'get backuprepositories.velero.io', output: all.repositories },
      { asked: 'auth can-i create namespaces' },
      { asked: 'auth can-i create restores.velero.io --namespace velero', status: all.right },
      { asked: 'auth can-i create pods --subresource exec' },
    ],
    aws: [
      ...(told.broken ? [told.broken] : []),
      { asked: 'secretsmanager get-secret-value', output: `${all.secret}\n` },
      { asked: 'service-quotas get-service-quota', output: all.quota },
      { asked: 'ec2 describe-volumes', output: all.used },
      { asked: 'cloudwatch get-metric-data', output: all.pending },
    ],
  });
}

test('where nothing is in the way, it says how much the replica lacks', () => {
  const { status, outputs, stderr } = preFlight();
  expect([status, stderr]).toEqual([0, '']);
  expect(outputs['pending-replication']).toBe('42');
});

test('where nothing is replicated, nobody is asked for it', () => {
  const { outputs, calls } = preFlight({}, { RULE: '' });
  expect(outputs['pending-replication']).toBe('0');
  expect(calls.filter((call) => call.includes('cloudwatch'))).toEqual([]);
});

test('a lag that nobody has counted is unknown, and no zero', () => {
  const { status, outputs } = preFlight({ pending: { MetricDataResults: [{ Values: [] }] } });
  expect([status, outputs['pending-replication']]).toEqual([0, 'unknown']);
});

const longAgo = new Date(Date.now() - 3_600_000).toISOString();
test.each([
  [
    'is not available',
    { location: { status: { phase: 'Unavailable', lastValidationTime: justNow } } },
  ],
  [
    'is not available',
    { location: { status: { phase: 'Available', lastValidationTime: longAgo } } },
  ],
  ['is not available', { location: { status: { phase: 'Available' } } }],
  [
    'repositories are not ready: orders-default-kopia-x',
    {
      repositories: {
        items: [
          {
            metadata: { name: 'orders-default-kopia-x' },
            spec: { volumeNamespace: 'orders' },
            status: { phase: 'NotReady' },
          },
        ],
      },
    },
  ],
  ['not allowed: create restores.velero.io in velero', { right: 1 }],
  ['the password of the repositories is not that of', { secret: 'another word' }],
  ['volumes of 100 GiB do not fit', { used: '[51000, 150]' }],
])('it says that %s', (message, told) => {
  const { status, stderr } = preFlight(told);
  expect(status).toBe(1);
  expect(stderr).toContain(message);
});

test.each([
  'get backupstoragelocations.velero.io',
  'get backuprepositories.velero.io',
  'secretsmanager get-secret-value',
  'service-quotas get-service-quota',
  'ec2 describe-volumes',
  'cloudwatch get-metric-data',
])('where nobody answers %s, it fails', (asked) => {
  expect(preFlight({ broken: { asked, status: 1 } }).status).not.toBe(0);
});

test('everything that is in the way is told at once', () => {
  const { stderr } = preFlight({ right: 1, secret: 'another word', used: '[51000, 200]' });
  expect(stderr).toContain('3 faults are in the way');
});

test("a password that is in Velero's source code is refused, though AWS has the same", () => {
  const published = 'static-passw0rd';
  const { status, stderr } = preFlight({ secret: published }, { PASSWORD: published });
  expect(status).toBe(1);
  expect(stderr).toContain("the password that Velero's source code holds");
});

test('where a bucket was adopted, its public password is said, and refuses nothing', () => {
  const published = 'static-passw0rd';
  const { status, stdout, stderr } = preFlight(
    { secret: published },
    { PASSWORD: published, ADOPTED: 'old-velero-bucket' },
  );
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain("Velero's source code holds, as they had when old-velero-bucket was");
});

test('an adopted bucket does not excuse a password that is not that of the secret', () => {
  const { status, stderr } = preFlight(
    { secret: 'another word' },
    { ADOPTED: 'old-velero-bucket' },
  );
  expect([status, stderr]).toEqual([1, expect.stringContaining('is not that of')]);
});

test('a password is never said, nor given to a program', () => {
  const { stdout, stderr, calls, outputs } = preFlight({ secret: 'another word' });
  const said = [stdout, stderr, ...calls, ...Object.values(outputs)].join('\n');
  expect(said).not.toContain(password);
  expect(said).not.toContain('another word');
});
