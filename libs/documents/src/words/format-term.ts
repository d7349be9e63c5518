import { formatDuration } from '@resilience/config/duration';
import type { Term } from '@resilience/recovery/recovery-time';

/** `file-level-download 17 min 4 s (100 GiB), assumed` */
export function formatTerm({ name, worst, amount, source }: Term): string {
  const of = amount ? ` (${formatAmount(amount)})` : '';
  return `${name} ${formatSeconds(worst)}${of}, ${formatSource(source)}`;
}

/** A started second counts. */
export const formatSeconds = (seconds: number): string =>
  formatDuration({ seconds: Math.ceil(seconds) });

export function formatAmount({ unit, count }: NonNullable<Term['amount']>): string {
  if (unit !== 'bytes') return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
  return `${Number((count / 1024 ** 3).toFixed(1))} GiB`;
}

export function formatSource(source: Term['source']): string {
  if (source.kind === 'assumed') return 'assumed';
  const runs = source.runs === 1 ? '1 run' : `${source.runs} runs`;
  const measured = `measured in ${runs} until ${source.newest}`;
  return source.alone ? measured : `${measured}, no better than assumed`;
}
