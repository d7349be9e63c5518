/** Where an API server is, and by what authority its certificate is; without one, that is not asked. */
export interface Server {
  readonly url: string;
  /** PEM. */
  readonly ca?: string;
}

/** An API server, and who speaks to it. */
export interface Access extends Server {
  readonly token: string;
}

/** What programs read from a file to reach an API server. */
export const kubeconfigOf = ({ url, ca, token }: Access): object => ({
  apiVersion: 'v1',
  kind: 'Config',
  'current-context': 'e2e',
  contexts: [{ name: 'e2e', context: { cluster: 'e2e', user: 'e2e' } }],
  clusters: [
    {
      name: 'e2e',
      cluster: {
        server: url,
        // The certificate that an API server makes for itself names other hosts.
        ...(ca === undefined
          ? { 'insecure-skip-tls-verify': true }
          : { 'certificate-authority-data': Buffer.from(ca).toString('base64') }),
      },
    },
  ],
  users: [{ name: 'e2e', user: { token } }],
});
