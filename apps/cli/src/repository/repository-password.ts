import { readFileSync } from 'node:fs';

import type { SecretNames } from '@resilience/config/names';

import { awsJson } from '../aws/aws.ts';
import { Refusal } from '../refusal.ts';

/** What Velero opens repositories with; it is never printed, and no argument of a program. */
export interface RepositoryPassword {
  /** Where it is, for people. */
  readonly source: string;
  /** As it is there. */
  readonly value: string;
}

/**
 * @param file instead of the secret; `-` is the standard input. Its last line may end.
 * @throws {Refusal} where there is none
 */
export const repositoryPassword = async (
  secret: SecretNames,
  file?: string,
): Promise<RepositoryPassword> =>
  notEmpty(file === undefined ? await ofSecret(secret) : ofFile(file));

function ofFile(file: string): RepositoryPassword {
  const source = file === '-' ? 'the standard input' : file;
  try {
    const content = readFileSync(file === '-' ? 0 : file, 'utf8');
    return { source, value: content.replace(/\r?\n$/, '') };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Refusal(`${source} cannot be read: ${why}`, { cause: error });
  }
}

async function ofSecret({ name, region }: SecretNames): Promise<RepositoryPassword> {
  const words = ['secretsmanager', 'get-secret-value', '--region', region, '--secret-id', name];
  const { SecretString: value } = await awsJson(words);
  if (value === undefined) throw new Refusal(`the secret ${name} holds no text: put one there`);
  return { source: `the secret ${name}`, value };
}

function notEmpty(password: RepositoryPassword): RepositoryPassword {
  if (password.value.trim() === '') throw new Refusal(`${password.source} holds no password`);
  return password;
}
