import { argocdController } from '@resilience/config/names';

import { storageLocationSpec } from '../storage-location.ts';
import { cel, type GuardOf, userName } from './guard.ts';

/** Backups that go elsewhere, in the clear or with another key, cannot be counted on. */
export const locationsAreDeclared: GuardOf = (environment) => {
  const { objectStorage, config, accessMode } = storageLocationSpec(environment);
  const { bucket, prefix = '' } = objectStorage;
  const edit = `edit environments/${environment.name}/config.ts`;
  return {
    name: 'locations-are-declared',
    resources: ['backupstoragelocations'],
    operations: ['CREATE', 'UPDATE', 'DELETE'],
    except: [],
    validations: [
      {
        expression: unlessDeleted(
          `has(object.spec.objectStorage) && object.spec.objectStorage.bucket == ${cel(bucket)}`,
        ),
        message: `Backups of this cluster are in the bucket ${bucket}, and nowhere else.`,
      },
      {
        expression: unlessDeleted(
          prefix === ''
            ? "!has(object.spec.objectStorage.prefix) || object.spec.objectStorage.prefix == ''"
            : `has(object.spec.objectStorage.prefix) && object.spec.objectStorage.prefix == ${cel(prefix)}`,
        ),
        message: `Backups of this cluster are in ${prefix === '' ? 'the root' : `the folder ${prefix}`} of the bucket.`,
      },
      {
        expression: unlessDeleted(
          `${configured('serverSideEncryption', 'aws:kms')} && ${configured('kmsKeyId', config.kmsKeyId)}`,
        ),
        message: `Backups are encrypted with ${config.kmsKeyId}: set serverSideEncryption to aws:kms and kmsKeyId to it.`,
      },
      {
        expression: unlessDeleted(
          "!has(object.spec.config) || !('insecureSkipTLSVerify' in object.spec.config) || object.spec.config['insecureSkipTLSVerify'] == 'false'",
        ),
        message: 'The certificate of S3 is always verified.',
      },
      {
        expression: unlessDeleted(
          `has(object.spec.accessMode) && object.spec.accessMode == ${cel(accessMode)}`,
        ),
        message: `The location is ${accessMode}; to change that, ${edit}.`,
      },
      {
        expression: `request.operation != 'DELETE' || request.userInfo.username == ${cel(userName(argocdController(environment)))}`,
        message: `Locations are removed in Git: ${edit}.`,
      },
    ],
  };
};

const unlessDeleted = (expression: string): string =>
  `request.operation == 'DELETE' || (${expression})`;

const configured = (key: string, value: string): string =>
  `has(object.spec.config) && ${cel(key)} in object.spec.config && object.spec.config[${cel(key)}] == ${cel(value)}`;
