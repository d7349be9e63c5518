import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import type { Environment } from '@resilience/config/environment';

/** Serves the content of backups, each of which holds all that is declared. */
export interface Bucket {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const resources: Readonly<Record<string, string>> = {
  DaemonSet: 'daemonsets.apps',
  Deployment: 'deployments.apps',
  Namespace: 'namespaces',
  PersistentVolumeClaim: 'persistentvolumeclaims',
  StatefulSet: 'statefulsets.apps',
};

/** Opens a bucket of an environment's backups on loopback. */
export async function openBucket(environment: Environment): Promise<Bucket> {
  const content = packed(environment);
  const server = createServer((_, response) => response.end(content));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** As Velero packs a backup. */
function packed({ services }: Environment): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'resilience-backup-'));
  try {
    for (const { namespace, workloads, volumes } of Object.values(services)) {
      write(folder, { kind: 'Namespace', metadata: { name: namespace } });
      for (const { kind, name } of workloads)
        write(folder, { kind, metadata: { name, namespace } });
      for (const [name, { claimLabels: labels }] of Object.entries(volumes)) {
        write(folder, { kind: 'PersistentVolumeClaim', metadata: { name, namespace, labels } });
      }
    }
    const file = join(folder, 'content.tar.gz');
    const { status, stderr } = spawnSync('tar', ['-czf', file, '-C', folder, 'resources']);
    if (status !== 0) throw new Error(`tar ended with ${status}: ${stderr.toString()}`);
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Backed {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
}

function write(folder: string, object: Backed): void {
  const { kind, metadata } = object;
  const { name, namespace } = metadata;
  const within = namespace === undefined ? 'cluster' : `namespaces/${namespace}`;
  const path = join(folder, 'resources', resources[kind] ?? kind, within, `${name}.json`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(object));
}
