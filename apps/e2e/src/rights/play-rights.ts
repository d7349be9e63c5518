import { equal, notEqual } from 'node:assert/strict';

import { enforced } from '../aws/iam/enforcement.ts';
import { policyOf, renderedStatements, type Statement } from '../aws/iam/rendered-policy.ts';
import { sessionWith } from '../aws/iam/session.ts';
import { type AwsClients, awsClients } from '../aws/clients.ts';
import { makeSample } from '../faults/sample.ts';
import type { Cluster } from '../platform/cluster.ts';
import type { Machine } from '../platform/machine.ts';
import { outOfTime, type Settings } from '../settings.ts';
import { exercise, makeVolume } from './exercise.ts';

/** Runs Velero with the rights that are rendered for it, and without each of them. */
export async function playRights(
  { machine, cluster }: { readonly machine: Machine; readonly cluster: Cluster },
  { report, hasTime }: Settings,
): Promise<void> {
  const { name, aws: place } = cluster.environment;
  const { endpoint } = machine.moto;
  const aws = awsClients(endpoint, place.region);
  await makeSample(cluster);
  await makeVolume(cluster, aws);
  const statements = renderedStatements(name, 'velero');
  await report.check(`${name}: Velero does all it has to with its rendered rights`, async () => {
    equal(await exerciseWith({ cluster, aws, endpoint }, 'all', statements), undefined);
  });
  for (const action of new Set(statements.flatMap(({ actions }) => actions))) {
    const what = `${name}: Velero needs ${action}`;
    const unseen = unseenHere[action];
    if (unseen !== undefined) report.gap(what, unseen);
    else if (!hasTime()) report.gap(what, outOfTime);
    else {
      await report.check(what, async () => {
        const rest = without(statements, action);
        const failure = await exerciseWith({ cluster, aws, endpoint }, slug(action), rest);
        notEqual(failure, undefined, 'everything went well without it');
        return failure ?? '';
      });
    }
  }
}

const without = (statements: readonly Statement[], action: string): readonly Statement[] =>
  statements
    .map((statement) => ({
      ...statement,
      actions: statement.actions.filter((other) => other !== action),
    }))
    .filter(({ actions }) => actions.length > 0);

const slug = (action: string): string =>
  `without-${action.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;

const noKeys = 'moto asks for no right to a key when it encrypts an object';
const noParts =
  'no upload that was made here was so large that it was made in parts, and then given up';

/** Rights without which everything goes well here, and why. */
const unseenHere: Readonly<Record<string, string>> = {
  'kms:Decrypt': noKeys,
  'kms:GenerateDataKey': noKeys,
  'ec2:CreateTags': 'moto asks for no right to tag what is just created',
  's3:PutObjectTagging': 'no location declares tags for objects',
  's3:AbortMultipartUpload': noParts,
  's3:ListMultipartUploadParts': noParts,
};

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
