import type { Environment } from '@resilience/config/environment';
import { secretsRole, secretsServiceAccount } from '@resilience/config/names';
import { roleAnnotations } from '@resilience/config/role-annotations';
import type {
  ExternalSecretManifest,
  SecretStoreManifest,
} from '@resilience/velero/kinds/external-secret';
import { ApiObject } from 'cdk8s';
import { ServiceAccount } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';

import { repositoryCredentials } from '../repository-credentials.ts';
import { ResilienceChart } from './resilience-chart.ts';

const apiVersion = 'external-secrets.io/v1';
const store = 'aws-secrets-manager';

/** Fetches the password of the repositories, without which Velero would take one that everybody knows. */
export class VeleroSecrets extends ResilienceChart {
  constructor(scope: Construct, environment: Environment) {
    super(scope, 'velero-secrets');
    const { name, region } = environment.backups.repositorySecret;
    new ServiceAccount(this, 'account', {
      metadata: {
        name: secretsServiceAccount.name,
        annotations: roleAnnotations(environment, secretsRole(environment)),
      },
    });
    new ApiObject(this, 'store', {
      apiVersion,
      kind: 'SecretStore',
      metadata: { name: store },
      spec: storeSpec(environment, region),
    });
    new ApiObject(this, 'repository-password', {
      apiVersion,
      kind: 'ExternalSecret',
      metadata: { name: repositoryCredentials.secret },
      spec: {
        refreshInterval: '1h0m0s',
        secretStoreRef: { kind: 'SecretStore', name: store },
        // The password outlives both the fetching and the store.
        target: {
          name: repositoryCredentials.secret,
          creationPolicy: 'Orphan',
          deletionPolicy: 'Retain',
        },
        data: [
          {
            secretKey: repositoryCredentials.key,
            remoteRef: {
              key: name,
              conversionStrategy: 'Default',
              decodingStrategy: 'None',
              metadataPolicy: 'None',
            },
          },
        ],
      } satisfies ExternalSecretManifest['spec'],
    });
  }
}

/** With Pod Identity, External Secrets itself has to be associated with the role. */
const storeSpec = ({ cluster }: Environment, region: string): SecretStoreManifest['spec'] => ({
  provider: {
    aws: {
      service: 'SecretsManager',
      region,
      ...(cluster.identity.kind === 'irsa' && {
        auth: { jwt: { serviceAccountRef: { name: secretsServiceAccount.name } } },
      }),
    },
  },
});
