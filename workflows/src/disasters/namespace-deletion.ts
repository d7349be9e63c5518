import type { DisasterGuide } from './disaster-guide.ts';

export const namespaceDeletion: DisasterGuide = {
  title: 'Namespace deletion',
  means:
    'One service is deleted by mistake, with all its data. It is made again from a backup; what was written after that backup is lost.',
  sign: 'A namespace, or much of what is in it, was deleted. Pods, claims and secrets are gone with it.',
  first:
    'Find out who deleted it and whether that goes on, such as a pipeline that tries again. If it was done on purpose, open [malicious-deletion](malicious-deletion.md).',
  never:
    'Do not let ArgoCD create the namespace anew before the restore: it would make empty volumes under the names of the lost ones, and what exists is not restored.',
  phases: {
    detection: {
      does: 'Acknowledge the page and see what is gone. Volumes whose class retains them are still there, and may be all that is needed.',
      commands: `kubectl get namespaces --sort-by .metadata.creationTimestamp
kubectl get persistentvolumes --sort-by .metadata.creationTimestamp
kubectl get events --all-namespaces --field-selector type=Warning`,
    },
    objects: {
      does: 'Restore the namespace with its objects. A namespace that is `Terminating` has to be gone first. The runbook pauses the application and lets it go on in the end.',
    },
  },
  rollBack:
    'Delete the namespace again and take an older backup, or restore beside it by `restore-into-quarantine` and move the data by the application’s own means.',
  said: 'a part of the platform was deleted. We are restoring it from a backup; what was written since then is lost.',
};
