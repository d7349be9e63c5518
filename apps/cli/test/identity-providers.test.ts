import { primaryEnvironment, replicaEnvironment } from '@resilience/config/fixtures';
import { expect, test } from 'vitest';

import { repeatedIdentityProviders } from '../src/render/identity-providers.ts';

const github = { kind: 'github', repository: 'acme/resilience' } as const;
const gitlab = {
  kind: 'gitlab',
  server: 'https://gitlab.com',
  project: 'acme/resilience',
} as const;
const create = { identityProvider: 'create' } as const;
const exists = { identityProvider: 'exists' } as const;
const one = { ...primaryEnvironment(), ci: { ...github, ...create } };
const other = replicaEnvironment();

test('two environments of an account do not create the same identity provider', () => {
  expect(repeatedIdentityProviders([one, { ...other, ci: { ...github, ...create } }])).toEqual([
    {
      file: `environments/${other.name}/config.ts`,
      path: 'ci.identityProvider',
      code: 'render/one-identity-provider',
      message: 'would be the second in the account 123456789012',
      expected: '"exists", as primary creates it',
      received: '"create"',
      fix: "write identityProvider: 'exists'",
    },
  ]);
});

test.each([
  ['without pipelines', other],
  ['that uses what is there', { ...other, ci: { ...github, ...exists } }],
  ['of another forge', { ...other, ci: { ...gitlab, ...create } }],
  [
    'in another account',
    { ...other, aws: { ...other.aws, account: '999' }, ci: { ...github, ...create } },
  ],
])('an environment %s is none', (_, environment) => {
  expect(repeatedIdentityProviders([one, environment])).toEqual([]);
});
