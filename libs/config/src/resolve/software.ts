import { presetName as presetKey } from '../presets/preset.ts';
import type { Finding } from '../problem.ts';
import { schemaFindings } from '../schema-findings.ts';
import { software as schema } from '../schema/software.ts';
import { listIn, type Written, writtenIn } from './records.ts';

/** What a service declares of one program in it. */
export interface Software {
  readonly name: string;
  readonly at: string;
  readonly declared: Written;
}

/** The software of a service, in order. */
export const softwareOf = (path: string, service: Written): Software[] =>
  listIn(service['software']).map((declared, index) => ({
    name: presetName(declared) ?? `software[${index}]`,
    at: `${path}.software[${index}]`,
    declared: writtenIn(declared),
  }));

/** What is no software at all would be left out, and nobody would know. */
export const wrongSoftware = (path: string, { software }: Written): Finding[] =>
  software === undefined
    ? []
    : schemaFindings(schema, software).map((finding) => ({
        ...finding,
        path: `${path}.software${finding.path}`,
      }));

/** The preset that made something, or was spread into it. */
export function presetName(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const name: unknown = Reflect.get(value, presetKey);
  return typeof name === 'string' ? name : undefined;
}
