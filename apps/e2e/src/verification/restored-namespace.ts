import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { CheckInput } from '@resilience/config/check-inputs';

import { programRoot } from '@resilience/fixtures/program-root';

/** What was restored, as the API would show it. */
export interface Restored {
  /** The state of the workload's only pod; `absent` where the workload itself is missing. */
  readonly workload: 'ready' | 'crashing' | 'absent';
  readonly claim: 'Bound' | 'Pending' | 'absent';
  /** Where the container mounts the claim; nowhere, where it does not. */
  readonly mountPath?: string | undefined;
  /** A shell script that runs its arguments as the container would. */
  readonly container: string;
  /** Where a port of the pod is on this machine. */
  readonly ports?: Readonly<Record<number, number>>;
}

export interface Verdict {
  readonly outcome: 'ok' | 'damaged' | 'unclear';
  readonly expected: string;
  readonly received: string;
  readonly detail: string;
  /** All that was said, on both streams. */
  readonly output: string;
}

const namespace = 'drill';
const labels = { app: 'db' };
const scripts = join(programRoot, 'workflows/scripts');
/** Stands in for kubectl: there is no API, but a folder; what runs in containers is real. */
const standIn = join(programRoot, 'workflows/test/verification');

/** Writes the folder that is taken for a cluster. */
export function restoredNamespace(folder: string, restored: Restored): void {
  const write = (path: string, content: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  write('resources.json', JSON.stringify(resources));
  write('objects.json', JSON.stringify(objectsOf(restored)));
  const program = join(folder, 'containers/db-0/main');
  write('containers/db-0/main', `#!/bin/sh\n${restored.container}\n`);
  chmodSync(program, 0o755);
  for (const [port, here] of Object.entries(restored.ports ?? {})) {
    write(`ports/db-0-${port}`, String(here));
  }
}

const resources = Object.entries({
  'StatefulSet.apps': 'StatefulSet',
  pods: 'Pod',
  pod: 'Pod',
  persistentvolumeclaims: 'PersistentVolumeClaim',
}).map(([resource, kind]) => ({ resource, kind }));

function objectsOf({ workload, claim, mountPath }: Restored): object[] {
  const isReady = workload === 'ready';
  const statefulSet = {
    kind: 'StatefulSet',
    metadata: { name: 'db', namespace, labels },
    spec: { replicas: 1 },
    status: { readyReplicas: isReady ? 1 : 0 },
  };
  const pod = {
    kind: 'Pod',
    metadata: { name: 'db-0', namespace, labels },
    spec: {
      volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }],
      containers: [{ name: 'main', volumeMounts: mountPath ? [{ name: 'data', mountPath }] : [] }],
    },
    status: {
      conditions: [{ type: 'Ready', status: isReady ? 'True' : 'False' }],
      containerStatuses: isReady
        ? []
        : [{ name: 'main', ready: false, state: { waiting: { reason: 'CrashLoopBackOff' } } }],
    },
  };
  return [
    ...(workload === 'absent' ? [] : [statefulSet, pod]),
    ...(claim === 'absent'
      ? []
      : [
          {
            kind: 'PersistentVolumeClaim',
            metadata: { name: 'data', namespace, labels },
            status: { phase: claim },
          },
        ]),
  ];
}

/**
 * Makes a check by `verify.sh`, as a drill does.
 *
 * @param backupStartedAt such as 2026-01-10T02:00:00Z
 */
export function verify(
  folder: string,
  check: CheckInput,
  backupStartedAt: string,
): Promise<Verdict> {
  const child = spawn('/bin/sh', [join(scripts, 'verify.sh')], {
    env: {
      PATH: `${standIn}:${process.env['PATH']}`,
      CLUSTER: folder,
      CHECK: JSON.stringify(check),
      NAMESPACE: namespace,
      BACKUP_STARTED_AT: backupStartedAt,
      SCRIPTS: scripts,
      READY_WITHIN: '1',
      CONNECT_WITHIN: '4',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  return new Promise((resolve, reject) => {
    child.on('close', (exit) => {
      try {
        resolve({ ...understood(exit, stdout), output });
      } catch (error) {
        reject(new Error(`verify.sh ended with ${exit}:\n${output}`, { cause: error }));
      }
    });
  });
}

function understood(exit: number | null, line: string): Omit<Verdict, 'output'> {
  const said = JSON.parse(line) as Verdict & { verified: boolean };
  const outcome = (['ok', 'damaged', 'unclear'] as const)[exit ?? 3];
  if (outcome === undefined || said.verified !== (outcome === 'ok')) {
    throw new Error(`ended with ${exit}, and said ${line}`);
  }
  return { outcome, expected: said.expected, received: said.received, detail: said.detail };
}
