import type { AuditRule } from './audit-rule.ts';

export const nodeAgentIsDeployed: AuditRule = {
  id: 'audit/node-agent-is-deployed',
  severity: 'error',
  why: 'Without the node-agent no files, and no snapshots, are copied to the bucket.',
  source: 'https://velero.io/docs/v1.18/file-system-backup/',
  check: ({ installation: { server, nodeAgents, schedules } }) => {
    if (server === undefined || nodeAgents.length > 0) return [];
    const asking = schedules.filter(
      ({ template: { defaultVolumesToFsBackup, defaultVolumesToRestic, snapshotMoveData } }) =>
        (defaultVolumesToFsBackup ?? defaultVolumesToRestic ?? server.defaultVolumesToFsBackup) ||
        (snapshotMoveData ?? server.defaultSnapshotMoveData),
    );
    if (asking.length === 0) return [];
    return [
      {
        subject: 'DaemonSet/node-agent',
        message: `is not deployed, and ${asking.map(({ name }) => name).join(', ')} need it`,
        expected: 'deployNodeAgent: true, or velero install --use-node-agent',
        received: 'no DaemonSet of Velero',
        place: server.found.placeAt(['deployNodeAgent']),
      },
    ];
  },
};
