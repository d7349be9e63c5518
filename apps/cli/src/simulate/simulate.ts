import type { Environment } from '@resilience/config/environment';
import { notBackedUp } from '@resilience/recovery/not-backed-up';
import { type Proof, prove } from '@resilience/recovery/prove';
import { simulate as run, type Simulated } from '@resilience/recovery/simulate';
import { unprotected } from '@resilience/recovery/unprotected';

import { allServices } from '../all-services.ts';
import { exitCode } from '../exit-code.ts';
import { inEnvironment } from '../in-environment.ts';
import { Progress } from '../progress.ts';
import { refuseUnknown } from '../unknown-name.ts';
import type { Verbatim } from '../verbatim.ts';
import { isBeyondProof } from './beyond-proof.ts';
import { formatSimulation } from './format-simulation.ts';
import type { LeftOut } from './left-out.ts';
import type { SimulateFlags } from './simulate-flags.ts';

export interface Simulation {
  readonly environment: string;
  readonly years: number;
  readonly seed: number;
  readonly results: readonly object[];
  readonly notSimulated: readonly object[];
}

/** Does what `resilience simulate` promises. */
export const simulate = (flags: SimulateFlags): Promise<Verbatim<Simulation>> =>
  inEnvironment(flags, async (environment) => {
    const { service, years, seed, failing, outages } = flags;
    refuseUnknown('service', service === undefined ? [] : [service], allServices(environment));
    const progress = new Progress(process.stderr);
    const results = run(environment, {
      years,
      seed,
      failingRuns: failing,
      outagesPerYear: outages,
      onProgress: (done) => progress.show(`simulated ${done} of ${years} years`),
    }).filter(({ proof }) => service === undefined || proof.service === service);
    progress.clear();
    const left = leftOut(environment, flags, results);
    // More than was proved may be lost only when more happened than the proof assumes.
    const isRefuted = failing + outages === 0 && results.some(isBeyondProof);
    return {
      code: isRefuted ? exitCode.findings : exitCode.fine,
      result: resultOf(flags, results, left),
      text: await textOf(flags, results, left),
      verbatim: flags.format === 'svg',
    };
  });

/** Services of which nothing can be simulated: no time is known, no backup is left or made, or they are given up. */
const leftOut = (
  environment: Environment,
  { service }: SimulateFlags,
  results: readonly Simulated[],
): LeftOut[] =>
  [
    ...prove(environment).filter((proof) => !results.some(({ proof: of }) => isSame(of, proof))),
    ...unprotected(environment),
    ...notBackedUp(environment),
  ].filter((one) => service === undefined || one.service === service);

const isSame = (a: Proof, b: Proof): boolean =>
  a.service === b.service && a.scenario === b.scenario;

/** The picture is loaded where one is asked for. */
async function textOf(
  flags: SimulateFlags,
  results: readonly Simulated[],
  left: readonly LeftOut[],
): Promise<() => string> {
  if (flags.format === 'svg') {
    const { simulationPicture } = await import('@resilience/documents/pictures/simulation-picture');
    return () => simulationPicture(flags, results);
  }
  return () => formatSimulation(flags, results, left);
}

function resultOf(
  { env, years, seed }: SimulateFlags,
  results: readonly Simulated[],
  left: readonly LeftOut[],
): Simulation {
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
    if (one.verdict === 'unprotected' || one.verdict === 'not-backed-up') return one;
    const { service, scenario, verdict, lost, missing, neverRecovered } = one;
    return { service, scenario, verdict, lost, missing, neverRecovered };
  });
  return { environment: env, years, seed, results: flat, notSimulated };
}
