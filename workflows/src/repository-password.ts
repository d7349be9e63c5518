/**
 * Where this cluster holds the password of kopia's repositories.
 *
 * @see https://github.com/vmware-tanzu/velero/blob/v1.18.3/pkg/repository/keys/keys.go
 */
export const repositoryPassword = {
  name: 'velero-repo-credentials',
  key: 'repository-password',
} as const;
