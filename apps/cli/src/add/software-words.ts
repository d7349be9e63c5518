/** Of `--software`, what holds the data of a service. */
export const softwareWords = [
  'postgresql',
  'mysql',
  'mariadb',
  'mongodb',
  'redis',
  'valkey',
  'prometheus',
  'grafana',
  'files',
  'stateless',
] as const;
