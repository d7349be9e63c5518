import { writeFileSync } from 'node:fs';

import { type Access, kubeconfigOf } from '../apiserver/kubeconfig-of.ts';
import { goProgram } from '../go-program.ts';
import { runProgram } from '../run-program.ts';
import { kubectl as program } from './programs.ts';

/** @returns what it printed */
export type Kubectl = (words: readonly string[], input?: string) => Promise<string>;

/** @param kubeconfig a file that is written, and tells others how to reach the cluster, too */
export function kubectlFor(access: Access, kubeconfig: string): Kubectl {
  writeFileSync(kubeconfig, JSON.stringify(kubeconfigOf(access)), { mode: 0o600 });
  const path = goProgram(program);
  return (words, input = '') =>
    runProgram(path, [`--kubeconfig=${kubeconfig}`, ...words], { input });
}
