import { deepEqual, match, ok } from 'node:assert/strict';

import type { Environment } from '@resilience/config/environment';
import { drillServiceAccount } from '@resilience/config/names';

import { tokenOf } from '../apiserver/token-of.ts';
import type { Report } from '../report.ts';
import { type CommandLine, commandLineOf } from './command-line.ts';
import { clusterCases } from './cluster-cases.ts';
import type { Platform } from './platform.ts';
import { veleroCases } from './velero-cases.ts';

interface Found {
  readonly subject: string;
  readonly state: string;
  readonly found: string;
  readonly fix?: string;
}

export interface Diagnosis {
  readonly groups: readonly {
    readonly group: string;
    readonly checks: readonly Found[];
    readonly notMade: readonly string[];
  }[];
}

/** `resilience doctor` in a cluster in which all is well, and then in one in which much is not. */
export async function verifyDoctor(
  environment: Environment,
  platform: Platform,
  report: Report,
): Promise<void> {
  const { name } = environment;
  await report.check(`${name}: the doctor finds nothing where all is well`, async () => {
    const found = await lookedAt(platform.commandLine, environment);
    deepEqual(notOk(found), []);
    return `${found.length} checks`;
  });
  await report.check(`${name}: the doctor says what a user may not do, or see`, () =>
    lookAsDrill(environment, platform),
  );
  await verifyInflicted(environment, platform, report);
}

const notOk = (found: readonly Found[]): Found[] => found.filter(({ state }) => state !== 'ok');

/** An account that may do what drills do: what it cannot see is unknown, and never fine. */
async function lookAsDrill(
  environment: Environment,
  { client, access, commandLine }: Platform,
): Promise<string> {
  const token = await tokenOf(client, drillServiceAccount);
  const drill = commandLineOf({ ...access, token }, commandLine.context);
  try {
    const found = notOk(await lookedAt(drill, environment, ['cluster']));
    const rights = found.filter(({ subject }) => subject.startsWith('rights for '));
    ok(rights.some(({ state, fix = '' }) => state === 'wrong' && fix.includes('auth can-i')));
    const unknown = found.filter(({ state }) => state === 'unknown');
    ok(unknown.some(({ found: why }) => why.includes('Forbidden')));
    deepEqual(
      found.filter(({ state, fix }) => state === 'wrong' && !fix),
      [],
    );
    return `${rights.length} without rights, ${unknown.length} unknown`;
  } finally {
    drill.remove();
  }
}

/** Each fault hides no other, so that the doctor looks once at all of them. */
async function verifyInflicted(
  environment: Environment,
  { client, commandLine }: Platform,
  report: Report,
): Promise<void> {
  const { name } = environment;
  const cases = [...clusterCases(environment), ...veleroCases(environment)];
  for (const { inflict } of cases) await inflict(client);
  const found = await lookedAt(commandLine, environment);
  for (const one of cases) {
    await report.check(`${name}: the doctor finds ${one.subject}`, async () => {
      const of = found.find(({ subject }) => subject === one.subject);
      deepEqual([of?.subject, of?.state], [one.subject, 'wrong']);
      match(of?.found ?? '', one.found);
      match(of?.fix ?? '', one.fix);
      return of?.found;
    });
  }
  await report.check(`${name}: the doctor finds nothing else`, async () => {
    const known = new Set(cases.map(({ subject }) => subject));
    deepEqual(
      notOk(found).filter(({ subject }) => !known.has(subject)),
      [],
    );
  });
}

/** What is found in the cluster: nobody is logged in to AWS here. */
async function lookedAt(
  { resilience }: CommandLine,
  { name }: Environment,
  groups: readonly string[] = ['cluster', 'Velero'],
): Promise<readonly Found[]> {
  const { result } = await resilience<Diagnosis>(['doctor', '--env', name]);
  const looked = result.groups.filter(({ group }) => groups.includes(group));
  deepEqual(
    looked.flatMap(({ notMade }) => notMade),
    [],
  );
  return looked.flatMap(({ checks }) => checks);
}
