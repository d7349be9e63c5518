/** Where an API server is, and whom its certificate has to be of: an authority of its own, or one that all know. */
export interface Server {
  readonly url: string;
  /** PEM. */
  readonly ca?: string;
  /** Its certificate is taken as it is: one that an API server makes for itself names other hosts. */
  readonly isTrusted?: boolean;
}

/** An API server, and who speaks to it. */
export interface Access extends Server {
  readonly token: string;
}

/** What programs read from a file to reach an API server. */
export const kubeconfigOf = ({ url, ca, isTrusted, token }: Access): object => ({
  apiVersion: 'v1',
  kind: 'Config',
  'current-context': 'e2e',
  contexts: [{ name: 'e2e', context: { cluster: 'e2e', user: 'e2e' } }],
  clusters: [
    {
      name: 'e2e',
      cluster: {
        server: url,
        ...(isTrusted && { 'insecure-skip-tls-verify': true }),
        ...(ca !== undefined && {
          'certificate-authority-data': Buffer.from(ca).toString('base64'),
        }),
      },
    },
  ],
  users: [{ name: 'e2e', user: { token } }],
});
