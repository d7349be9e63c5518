/** Two clusters, of which one waits in the DR region. */
export const twoClusters = {
  organisation: 'acme',
  account: '111122223333',
  region: 'eu-central-1',
  drRegion: 'eu-west-1',
  cluster: 'acme-production',
  identity: 'pod-identity',
  drCluster: 'acme-dr',
  drIdentity: 'pod-identity',
  repository: 'https://git.acme.example/resilience.git',
  slack: '#platform',
  pagerduty: true,
  withoutCluster: ['ops@acme.example'],
  breakGlass: ['arn:aws:iam::111122223333:user/break-glass'],
  services: ['orders:shop:postgresql:20gib'],
};

/** An agency whose regions no price list knows. */
export const govCloud = {
  ...twoClusters,
  organisation: 'agency',
  region: 'us-gov-west-1',
  drRegion: 'us-gov-east-1',
  cluster: 'agency-production',
  drCluster: 'agency-dr',
  breakGlass: ['arn:aws-us-gov:iam::111122223333:user/break-glass'],
};

/** One cluster, and no other region. */
export const oneCluster = {
  ...twoClusters,
  organisation: 'nordic',
  region: 'eu-north-1',
  drRegion: 'none',
  cluster: 'nordic-production',
  drCluster: 'none',
};
