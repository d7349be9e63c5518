import { z } from 'zod';

import { object, oneOf, text } from './scalars.ts';

/**
 * IAM has one identity provider of an issuer in an account: `create` in one environment of the account, and `exists`
 * in the others, or in all where something else has created it.
 */
const identityProvider = oneOf('create', 'exists');

/**
 * The pipelines that plan and apply the stacks. For each environment, IAM gets two roles that they take on without a
 * stored key: one that reads, and one that applies.
 */
export const ci = z.discriminatedUnion(
  'kind',
  [
    object('GitHub Actions: kind, repository and identityProvider', {
      kind: z.literal('github'),
      /** Whose workflows may take the roles on, with its owner: both trust policies name the repository. */
      repository: text(
        'a repository of github.com such as example/resilience-layer',
        /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[\w.-]{1,100}$/,
      ),
      identityProvider,
    }),
    object('GitLab CI: kind, server, project and identityProvider', {
      kind: z.literal('gitlab'),
      /** Its address, as people open it, without a slash at its end. */
      server: text(
        'the address of a GitLab such as https://gitlab.com',
        /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?$/,
      ),
      /** Whose pipelines may take the roles on, with its group: both trust policies name the project. */
      project: text(
        'a project with its group such as example/resilience-layer',
        /^[\w][\w.-]*(\/[\w][\w.-]*)+$/,
      ),
      identityProvider,
    }),
  ],
  { error: 'pipelines of the kind github or gitlab' },
);
