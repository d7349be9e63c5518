import type { Environment } from '@resilience/config/environment';
import { clusterArn } from '@resilience/config/names';

import type { Client } from '../apiserver/client.ts';
import { installCustomResources } from '../apiserver/custom-resources.ts';
import type { Access } from '../apiserver/kubeconfig-of.ts';
import { renderedObjects } from '../apiserver/rendered-objects.ts';
import type { Report } from '../report.ts';
import { commandLineOf } from './command-line.ts';
import { livingCluster } from './living-cluster.ts';
import { put } from './put.ts';
import { verifyAudit } from './verify-audit.ts';
import { verifyDoctor } from './verify-doctor.ts';
import { verifyStatus } from './verify-status.ts';

/** Kinds that are not rendered, and that commands ask for. */
const kinds = new Set([
  'monitoring.coreos.com/Prometheus',
  ...['BackupRepository', 'DataUpload', 'DownloadRequest', 'PodVolumeBackup'].map(
    (kind) => `velero.io/${kind}`,
  ),
]);

/** Runs the commands that look at a cluster, with a real kubectl, where an environment was applied. */
export async function verifyCommands(
  environment: Environment,
  { client, access }: { readonly client: Client; readonly access: Access },
  report: Report,
): Promise<void> {
  await installCustomResources(client, kinds);
  const living = livingCluster(environment);
  for (const object of living) await put(client, object);
  const commandLine = commandLineOf(access, clusterArn(environment));
  try {
    const rendered = renderedObjects(environment.name).map(({ object }) => object);
    // What runs in a cluster is in nobody's files.
    const applied = [...rendered, ...living.filter(({ status }) => !status)];
    await verifyAudit(environment.name, { commandLine, applied }, report);
    const platform = { client, access, commandLine };
    await verifyStatus(environment, platform, report);
    await verifyDoctor(environment, platform, report);
  } finally {
    commandLine.remove();
  }
}
