/** What the only node's network is made of: private, and of this machine alone. */
export const addresses = {
  bridge: 'resilience0',
  /** Where pods reach this machine. */
  machine: '10.88.77.1',
  pods: '10.88.77.0/24',
  /** Where pods look for the API server: the first of the cluster's service addresses. */
  apiserver: '10.96.0.1',
} as const;
