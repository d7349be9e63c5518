import type { DisasterGuide } from './disaster-guide.ts';

export const keyLoss: DisasterGuide = {
  title: 'Key loss',
  means:
    'The keys that lock data and backups are gone, and a service has to be restored all the same. Nothing in the region can be read any more; the copies in another region have keys of their own.',
  sign: 'A service has to be restored, and no key of the region decrypts: deleted, disabled, or closed by its policy. Snapshots and bucket are there and cannot be read.',
  first:
    'A key that is disabled or pending deletion can be brought back in minutes: try [KeyPendingDeletion](../KeyPendingDeletion.md#mitigation) first. This page is for one that is gone.',
  never:
    'Do not make a new key under the old alias: the data needs the old one, and everybody would look at the wrong key. Never touch the key of the replica.',
  phases: {
    detection: {
      does: 'See that the key of the replica works, before anything else: it is the last one.',
      commands: `aws kms describe-key --region "$BACKUP_REGION" --key-id "$BACKUP_KEY" --query 'KeyMetadata.[KeyState,DeletionDate]' --output text
kubectl get backupstoragelocations.velero.io --namespace "$VELERO_NAMESPACE"`,
    },
    'replica-mount': {
      verify:
        'The location is `Available`, which needs the key of the replica, and the repository password is there: `kubectl get secrets velero-repo-credentials` in its namespace.',
    },
  },
  rollBack:
    'Delete the restored namespace. Running volumes of the old cluster go on until they are detached: move their data by the application’s own means while they do.',
  said: 'the keys of a service’s data are lost. We are restoring it from the copy in another region, which has keys of its own.',
};
