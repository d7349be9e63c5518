import { z } from 'zod';

import { goDuration, metadata, objectName } from './scalars.ts';

/** Of External Secrets, not of Velero: fetches the repository password before the server starts. */
export const externalSecret = z.strictObject({
  apiVersion: z.literal('external-secrets.io/v1'),
  kind: z.literal('ExternalSecret'),
  metadata,
  spec: z.strictObject({
    refreshInterval: goDuration,
    secretStoreRef: z.strictObject({ kind: z.literal('SecretStore'), name: objectName }),
    target: z.strictObject({
      name: objectName,
      creationPolicy: z.enum(['Owner', 'Orphan', 'Merge', 'None']),
      deletionPolicy: z.enum(['Delete', 'Merge', 'Retain']),
    }),
    data: z
      .array(
        z.strictObject({
          secretKey: z.string(),
          remoteRef: z.strictObject({
            key: z.string(),
            conversionStrategy: z.enum(['Default', 'Unicode']),
            decodingStrategy: z.enum(['Auto', 'Base64', 'Base64URL', 'None']),
            metadataPolicy: z.enum(['None', 'Fetch']),
          }),
        }),
      )
      .nonempty(),
  }),
});

export type ExternalSecretManifest = z.input<typeof externalSecret>;

export const secretStore = z.strictObject({
  apiVersion: z.literal('external-secrets.io/v1'),
  kind: z.literal('SecretStore'),
  metadata,
  spec: z.strictObject({
    provider: z.strictObject({
      aws: z.strictObject({
        service: z.literal('SecretsManager'),
        region: z.string(),
        auth: z
          .strictObject({
            jwt: z.strictObject({ serviceAccountRef: z.strictObject({ name: objectName }) }),
          })
          .exactOptional(),
      }),
    }),
  }),
});

export type SecretStoreManifest = z.input<typeof secretStore>;
