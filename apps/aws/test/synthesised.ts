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

/** The only resource of its type in a stack. */
export function only(configuration: Configuration | undefined, type: string): object {
  const resources = Object.values(configuration?.resource[type] ?? {});
  if (resources.length !== 1 || !resources[0]) {
    throw new Error(`${resources.length} resources of the type ${type}`);
  }
  return resources[0];
}

/** The statements of a policy document, by the name of the document. */
export function statements(
  configuration: Configuration | undefined,
  document: string,
): { sid?: string; actions: string[]; resources?: string[]; condition?: object[] }[] {
  const found = configuration?.data['aws_iam_policy_document']?.[document];
  if (!found || !('statement' in found)) throw new Error(`no policy document ${document}`);
  return found.statement as ReturnType<typeof statements>;
}
