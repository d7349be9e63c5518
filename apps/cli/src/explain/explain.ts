import type { Environment } from '@resilience/config/environment';
import { scenarios } from '@resilience/config/scenario';
import { formatUnprotected } from '@resilience/documents/words/format-unprotected';
import { inputsOfLoss, inputsOfTime } from '@resilience/recovery/inputs';
import { holds, type Proof, prove } from '@resilience/recovery/prove';
import { type NotBackedUp, notBackedUp } from '@resilience/recovery/not-backed-up';
import { type Unprotected, unprotected } from '@resilience/recovery/unprotected';

import { allServices } from '../all-services.ts';
import type { Answer } from '../answer.ts';
import { cents } from '../cost/in-cents.ts';
import { exitCode } from '../exit-code.ts';
import { inEnvironment } from '../in-environment.ts';
import { type ReasonDeclared, reasonDeclared } from '../not-backed-up.ts';
import { Progress } from '../progress.ts';
import { refuseUnknown } from '../unknown-name.ts';
import type { SourceRow } from './explain-source.ts';
import { formatNotBackedUp } from './format-not-backed-up.ts';
import { type Explained, formatProof } from './format-proof.ts';

export interface ExplainFlags {
  readonly env: string;
  readonly scenario?: string;
  /** Where each value of the service comes from, in the place of its proofs. */
  readonly source?: boolean;
}

export interface ExplainedService {
  readonly environment: string;
  readonly service: string;
  /** Of a service that no backup holds. */
  readonly notBackedUp?: ReasonDeclared;
  /** Without `--source`. */
  readonly proofs?: readonly (Explained | Unprotected | NotBackedUp)[];
  /** With `--source`. */
  readonly values?: readonly SourceRow[];
}

/** Does what `resilience explain` promises. */
export function explain(
  service: string,
  { env, scenario, source = false }: ExplainFlags,
): Promise<Answer<ExplainedService>> {
  refuseUnknown('scenario', scenario === undefined ? [] : [scenario], scenarios);
  return inEnvironment({ env }, async (environment) => {
    refuseUnknown('service', [service], allServices(environment));
    if (source) {
      const { explainSource } = await import('./explain-source.ts');
      const { rows: values, text } = explainSource(environment, service);
      return { code: exitCode.fine, result: { environment: env, service, values }, text };
    }
    const isAsked = (one: Subject): boolean =>
      one.service === service && (scenario === undefined || one.scenario === scenario);
    const reason = reasonDeclared(environment, service);
    if (reason)
      return explainReason(env, { ...reason, service }, notBackedUp(environment).filter(isAsked));
    const found = prove(environment).filter(isAsked);
    const given = unprotected(environment).filter(isAsked);
    const proofs = inOrder([...(await withMends(environment, found)), ...given]);
    return {
      code: found.every(holds) ? exitCode.fine : exitCode.findings,
      result: { environment: env, service, proofs },
      text: () => proofs.map(formatExplained).join('\n\n'),
    };
  });
}

type Subject = Pick<NotBackedUp, 'service' | 'scenario'>;

const explainReason = (
  environment: string,
  { service, ...reason }: ReasonDeclared & { readonly service: string },
  proofs: readonly NotBackedUp[],
): Answer<ExplainedService> => ({
  code: exitCode.fine,
  result: { environment, service, notBackedUp: reason, proofs },
  text: () => formatNotBackedUp(service, reason, proofs),
});

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
  const { path, from, to } = option;
  return { mend: { path, from, to, difference: cents(option.difference) } };
}
