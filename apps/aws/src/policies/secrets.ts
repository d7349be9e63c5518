import type { Environment } from '@resilience/config/environment';

import { allow, type Statement } from './statement.ts';

/** The one secret that the cluster needs from AWS. */
export const secretsStatements = ({ backups }: Environment): Statement[] => [
  allow(
    'ReadRepositoryPassword',
    ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
    [backups.repositorySecret.arnPattern],
  ),
];
