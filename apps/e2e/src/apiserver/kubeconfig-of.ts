/** An API server, and who speaks to it. */
export interface Access {
  readonly url: string;
  readonly token: string;
}

/** What programs read from a file to reach an API server. */
export const kubeconfigOf = ({ url, token }: Access): object => ({
  apiVersion: 'v1',
  kind: 'Config',
  'current-context': 'e2e',
  contexts: [{ name: 'e2e', context: { cluster: 'e2e', user: 'e2e' } }],
  // The certificate that an API server makes for itself names other hosts.
  clusters: [{ name: 'e2e', cluster: { server: url, 'insecure-skip-tls-verify': true } }],
  users: [{ name: 'e2e', user: { token } }],
});
