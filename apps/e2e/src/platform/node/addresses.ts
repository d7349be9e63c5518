/** What the only node's network is made of: private, and of this machine alone. */
export const addresses = {
  bridge: 'resilience0',
  /** Where pods reach this machine, and the AWS API on it. */
  machine: '10.88.77.1',
  /** Of the AWS API, which images are told beforehand. */
  awsPort: 5000,
  /** Of what tells pods whom AWS knows them as. */
  identityPort: 5001,
  pods: '10.88.77.0/24',
  /** Where pods look for the API server: the first of the cluster's service addresses. */
  apiserver: '10.96.0.1',
} as const;

/** Where pods find the AWS API. */
export const awsOfMachine = `http://${addresses.machine}:${addresses.awsPort}`;

/** Where pods are told whom AWS knows them as. */
export const identityOfMachine = `http://${addresses.machine}:${addresses.identityPort}`;
