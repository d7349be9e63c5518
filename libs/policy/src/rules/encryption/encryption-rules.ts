import type { Rule } from '../../rule.ts';
import { bucketKeysAreOn } from './bucket-keys-are-on.ts';
import { bucketsUseKms } from './buckets-use-kms.ts';
import { encryptedObjectsAreReplicated } from './encrypted-objects-are-replicated.ts';
import { headerlessPutsAreTaken } from './headerless-puts-are-taken.ts';
import { keysRotate } from './keys-rotate.ts';
import { keysWaitForDeletion } from './keys-wait-for-deletion.ts';
import { noSecretsInGit } from './no-secrets-in-git.ts';
import { passwordIsWaitedFor } from './password-is-waited-for.ts';
import { replicaKeyInItsRegion } from './replica-key-in-its-region.ts';
import { repositoryPasswordIsOurs } from './repository-password-is-ours.ts';
import { secretsUseKms } from './secrets-use-kms.ts';
import { topicsAreEncrypted } from './topics-are-encrypted.ts';
import { transportIsTls } from './transport-is-tls.ts';
import { volumesByDefault } from './volumes-by-default.ts';

export const encryptionRules: readonly Rule[] = [
  bucketKeysAreOn,
  bucketsUseKms,
  encryptedObjectsAreReplicated,
  headerlessPutsAreTaken,
  keysRotate,
  keysWaitForDeletion,
  noSecretsInGit,
  passwordIsWaitedFor,
  replicaKeyInItsRegion,
  repositoryPasswordIsOurs,
  secretsUseKms,
  topicsAreEncrypted,
  transportIsTls,
  volumesByDefault,
];
