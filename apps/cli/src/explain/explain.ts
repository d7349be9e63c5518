import type { Environment } from '@resilience/config/environment';
import { loadEnvironment } from '@resilience/config/load';
import { formatProblem } from '@resilience/config/problem';
import { scenarios } from '@resilience/config/scenario';
import { inputsOfLoss, inputsOfTime } from '@resilience/recovery/inputs';
import { holds, type Proof, prove } from '@resilience/recovery/prove';
import { type Unprotected, unprotected } from '@resilience/recovery/unprotected';

import type { ExplainFlags } from '../commands/explain.ts';
import { declaredEnvironments } from '../declared-environments.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { formatUnprotected } from '../format-unprotected.ts';
import { Progress } from '../progress.ts';
import { repositoryRoot } from '../repository-root.ts';
import { terminalWidth } from '../terminal-width.ts';
import { wrapLines } from '../wrap-line.ts';
import { type Explained, formatProof } from './format-proof.ts';

/** Does what `resilience explain` promises. */
export async function explain(
  service: string,
  { env, scenario, json = false }: ExplainFlags,
): Promise<ExitCode> {
  declaredEnvironments([env]);
  if (scenario !== undefined && !scenarios.some((known) => known === scenario)) {
    return refuse('scenario', scenario, scenarios);
  }
  const loaded = await loadEnvironment(repositoryRoot, env);
  if (!loaded.ok) {
    process.stderr.write(`${loaded.problems.map(formatProblem).join('\n\n')}\n`);
    return exitCode.unusable;
  }
  const services = Object.keys(loaded.value.services);
  if (!services.includes(service)) return refuse('service', service, services);
  const proofs = prove(loaded.value)
    .filter((proof) => proof.service === service)
    .filter((proof) => scenario === undefined || proof.scenario === scenario);
  const given = unprotected(loaded.value)
    .filter((loss) => loss.service === service)
    .filter((loss) => scenario === undefined || loss.scenario === scenario);
  const explained = inOrder([...(await withMends(loaded.value, proofs)), ...given]);
  process.stdout.write(
    json
      ? `${JSON.stringify(explained, cronsAsText, 2)}\n`
      : `${wrapLines(explained.map(formatExplained).join('\n\n'), terminalWidth())}\n`,
  );
  return proofs.every(holds) ? exitCode.fine : exitCode.findings;
}

const inOrder = (explained: readonly (Explained | Unprotected)[]): (Explained | Unprotected)[] =>
  explained.toSorted((a, b) => scenarios.indexOf(a.scenario) - scenarios.indexOf(b.scenario));

const formatExplained = (explained: Explained | Unprotected): string =>
  explained.verdict === 'unprotected'
    ? `${explained.scenario}: unprotected\n  ${formatUnprotected(explained)}`
    : formatProof(explained);

/** What is breached, with the cheapest change that mends it, or null where none was found. */
async function withMends(environment: Environment, proofs: readonly Proof[]): Promise<Explained[]> {
  const progress = new Progress(process.stderr);
  const explained: Explained[] = [];
  for (const proof of proofs) {
    const inputs = { rpo: inputsOfLoss(proof), rto: inputsOfTime(proof) };
    if (proof.verdict === 'breached') {
      progress.show(`searching what mends ${proof.scenario}`);
      explained.push({ ...proof, inputs, ...(await mendOf(environment, proof)) });
    } else explained.push({ ...proof, inputs });
  }
  progress.clear();
  return explained;
}

/** Loaded here, as most objectives hold. */
async function mendOf(
  environment: Environment,
  proof: Proof,
): Promise<Pick<Explained, 'mend' | 'unpricedRegions'>> {
  const { unpricedRegions } = await import('@resilience/cost/price');
  const unpriced = unpricedRegions(environment);
  if (unpriced.length > 0) return { mend: null, unpricedRegions: unpriced };
  const { cheapestMend } = await import('@resilience/cost/mend');
  const option = cheapestMend(environment, proof);
  if (!option) return { mend: null };
  const { path, from, to, difference } = option;
  return { mend: { path, from, to, difference } };
}

/** A parsed expression holds sets, of which JSON would print nothing. */
const cronsAsText = (key: string, value: unknown): unknown =>
  key === 'cron' && typeof value === 'object' && value !== null && 'expression' in value
    ? value.expression
    : value;

function refuse(what: string, name: string, known: readonly string[]): ExitCode {
  const others = known.length > 0 ? `; there are ${known.join(', ')}` : '; there are none';
  process.stderr.write(`resilience: no ${what} is called ${name}${others}\n`);
  return exitCode.unusable;
}
