import { spawnSync } from 'node:child_process';

import { goProgram } from './go-program.ts';
import {
  etcd,
  kubeApiserver,
  kubeControllerManager,
  kubectl,
  kubelet,
  kubeScheduler,
  kubeStateMetrics,
} from './kubernetes/programs.ts';
import { csiSnapshotter, snapshotController } from './platform/storage/programs.ts';
import { awsPluginProgram, veleroProgram, veleroRestoreHelper } from './velero/programs.ts';
import { skipped } from './skipped.ts';

/** What a platform runs, those first that are needed first. */
const programs = [
  etcd,
  kubeApiserver,
  veleroProgram,
  awsPluginProgram,
  kubeControllerManager,
  kubeScheduler,
  kubectl,
  kubelet,
  veleroRestoreHelper,
  snapshotController,
  csiSnapshotter,
  kubeStateMetrics,
];

if (spawnSync('go', ['version']).error) {
  process.stdout.write(skipped('e2e:build', 'go, which builds the servers, is not on the PATH'));
} else {
  for (const program of programs) {
    const started = performance.now();
    goProgram(program);
    const seconds = Math.round((performance.now() - started) / 1000);
    process.stdout.write(`${program.name} ${program.version}  ${seconds} s\n`);
  }
}
