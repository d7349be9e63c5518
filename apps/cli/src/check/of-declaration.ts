import type { Environment } from '@resilience/config/environment';
import { listEnvironments, loadEnvironment } from '@resilience/config/load';
import { type Mounts, readersOf, withoutEffect } from '@resilience/config/without-effect';

import { repositoryRoot } from '../repository-root.ts';
import type { Found } from './reported.ts';

/** Warnings of what is declared and changes nothing. */
export async function ofDeclaration(environment: Environment): Promise<Found[]> {
  const readers = readersOf(environment);
  const known = readers.length === 0 ? [] : listEnvironments(repositoryRoot);
  const there = known.filter((name) => readers.includes(name));
  const others = await Promise.all(there.map((name) => mountsOf(name, environment)));
  return withoutEffect(environment, others).map(
    ({ path, code, message, expected, received, fix }) => ({
      rule: code,
      severity: 'warning' as const,
      subject: path,
      message,
      expected: `${expected}: ${fix}`,
      received,
      why: 'What is declared and changes nothing is believed to protect.',
      source: 'docs/guides/declaring-an-environment.md',
      file: `environments/${environment.name}/config.ts`,
      line: 1,
      declaredAt: path,
      waivedBy: undefined,
      stops: false,
    }),
  );
}

/** An environment that cannot be read is judged by itself; it is not said of it that it mounts nothing. */
async function mountsOf(name: string, { name: source }: Environment): Promise<Mounts> {
  const loaded = await loadEnvironment(repositoryRoot, name);
  if (!loaded.ok) return { name, replicaOf: source };
  const { storage } = loaded.value;
  return { name, replicaOf: storage.kind === 'replica' ? storage.of : undefined };
}
