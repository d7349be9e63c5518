import type { Phase } from '@resilience/recovery/disaster';

import type { PhaseGuide } from './disaster-guide.ts';
import { restoreNamespaces } from './restore-commands.ts';

/** What is different when everything comes back, and not one service. */
export const wholeCluster: Partial<Record<Phase, Partial<PhaseGuide>>> = {
  objects: {
    does: 'Restore row by row of the table, from the top: the rows with one schedule come from one backup, in one restore. Last comes everything else, without those namespaces, from the newest backup that covers the cluster.',
    commands: `NAMESPACES=orders,catalog # of the rows with the schedule of $BACKUP
${restoreNamespaces}
velero restore get`,
    verify: 'Each restore is `Completed`; the log of one that is not names what is missing.',
    rollBack: 'Delete the namespaces that were restored, and take the backup before.',
  },
  volumes: {
    commands: `kubectl get datadownloads.velero.io,podvolumerestores.velero.io --namespace "$VELERO_NAMESPACE"
kubectl get persistentvolumeclaims --all-namespaces`,
  },
  'pod-start': {
    commands: `kubectl get pods --all-namespaces --field-selector status.phase!=Running
kubectl get events --all-namespaces --field-selector type=Warning`,
  },
};
