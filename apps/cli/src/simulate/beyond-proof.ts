import type { Simulated } from '@resilience/recovery/simulate';

/** Whether more was lost, or for longer, than was proved. */
export const isBeyondProof = ({ proof, loss, time, lost }: Simulated): boolean =>
  lost > 0 ||
  loss.max > (proof.rpo.worst?.seconds ?? 0) ||
  time.max > (proof.rto.worst?.seconds ?? 0);
