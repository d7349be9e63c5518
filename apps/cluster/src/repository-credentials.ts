/**
 * The secret that Velero looks for before it makes its first repository; where it is missing, Velero
 * makes it with a password from its source code.
 *
 * @see https://github.com/vmware-tanzu/velero/blob/v1.18.3/pkg/repository/keys/keys.go
 */
export const repositoryCredentials = {
  secret: 'velero-repo-credentials',
  key: 'repository-password',
  path: '/var/run/secrets/velero-repository',
} as const;
