import { equal, notEqual } from 'node:assert/strict';

import { enforced } from '../aws/iam/enforcement.ts';
import { sessionWith } from '../aws/iam/session.ts';
import { type AwsClients, awsClients } from '../aws/clients.ts';
import { makeSample } from '../faults/sample.ts';
import { type Cluster, startCluster } from '../platform/cluster.ts';
import { load } from '../platform/load.ts';
import { startMachine } from '../platform/machine.ts';
import { outOfTime, type Settings } from '../settings.ts';
import { exercise, makeVolume } from './exercise.ts';
import { policyOf, type Statement, veleroStatements } from './rendered-policy.ts';

/** Runs Velero with the rights that are rendered for it, and without each of them. */
export async function playRights(settings: Settings): Promise<void> {
  const { environment: name, cleanups, report } = settings;
  const environment = await load(name);
  const machine = await startMachine(environment, { hasNode: false });
  cleanups.defer(machine.stop);
  const cluster = await startCluster(machine, environment);
  cleanups.defer(cluster.stop);
  const { endpoint } = machine.moto;
  const aws = awsClients(endpoint, environment.aws.region);
  await makeSample(cluster);
  await makeVolume(cluster, aws);
  const statements = veleroStatements(name);
  await report.check(`${name}: Velero does all it has to with its rendered rights`, async () => {
    equal(await exerciseWith({ cluster, aws, endpoint }, 'all', statements), undefined);
  });
  for (const actions of rightsOf(statements)) {
    const what = `${name}: Velero needs ${actions.join(', ')}`;
    const unseen = unseenByMoto(actions);
    if (unseen !== undefined) report.gap(what, unseen);
    else if (!settings.hasTime()) report.gap(what, outOfTime);
    else {
      await report.check(what, async () => {
        const rest = statements.filter((statement) => statement.actions !== actions);
        const left = rest.filter((statement) => String(statement.actions) !== String(actions));
        const failure = await exerciseWith({ cluster, aws, endpoint }, slug(actions), left);
        notEqual(failure, undefined, 'everything went well without it');
        return failure ?? '';
      });
    }
  }
  await cleanups.run();
}

/** The actions of each statement, once where several allow the same on other resources. */
const rightsOf = (statements: readonly Statement[]): (readonly string[])[] => [
  ...new Map(statements.map(({ actions }) => [String(actions), actions])).values(),
];

const slug = (actions: readonly string[]): string =>
  `without-${(actions[0] ?? '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;

function unseenByMoto(actions: readonly string[]): string | undefined {
  if (actions.some((action) => action.startsWith('kms:'))) {
    return 'moto asks for no right to a key when it encrypts an object';
  }
  return undefined;
}

interface Place {
  readonly cluster: Cluster;
  readonly aws: AwsClients;
  readonly endpoint: string;
}

/** Restarts the server as a role with these statements alone, while moto asks for rights. */
async function exerciseWith(
  { cluster, aws, endpoint }: Place,
  name: string,
  statements: readonly Statement[],
): Promise<string | undefined> {
  const credentials = await sessionWith(aws, `velero-${name}`, policyOf(statements));
  let outcome: string | undefined;
  await cluster.killVelero();
  await enforced(endpoint, async () => {
    await cluster.startVelero(credentials);
    outcome = await exercise(cluster, name);
  });
  return outcome;
}
