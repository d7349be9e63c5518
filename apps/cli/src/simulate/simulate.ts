import type { Environment } from '@resilience/config/environment';
import { loadEnvironment } from '@resilience/config/load';
import { formatProblem } from '@resilience/config/problem';
import { type Proof, prove } from '@resilience/recovery/prove';
import { simulate as run, type Simulated } from '@resilience/recovery/simulate';
import { type Unprotected, unprotected } from '@resilience/recovery/unprotected';

import type { SimulateFlags } from '../commands/simulate.ts';
import { declaredEnvironments } from '../declared-environments.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { Progress } from '../progress.ts';
import { repositoryRoot } from '../repository-root.ts';

/** Does what `resilience simulate` promises. */
export async function simulate(flags: SimulateFlags): Promise<ExitCode> {
  const { env, service, years, seed, failing, outages } = flags;
  declaredEnvironments([env]);
  const loaded = await loadEnvironment(repositoryRoot, env);
  if (!loaded.ok) return refuse(loaded.problems.map(formatProblem).join('\n\n'));
  const services = Object.keys(loaded.value.services);
  if (service !== undefined && !services.includes(service)) {
    return refuse(`no service is called ${service}; there are ${services.join(', ')}`);
  }
  const progress = new Progress(process.stderr);
  const results = run(loaded.value, {
    years,
    seed,
    failingRuns: failing,
    outagesPerYear: outages,
    onProgress: (done) => progress.show(`simulated ${done} of ${years} years`),
  }).filter(({ proof }) => service === undefined || proof.service === service);
  progress.clear();
  process.stdout.write(await print(flags, results, leftOut(loaded.value, flags, results)));
  // More than was proved may be lost only when more befell than the proof assumes.
  return failing + outages === 0 && results.some(isBeyondProof) ? exitCode.findings : exitCode.fine;
}

export const isBeyondProof = ({ proof, loss, time, lost }: Simulated): boolean =>
  lost > 0 ||
  loss.max > (proof.rpo.worst?.seconds ?? 0) ||
  time.max > (proof.rto.worst?.seconds ?? 0);

/** What is not simulated, and why: as proved, or as accepted. */
export type LeftOut = Proof | Unprotected;

/** What no time is known of, no backup is left for, or is given up: nothing can be simulated. */
const leftOut = (
  environment: Environment,
  { service }: SimulateFlags,
  results: readonly Simulated[],
): LeftOut[] =>
  [
    ...prove(environment).filter((proof) => !results.some(({ proof: of }) => isSame(of, proof))),
    ...unprotected(environment),
  ].filter((one) => service === undefined || one.service === service);

const isSame = (a: Proof, b: Proof): boolean =>
  a.service === b.service && a.scenario === b.scenario;

async function print(
  flags: SimulateFlags,
  results: readonly Simulated[],
  left: readonly LeftOut[],
): Promise<string> {
  if (flags.format === 'svg') {
    const { simulationPicture } = await import('../pictures/simulation-picture.ts');
    return simulationPicture(flags, results).content;
  }
  const { formatSimulation } = await import('./format-simulation.ts');
  return flags.format === 'json'
    ? asJson(flags, results, left)
    : formatSimulation(flags, results, left);
}

function asJson(
  { env, years, seed }: SimulateFlags,
  results: readonly Simulated[],
  left: readonly LeftOut[],
): string {
  const flat = results.map(({ proof, ...simulated }) => ({
    service: proof.service,
    scenario: proof.scenario,
    rpo: proof.rpo,
    rto: proof.rto,
    verdict: proof.verdict,
    neverRecovered: proof.neverRecovered,
    ...simulated,
  }));
  const notSimulated = left.map((one) => {
    if (one.verdict === 'unprotected') return one;
    const { service, scenario, verdict, lost, missing, neverRecovered } = one;
    return { service, scenario, verdict, lost, missing, neverRecovered };
  });
  return `${JSON.stringify({ environment: env, years, seed, results: flat, notSimulated }, null, 2)}\n`;
}

function refuse(message: string): ExitCode {
  process.stderr.write(`resilience: ${message}\n`);
  return exitCode.unusable;
}
