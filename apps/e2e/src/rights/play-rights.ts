import { equal, notEqual } from 'node:assert/strict';

import { policyOf, renderedStatements, type Statement } from '../aws/iam/rendered-policy.ts';
import { sessionWith } from '../aws/iam/session.ts';
import { makeSample } from '../faults/sample.ts';
import type { Cluster } from '../platform/cluster.ts';
import { wasStopped, type Settings } from '../settings.ts';
import { exercise, makeVolume } from './exercise.ts';

/** Runs Velero with the rights that are rendered for it, and without each of them. */
export async function playRights(cluster: Cluster, { report, mayBegin }: Settings): Promise<void> {
  const { name } = cluster.environment;
  await makeSample(cluster);
  await makeVolume(cluster);
  const statements = renderedStatements(name, 'velero');
  await report.check(`${name}: Velero does all it has to with its rendered rights`, async () => {
    equal(await exerciseWith(cluster, 'all', statements), undefined);
  });
  for (const action of new Set(statements.flatMap(({ actions }) => actions))) {
    const what = `${name}, Velero needs ${action}`;
    const unseen = unseenHere[action];
    if (unseen !== undefined) report.skip(what, unseen);
    else if (!mayBegin()) report.skip(what, wasStopped);
    else {
      await report.check(what, async () => {
        const rest = without(statements, action);
        const failure = await exerciseWith(cluster, slug(action), rest);
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
  's3:AbortMultipartUpload': noParts,
  's3:ListMultipartUploadParts': noParts,
};

/** Restarts the server as a role with these statements alone. */
async function exerciseWith(
  cluster: Cluster,
  name: string,
  statements: readonly Statement[],
): Promise<string | undefined> {
  const session = await sessionWith(cluster.aws, `velero-${name}`, policyOf(statements));
  await cluster.killVelero();
  await cluster.startVelero(session);
  return exercise(cluster, name);
}
