import type { RoleNames } from './names.ts';
import type { Declaration } from './schema/declaration.ts';

/**
 * What a service account carries so that its pods take on an IAM role. Pod Identity knows the role by
 * an association in AWS, and needs no word of it in the cluster.
 */
export const roleAnnotations = (
  { cluster }: Pick<Declaration, 'cluster'>,
  role: RoleNames,
): Readonly<Record<string, string>> =>
  cluster.identity.kind === 'irsa' ? { 'eks.amazonaws.com/role-arn': role.arn } : {};
