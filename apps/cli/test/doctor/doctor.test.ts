import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { some } from '@resilience/vitest/some';
import type { Answer } from '@resilience/workflows/stand-ins';
import { expect, onTestFinished, test } from 'vitest';

import type { Diagnosis } from '../../src/doctor/diagnosis.ts';
import { healthy, healthyAccount, healthyMachine, undefinedKind } from './healthy.ts';
import { argoServer } from '../argo-server.ts';
import { callsIn, quickStandIn } from '../quick-stand-in.ts';
import { resultOf } from '../result-of.ts';
import { run } from '../run.ts';

interface Machine {
  readonly kubectl?: readonly Answer[];
  readonly aws?: readonly Answer[];
  readonly programs?: Readonly<Record<string, string>>;
}

const client: Answer = {
  asked: 'version --client',
  output: { clientVersion: { major: '1', minor: '34', gitVersion: 'v1.34.1' } },
};

/** Runs the doctor on a machine that has these programs, and no other. */
async function doctor(machine: Machine, words: readonly string[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'resilience-doctor-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { kubectl, aws, programs = healthyMachine } = machine;
  if (kubectl) quickStandIn(folder, 'kubectl', [client, ...kubectl]);
  if (aws) quickStandIn(folder, 'aws', aws);
  for (const [name, output] of Object.entries(programs)) {
    quickStandIn(folder, name, [{ asked: '', output }]);
  }
  const { url: ARGO_SERVER } = await argoServer([]);
  const env = { PATH: join(folder, 'bin'), ARGO_SERVER };
  const ran = await run(['doctor', '--env', 'staging', ...words], env);
  return { ...ran, calls: callsIn(folder) };
}

const well = async (): Promise<Machine> => ({ kubectl: await healthy(), aws: healthyAccount });

/** Verbs of kubectl, and calls of other programs, that change nothing: a review is answered, and not kept. */
const reading =
  /^(kubectl (get|version|config view|config current-context) |(git|jq|aws) --version$|(terraform|velero|argo) version|aws (sts get-caller-identity|s3api get-bucket-versioning) )/;

test('where all is well, the doctor says so, and has only read', async () => {
  const { status, stdout, calls } = await doctor(await well());
  expect(stdout).toMatch(/^staging: 0 wrong, \d+ ok$/m);
  expect(status).toBe(0);
  expect(some(calls).filter((call) => !reading.test(call))).toEqual([
    expect.stringMatching(/^kubectl create --filename - --output jsonpath=\{\.status\.allowed\}/),
  ]);
});

test('what is wrong stands first in its group, with what to do', async () => {
  const missing = {
    asked: 'get storageclasses.storage.k8s.io',
    error: 'Error from server (NotFound): gone\n',
    status: 1,
  };
  const { kubectl = [], aws = [] } = await well();
  const { status, stdout } = await doctor({ kubectl: [missing, ...kubectl], aws });
  expect(status).toBe(1);
  expect(stdout).toMatch(
    /^cluster\n {2}wrong +StorageClass gp3: is not there\n +fix: make it, or correct restores\.storageClass/m,
  );
  expect(stdout).toMatch(/^staging: 1 wrong, \d+ ok$/m);
});

const groupsOf = (stdout: string): Diagnosis['groups'] => resultOf(stdout).groups;
const notOk = (stdout: string) =>
  groupsOf(stdout).flatMap(({ checks }) => checks.filter(({ state }) => state !== 'ok'));

test('a cluster that does not answer is one cause', async () => {
  const error = 'Unable to connect to the server: dial tcp 10.0.0.1:443: connection refused\n';
  const { aws = [] } = await well();
  const { status, stdout } = await doctor({ kubectl: [{ asked: '', error, status: 1 }], aws }, [
    '--json',
  ]);
  expect(status).toBe(1);
  expect(notOk(stdout)).toEqual([
    expect.objectContaining({
      state: 'unknown',
      found: expect.stringContaining('refused') as unknown,
    }),
  ]);
  expect(groupsOf(stdout).find(({ group }) => group === 'Velero')).toMatchObject({
    checks: [],
    notMade: expect.arrayContaining(['location', 'drift']) as unknown,
  });
});

test('a program that is not installed is one cause', async () => {
  const { stdout, status } = await doctor({}, ['--json']);
  expect(status).toBe(1);
  expect(notOk(stdout).map(({ subject, found }) => [subject, found])).toEqual([
    ['kubectl', 'is not installed'],
    ['aws', 'is not installed'],
  ]);
  expect(groupsOf(stdout).map(({ notMade }) => notMade.length > 0)).toEqual([
    false,
    true,
    true,
    true,
  ]);
});

test('a Velero that is not there yet is one cause', async () => {
  const { kubectl = [], aws = [] } = await well();
  const { stdout } = await doctor(
    {
      kubectl: [
        undefinedKind('backupstoragelocations.velero.io'),
        {
          asked: 'get --raw /apis/velero.io/v1 ',
          error: 'Error from server (NotFound): the server could not find the requested resource\n',
          status: 1,
        },
        ...kubectl,
      ],
      aws,
    },
    ['--json'],
  );
  expect(notOk(stdout)).toEqual([
    expect.objectContaining({ state: 'wrong', subject: 'BackupStorageLocation' }),
  ]);
});

test('the buckets of another account are not looked at', async () => {
  const { kubectl = [] } = await well();
  const Account = '111122223333';
  const other = { asked: 'sts', output: { Account, Arn: `arn:aws:iam::${Account}:user/ada` } };
  const { stdout } = await doctor({ kubectl, aws: [other, ...healthyAccount] }, ['--json']);
  expect(groupsOf(stdout).find(({ group }) => group === 'AWS')?.notMade).toEqual(['buckets']);
});

test('a program that only runbooks name is asked for, and not missed', async () => {
  const { argo: _, ...programs } = healthyMachine;
  const { stdout, status } = await doctor({ ...(await well()), programs }, ['--json']);
  expect([status, notOk(stdout)]).toMatchObject([
    0,
    [{ subject: 'argo', state: 'warning', fix: 'install argo: runbooks need it' }],
  ]);
});

test('a Terraform that is too old for the stacks is wrong', async () => {
  const programs = { ...healthyMachine, terraform: 'Terraform v1.5.7\n' };
  const { stdout } = await doctor({ ...(await well()), programs }, ['--json']);
  expect(notOk(stdout)).toMatchObject([
    { subject: 'terraform', state: 'wrong', found: '1.5.7', fix: 'install 1.10.0 or later' },
  ]);
});

test('a context is handed to every call', async () => {
  const { calls } = await doctor(await well(), ['--context', 'other']);
  const asked = calls.filter((call) => call.startsWith('kubectl ') && !call.includes('--client'));
  expect(some(asked).filter((call) => !call.includes('--context other'))).toEqual([]);
});
