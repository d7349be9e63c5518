import type { Statement } from './statement.ts';

/** Refuses requests that are not encrypted in transit, or that use a version below TLS 1.2. */
export const tlsOnly = (bucketArn: string): Statement[] => [
  deny('DenyPlaintext', bucketArn, {
    test: 'Bool',
    variable: 'aws:SecureTransport',
    values: ['false'],
  }),
  deny('DenyOutdatedTls', bucketArn, {
    test: 'NumericLessThan',
    variable: 's3:TlsVersion',
    values: ['1.2'],
  }),
];

const deny = (
  sid: string,
  bucketArn: string,
  condition: { test: string; variable: string; values: string[] },
): Statement => ({
  sid,
  effect: 'Deny',
  principals: [{ type: 'AWS', identifiers: ['*'] }],
  actions: ['s3:*'],
  resources: [bucketArn, `${bucketArn}/*`],
  condition: [condition],
});
