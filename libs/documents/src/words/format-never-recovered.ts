import { contentName } from '@resilience/config/content';
import type { NeverRecovered } from '@resilience/recovery/never-recovered';

/** `never recovered: volume access-logs (content logs): ‹reason›`, a line for each volume. */
export const formatNeverRecovered = (volumes: readonly NeverRecovered[]): string[] =>
  volumes.map((one) => `never recovered: ${nameNeverRecovered(one)}: ${reasonOf(one)}`);

/** `volume access-logs (content logs)` */
export const nameNeverRecovered = ({ volume, content }: NeverRecovered): string =>
  `volume ${volume} (content ${contentName(content)})`;

/** In one line. */
export const reasonOf = ({ reason }: Pick<NeverRecovered, 'reason'>): string =>
  reason.replaceAll(/\s+/g, ' ');
