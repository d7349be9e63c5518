import type { DisasterGuide } from './disaster-guide.ts';

export const bucketLoss: DisasterGuide = {
  title: 'Bucket loss',
  means:
    'The store of all backups is emptied or gone, and a service has to be restored all the same. Its backup is read from the copy of the store in another region.',
  sign: 'A service has to be restored, and the bucket of its backups is empty, gone or refuses everybody. Without the need of a restore it is no disaster yet: mend the bucket.',
  first:
    'Deleted objects are there as noncurrent versions for `expireNoncurrentAfter`: if the bucket itself stands, bringing those back may be quicker. Replication does not copy deletions.',
  never:
    'Do not create a new bucket under the old name, nor let Velero mount an empty one: it forgets each backup that it does not find.',
  phases: {
    detection: {
      does: 'Acknowledge the page, and see that the replica, which is mounted here, holds what the bucket has lost.',
      commands: `aws s3api list-objects-v2 --bucket "$BACKUP_BUCKET" --region "$BACKUP_REGION" --prefix "\${BACKUP_PREFIX}backups/" --delimiter / --max-items 5
kubectl get backups.velero.io --namespace "$VELERO_NAMESPACE" --sort-by .metadata.creationTimestamp | tail -n 5`,
    },
    decision: {
      does: 'Decide whether the service may run in the other region for a while, from the replica, or waits until the bucket is mended. Communications sends the first notice.',
    },
    checks: {
      does: 'Make the checks that the service declares under `verification`, with its data in the other region. Clients of the service have to be told where it is.',
    },
  },
  rollBack:
    'Delete the restored namespace. No backup in the replica was changed: only what became of restores is written there.',
  said: 'a service failed, and the nearest copy of its data cannot be used. We are restoring it from the copy in another region.',
};
