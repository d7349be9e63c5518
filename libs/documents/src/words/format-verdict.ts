import { type Input, inputsOfLoss, inputsOfTime } from '@resilience/recovery/inputs';
import type { Proof } from '@resilience/recovery/prove';

/** What a verdict means, in words that promise no more than the proof: `holds, with assumed times`. */
export function formatVerdict(proof: Proof): string {
  const { verdict } = proof;
  if (verdict === 'breached' || verdict === 'unprovable') return verdict;
  const whole = verdict === 'proved' ? 'holds' : 'holds for the rest';
  return `${whole}, ${known([...inputsOfLoss(proof), ...inputsOfTime(proof)])}`;
}

function known(inputs: readonly Input[]): string {
  const measured = inputs.filter(isMeasured).length;
  if (measured === 0) return 'with assumed times';
  return measured === inputs.length ? 'with measured times' : 'with times measured in part';
}

/** `(assumed)`, `(measured)`, or `(measured: pre-flight; the rest assumed)` */
export function formatKind(inputs: readonly Input[]): string {
  const measured = inputs.filter(isMeasured);
  if (measured.length === 0) return '(assumed)';
  return measured.length === inputs.length
    ? '(measured)'
    : `(measured: ${measured.map(({ name }) => name).join(', ')}; the rest assumed)`;
}

export const isMeasured = ({ kind }: Input): boolean => kind === 'measured';
