import type { Environment } from '@resilience/config/environment';

import { synthAws } from '../src/synth.ts';

/** A stack's JSON, as far as tests look into it. */
export interface Configuration {
  readonly terraform: Readonly<Record<string, unknown>>;
  readonly provider: { readonly aws: readonly Readonly<Record<string, unknown>>[] };
  readonly resource: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly data: Readonly<Record<string, Readonly<Record<string, object>>>>;
}

/** The environment's stacks, by name. */
export const synthesised = (environment: Environment): Record<string, Configuration> =>
  Object.fromEntries(
    synthAws(environment).map(({ name, configuration }) => [name, configuration as Configuration]),
  );

/** A resource of a stack by its address, such as `aws_kms_key.backups_encryption_key`. */
export function resource(configuration: Configuration | undefined, address: string): object {
  const [type = '', name = ''] = address.split('.');
  const found = configuration?.resource[type]?.[name];
  if (!found) {
    const known = Object.keys(configuration?.resource[type] ?? {});
    throw new Error(`no ${address}; of that type there are ${known.join(', ') || 'none'}`);
  }
  return found;
}

/** The addresses of all resources of a type. */
export const namesOf = (configuration: Configuration | undefined, type: string): string[] =>
  Object.keys(configuration?.resource[type] ?? {});

export interface StatementJson {
  readonly sid?: string;
  readonly actions: string[];
  readonly resources?: string[];
  readonly principals?: object[];
  readonly condition?: { test: string; variable: string; values: string[] }[];
}

/** The statements of a policy document, by the name of the document. */
export function statements(
  configuration: Configuration | undefined,
  document: string,
): StatementJson[] {
  const found = configuration?.data['aws_iam_policy_document']?.[document];
  if (!found || !('statement' in found)) throw new Error(`no policy document ${document}`);
  return found.statement as StatementJson[];
}

/** One statement of a policy document, by its name. */
export function statement(
  configuration: Configuration | undefined,
  document: string,
  sid: string,
): StatementJson {
  const all = statements(configuration, document);
  const found = all.find((candidate) => candidate.sid === sid);
  if (!found)
    throw new Error(`no statement ${sid} among ${all.map((each) => each.sid).join(', ')}`);
  return found;
}
