import type { Environment } from '@resilience/config/environment';

import { allow, type Statement, through } from './statement.ts';

/**
 * The one secret that the cluster needs from AWS.
 *
 * @param keyArn the key that encrypts it where it is read
 */
export const secretsStatements = ({ backups }: Environment, keyArn: string): Statement[] => [
  allow(
    'ReadRepositoryPassword',
    ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
    [backups.repositorySecret.arnPattern],
  ),
  allow(
    'DecryptRepositoryPassword',
    ['kms:Decrypt'],
    [keyArn],
    [through('secretsmanager', backups.repositorySecret.region)],
  ),
];
