import type { Proof } from './prove.ts';
import type { Source } from './quantity.ts';

/** A time or a rate that a worst case is computed from. */
export interface Input {
  /** `backup`, `lag`, or that of the term. */
  readonly name: string;
  /** Its place in the declaration. */
  readonly path: string;
  /** Measured only where drills ran often enough to do without the assumption. */
  readonly kind: Source['kind'];
}

/** What the most data that is lost is computed from, beside the cron, which is exact. No drill measures it. */
export const inputsOfLoss = ({ plan }: Pick<Proof, 'plan'>): Input[] =>
  unique(
    plan.flatMap(({ schedule, loss: { lag } }) => [
      assumed('backup', `schedules.${schedule}.durationBudget`),
      ...(lag.seconds > 0 ? [assumed('lag', 'storage.replication.maximumLag')] : []),
    ]),
  );

/** What the time until a service is back is computed from. */
export const inputsOfTime = ({ time }: Pick<Proof, 'time'>): Input[] =>
  (time?.terms ?? []).map(({ name, path, source }) => ({ name, path, kind: kindOf(source) }));

/** Each input of some proofs once. */
export const inputsOf = (proofs: readonly Proof[]): Input[] =>
  unique(proofs.flatMap((proof) => [...inputsOfLoss(proof), ...inputsOfTime(proof)]));

const assumed = (name: string, path: string): Input => ({ name, path, kind: 'assumed' });

const kindOf = (source: Source): Source['kind'] =>
  source.kind === 'measured' && source.alone ? 'measured' : 'assumed';

const unique = (inputs: readonly Input[]): Input[] => [
  ...new Map(inputs.map((input) => [input.path, input])).values(),
];
