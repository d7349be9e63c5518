import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { goProgram } from '../go-program.ts';
import { kubectl } from '../kubernetes/programs.ts';
import type { Cluster } from '../platform/cluster.ts';
import { programRoot } from '@resilience/fixtures/program-root';
import { runProgram } from '../run-program.ts';

interface Ended {
  readonly failed: boolean;
  readonly said: string;
}

/** Asks the step of the runbooks which waits for what was restored, with nothing declared but what is there. */
export function standsOrNot(cluster: Cluster, target: string): Promise<Ended> {
  const service = { namespace: target, workloads: [], volumes: {} };
  return runStep(cluster, 'await-ready', {
    DECLARED: JSON.stringify({ sample: service }),
    SERVICES: JSON.stringify([{ service: 'sample', namespace: target, target }]),
    PARTIAL: 'false',
    INTERVAL: '1',
    DEADLINE: '10',
  });
}

/** Runs a step's script as its container does; what DECLARED holds is put into a file. */
async function runStep(
  { kubeconfig }: Cluster,
  script: string,
  variables: Readonly<Record<string, string>>,
): Promise<Ended> {
  const folder = mkdtempSync(join(tmpdir(), 'resilience-step-'));
  symlinkSync(goProgram(kubectl), join(folder, 'kubectl'));
  const declared = join(folder, 'declared.json');
  writeFileSync(declared, variables['DECLARED'] ?? '{}');
  const environment = {
    PATH: `${folder}:${process.env['PATH']}`,
    KUBECONFIG: kubeconfig,
    OUTPUTS: folder,
    VELERO: 'velero',
    ...variables,
    DECLARED: declared,
  };
  const file = join(programRoot, 'workflows/scripts', `${script}.sh`);
  try {
    const said = await runProgram('/bin/sh', [file], { variables: environment });
    return { failed: false, said: said.trim() };
  } catch (error) {
    return { failed: true, said: String(error).split(':\n').slice(1).join(':').trim() };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
