import { goProgram } from '../go-program.ts';
import { runProgram } from '../run-program.ts';
import { kubectl as program } from './programs.ts';

/** @returns what it printed */
export type Kubectl = (words: readonly string[], input?: string) => Promise<string>;

/** @param kubeconfig a file that names the cluster */
export function kubectlFor(kubeconfig: string): Kubectl {
  const path = goProgram(program);
  return (words, input = '') =>
    runProgram(path, [`--kubeconfig=${kubeconfig}`, ...words], { input });
}
