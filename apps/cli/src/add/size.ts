import { gib, mib, tib } from '@resilience/config';
import type { Bytes } from '@resilience/config/bytes';

const units = new Map([
  ['mib', mib],
  ['gib', gib],
  ['tib', tib],
]);

/** `20gib`; undefined for what is no amount of data. */
export function parseSize(text: string): Bytes | undefined {
  const { count = '', unit = '' } = /^(?<count>\d+)(?<unit>[a-z]+)$/i.exec(text)?.groups ?? {};
  const make = units.get(unit.toLowerCase());
  return make && Number(count) > 0 ? make(Number(count)) : undefined;
}
