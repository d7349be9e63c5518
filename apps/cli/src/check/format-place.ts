import type { FoundAt } from './reported.ts';

/** `environments/production/config.ts:12:5` */
export const formatPlace = ({ file, line, column }: Omit<FoundAt, 'subject'>): string =>
  [file, line, ...(column === undefined ? [] : [column])].join(':');

/** The other places of a finding, behind its message; empty where there is none. */
export const formatOthers = ([, ...others]: readonly FoundAt[]): string =>
  others.length === 0
    ? ''
    : `; also ${others.map((one) => `${one.subject} at ${formatPlace(one)}`).join(', ')}`;
