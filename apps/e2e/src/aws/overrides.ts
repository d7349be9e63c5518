import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { gapsOf, type Resources } from './moto-gaps.ts';

/** A rendered stack, as far as overrides look into it. */
interface Configuration {
  readonly provider: { readonly aws: readonly { readonly alias?: string }[] };
  readonly resource: Resources;
  readonly terraform: {
    readonly backend: { readonly s3: { readonly bucket: string; readonly region: string } };
  };
}

export const configurationOf = (folder: string): Configuration =>
  JSON.parse(readFileSync(join(folder, 'main.tf.json'), 'utf8')) as Configuration;

const services = [
  'budgets',
  'cloudwatch',
  'ec2',
  'eks',
  'events',
  'iam',
  'kms',
  's3',
  'secretsmanager',
  'sns',
  'sts',
] as const;

const credentials = { access_key: 'test', secret_key: 'test' } as const;

/** Sends every provider of the stack to moto; what is rendered stays as it is. */
export function overrideProviders(folder: string, endpoint: string): void {
  const endpoints = Object.fromEntries(services.map((service) => [service, endpoint]));
  write(folder, 'provider', {
    provider: {
      aws: configurationOf(folder).provider.aws.map(({ alias }) => ({
        ...(alias !== undefined && { alias }),
        ...credentials,
        max_retries: 2,
        s3_use_path_style: true,
        skip_metadata_api_check: true,
        endpoints: [endpoints],
      })),
    },
  });
}

/** Leaves out what moto cannot do. */
export function overrideGaps(folder: string): void {
  const { resource } = configurationOf(folder);
  const overrides: Record<string, Record<string, object>> = {};
  for (const { type, name, override } of gapsOf(resource)) {
    overrides[type] = { ...overrides[type], [name]: override };
  }
  if (Object.keys(overrides).length > 0) write(folder, 'gaps', { resource: overrides });
}

/** The rendered backend, with the rest of what it needs to find moto. */
export function backendConfig(folder: string, endpoint: string): string {
  const path = join(folder, 'moto.s3.tfbackend');
  const settings = [
    ...Object.entries(credentials).map(([key, value]) => `${key} = "${value}"`),
    `endpoints = { s3 = "${endpoint}" }`,
    'use_path_style = true',
    'skip_credentials_validation = true',
    'skip_requesting_account_id = true',
    'skip_metadata_api_check = true',
  ];
  writeFileSync(path, `${settings.join('\n')}\n`);
  return path;
}

const write = (folder: string, purpose: string, content: object): void =>
  writeFileSync(overrideFile(folder, purpose), JSON.stringify(content, null, 2));

export const overrideFile = (folder: string, purpose: string): string =>
  join(folder, `${purpose}_override.tf.json`);
