import type { DisasterGuide } from './disaster-guide.ts';
import { wholeCluster } from './whole-cluster.ts';

export const regionFailure: DisasterGuide = {
  title: 'Region failure',
  means:
    'All data centres of our provider in one region are down. Every service moves to another region and goes on with the copies of its data that are kept there.',
  sign: 'AWS’s region is down, or cut off, for longer than can be waited for. Snapshots and bucket of the region cannot be reached; the replica in the DR region can.',
  first:
    'Everything below is done in the environment that mounts the replica. See how far the replica is behind: what is pending is lost.',
  never:
    'Do not let both regions take writes. Do not switch traffic before the first region is kept from taking it, should it come back.',
  phases: {
    ...wholeCluster('fail-over-region'),
    detection: {
      does: 'Acknowledge the page. AWS’s Health Dashboard and the mails of its alarms say whether it is the region or only our cluster.',
      commands: `kubectl get nodes
kubectl get backupstoragelocations.velero.io --namespace "$VELERO_NAMESPACE"
kubectl get backups.velero.io --namespace "$VELERO_NAMESPACE" --sort-by .status.completionTimestamp | tail -n 5`,
    },
    decision: {
      does: 'Weigh how long AWS may take against what fails over: the way back is work as well. Decide, name the moment up to which data will be there, and let the owners of critical services agree. Communications sends the first notice.',
    },
    'traffic-switch': {
      does: 'The workflow waits at `traffic-is-switched`. Let names point to the ingresses of this cluster, whose hosts the declaration rewrites, and watch clients follow as their caches run out. Then let it end.',
      commands: `kubectl get ingresses --all-namespaces
argo resume --namespace "$VELERO_NAMESPACE" "$WORKFLOW"`,
    },
    checks: {
      rollBack: 'Do not switch traffic to it, and restore an older backup.',
    },
  },
  rollBack:
    'Before the switch: delete the restored namespaces, nothing else has changed. After it, going back is a recovery of its own: back up here, let `accessMode` be `ReadWrite` as [restoring](../../guides/restoring.md#the-way-back-from-another-region) says, and move back when the region is trusted again, with the same steps.',
  said: 'a region of our provider is down. We are moving all services to another one; what was written in the last hours may be lost.',
};
