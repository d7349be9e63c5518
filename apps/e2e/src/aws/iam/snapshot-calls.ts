import {
  CreateSnapshotCommand,
  CreateVolumeCommand,
  DeleteSnapshotCommand,
  DescribeSnapshotsCommand,
  DescribeVolumesCommand,
} from '@aws-sdk/client-ec2';

import { type Call, may, type Subject } from './call.ts';
import type { Request } from './evaluate.ts';

/** What Velero's AWS plugin calls for volumes that no CSI driver provides. */
export const snapshotCalls = (subject: Subject): Call[] => [
  lookUp(subject),
  snapshot(subject),
  restore(subject),
  remove(subject),
];

const lookUp = ({ volumeId, snapshotId }: Subject): Call =>
  may(
    'find volumes and snapshots',
    [
      { action: 'ec2:DescribeVolumes', resource: '*' },
      { action: 'ec2:DescribeSnapshots', resource: '*' },
    ],
    async ({ ec2 }) => {
      await ec2.send(new DescribeVolumesCommand({ VolumeIds: [volumeId] }));
      await ec2.send(new DescribeSnapshotsCommand({ SnapshotIds: [snapshotId] }));
    },
  );

function snapshot(subject: Subject): Call {
  const { volumeId, clusterTag } = subject;
  const made = snapshotArn(subject, '*');
  return may(
    'snapshot a volume of the cluster',
    [
      {
        action: 'ec2:CreateSnapshot',
        resource: volumeArn(subject, volumeId),
        context: { [`aws:ResourceTag/${clusterTag}`]: 'owned' },
      },
      { action: 'ec2:CreateSnapshot', resource: made, context: requestTags(subject) },
      tagOnCreation('CreateSnapshot', made),
    ],
    ({ ec2 }) =>
      ec2.send(
        new CreateSnapshotCommand({
          VolumeId: volumeId,
          TagSpecifications: [{ ResourceType: 'snapshot', Tags: tags(subject) }],
        }),
      ),
  );
}

function restore(subject: Subject): Call {
  const { snapshotId, region } = subject;
  const made = volumeArn(subject, '*');
  return may(
    'restore a volume from a snapshot of its own',
    [
      {
        action: 'ec2:CreateVolume',
        resource: snapshotArn(subject, snapshotId),
        context: ofVelero,
      },
      { action: 'ec2:CreateVolume', resource: made, context: requestTags(subject) },
      tagOnCreation('CreateVolume', made),
    ],
    ({ ec2 }) =>
      ec2.send(
        new CreateVolumeCommand({
          SnapshotId: snapshotId,
          AvailabilityZone: `${region}a`,
          TagSpecifications: [{ ResourceType: 'volume', Tags: tags(subject) }],
        }),
      ),
  );
}

const remove = (subject: Subject): Call =>
  may(
    'delete a snapshot of its own',
    [
      {
        action: 'ec2:DeleteSnapshot',
        resource: snapshotArn(subject, subject.snapshotId),
        context: ofVelero,
      },
    ],
    ({ ec2 }) => ec2.send(new DeleteSnapshotCommand({ SnapshotId: subject.snapshotId })),
  );

const volumeArn = ({ region, account }: Subject, id: string): string =>
  `arn:aws:ec2:${region}:${account}:volume/${id}`;

/** Snapshots belong to no account in their ARN. */
export const snapshotArn = ({ region }: Subject, id: string): string =>
  `arn:aws:ec2:${region}::snapshot/${id}`;

const ofVelero = { 'aws:ResourceTag/velero.io/backup': 'e2e' };

/** A snapshot gets the tags of its volume, a volume those of its snapshot, and Velero adds its own. */
const tags = ({ clusterTag }: Subject) => [
  { Key: clusterTag, Value: 'owned' },
  { Key: 'velero.io/backup', Value: 'e2e' },
];

const requestTags = (subject: Subject): Record<string, string> =>
  Object.fromEntries(tags(subject).map(({ Key, Value }) => [`aws:RequestTag/${Key}`, Value]));

const tagOnCreation = (creation: string, resource: string): Request => ({
  action: 'ec2:CreateTags',
  resource,
  context: { 'ec2:CreateAction': creation },
});
