import { primaryEnvironment, replicaEnvironment } from '@resilience/config/fixtures';
import { expect, test } from 'vitest';

import { synthesised } from './synthesised.ts';

const objects = synthesised(primaryEnvironment());
const standby = synthesised(replicaEnvironment());

test('the server waits for the password of the repositories, and takes no public one', () => {
  expect(objects['Deployment/velero']?.spec).toMatchObject({
    template: {
      spec: {
        containers: [
          {
            volumeMounts: expect.arrayContaining([
              {
                name: 'repository-password',
                mountPath: '/var/run/secrets/velero-repository',
                readOnly: true,
              },
            ]),
          },
        ],
        volumes: expect.arrayContaining([
          {
            name: 'repository-password',
            secret: { secretName: 'velero-repo-credentials', optional: false },
          },
        ]),
      },
    },
  });
});

test('the password is fetched from the region of the cluster, that of the source in a standby', () => {
  expect(
    [objects, standby].map((all) => [
      all['SecretStore/aws-secrets-manager']?.spec,
      all['ExternalSecret/velero-repo-credentials']?.spec,
    ]),
  ).toMatchObject(
    ['eu-west-1', 'eu-central-1'].map((region) => [
      {
        provider: {
          aws: {
            service: 'SecretsManager',
            region,
            auth: { jwt: { serviceAccountRef: { name: 'velero-secrets' } } },
          },
        },
      },
      {
        target: { name: 'velero-repo-credentials', deletionPolicy: 'Retain' },
        data: [
          {
            secretKey: 'repository-password',
            remoteRef: { key: 'acme-primary-velero-repository' },
          },
        ],
      },
    ]),
  );
});
