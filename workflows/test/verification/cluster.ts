import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A Kubernetes object as far as it is looked at. */
interface KubernetesObject {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly generation?: number;
  };
  readonly spec?: object;
  readonly status?: object;
}

/** What `verify.sh` says, and how it ends. */
interface Verdict {
  readonly exit: number | null;
  readonly said: Readonly<Record<string, unknown>>;
}

const namespace = 'drill-orders';
const backupStartedAt = '2026-01-10T02:00:00Z';

const resources = [
  ['Deployment.apps', 'Deployment'],
  ['StatefulSet.apps', 'StatefulSet'],
  ['DaemonSet.apps', 'DaemonSet'],
  ['pods', 'Pod'],
  ['pod', 'Pod'],
  ['persistentvolumeclaims', 'PersistentVolumeClaim'],
  ['certificates.cert-manager.io', 'Certificate'],
].map(([resource, kind]) => ({ resource, kind }));

/**
 * What a test restored: a folder that `kubectl`, beside this file, takes for a cluster. No API is
 * asked; shells, clients, files and HTTP servers in it are real.
 */
export class Cluster {
  readonly folder = mkdtempSync(join(tmpdir(), 'resilience-verify-'));
  readonly #objects: KubernetesObject[] = [];

  constructor() {
    this.write('resources.json', JSON.stringify(resources));
    this.add();
  }

  add(...objects: readonly KubernetesObject[]): void {
    this.#objects.push(
      ...objects.map((object) => ({ ...object, metadata: { namespace, ...object.metadata } })),
    );
    this.write('objects.json', JSON.stringify(this.#objects));
  }

  /** Adds a workload with as many ready pods, which mount the claim at a path. */
  run(name: string, { replicas = 1, ready = replicas, mounts = {} }: WorkloadOptions = {}): void {
    const labels = { app: name };
    this.add({
      kind: 'StatefulSet',
      metadata: { name, labels, generation: 1 },
      spec: { replicas },
      status: { observedGeneration: 1, readyReplicas: ready },
    });
    for (let index = 0; index < replicas; index += 1) {
      this.add(pod(`${name}-${index}`, { labels, isReady: index < ready, mounts }));
    }
  }

  /** @param program a shell script that runs its arguments as the container would */
  container(of: string, name: string, program = 'exec "$@"'): void {
    const path = this.write(`containers/${of}/${name}`, `#!/bin/sh\n${program}\n`);
    chmodSync(path, 0o755);
  }

  /** @returns the path of the file */
  write(path: string, content: string): string {
    const full = join(this.folder, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, content);
    return full;
  }

  /** Makes a check as a drill would. */
  verify(check: object, environment: Readonly<Record<string, string>> = {}): Promise<Verdict> {
    const child = spawn('/bin/sh', [join(scripts, 'verify.sh')], {
      env: {
        PATH: `${import.meta.dirname}:${process.env['PATH']}`,
        CLUSTER: this.folder,
        CHECK: JSON.stringify({
          service: 'orders',
          subject: 'all',
          workloads: [],
          claims: [],
          ...check,
        }),
        NAMESPACE: namespace,
        BACKUP_STARTED_AT: backupStartedAt,
        SCRIPTS: scripts,
        READY_WITHIN: '1',
        CONNECT_WITHIN: '1',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    return new Promise((resolve) => {
      child.on('close', (exit) => resolve({ exit, said: onlyLine(output) }));
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const scripts = join(import.meta.dirname, '../../scripts');

export const workload = (name: string, kind = 'StatefulSet') => ({
  kind,
  name,
  selector: `app=${name}`,
});

interface WorkloadOptions {
  readonly replicas?: number;
  readonly ready?: number;
  /** Claims by where a container named `main` mounts them. */
  readonly mounts?: Readonly<Record<string, string>>;
}

interface PodOptions {
  readonly labels: Readonly<Record<string, string>>;
  readonly isReady: boolean;
  readonly mounts: Readonly<Record<string, string>>;
}

const pod = (name: string, { labels, isReady, mounts }: PodOptions): KubernetesObject => ({
  kind: 'Pod',
  metadata: { name, labels },
  spec: {
    volumes: Object.values(mounts).map((claimName) => ({
      name: claimName,
      persistentVolumeClaim: { claimName },
    })),
    containers: [
      {
        name: 'main',
        volumeMounts: Object.entries(mounts).map(([mountPath, claim]) => ({
          name: claim,
          mountPath,
        })),
      },
    ],
  },
  status: {
    conditions: [{ type: 'Ready', status: isReady ? 'True' : 'False' }],
    containerStatuses: [
      isReady
        ? { name: 'main', ready: true, state: { running: {} } }
        : {
            name: 'main',
            ready: false,
            state: { waiting: { reason: 'CrashLoopBackOff' } },
            lastState: { terminated: { exitCode: 1 } },
          },
    ],
  },
});

function onlyLine(output: string): Verdict['said'] {
  const lines = output.split('\n').filter((line) => line !== '');
  if (lines.length !== 1) throw new Error(`not one line: ${output}`);
  return JSON.parse(output) as Verdict['said'];
}
