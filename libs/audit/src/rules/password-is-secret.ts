import { textAt } from '../input/plain.ts';
import { passwordSources } from '../installation/installation.ts';
import type { AuditRule } from './audit-rule.ts';

export const passwordIsSecret: AuditRule = {
  id: 'audit/password-is-secret',
  severity: 'error',
  why: 'With the password that everybody knows, whoever reads the bucket reads the files of every volume.',
  source: 'https://github.com/vmware-tanzu/velero/issues/5443',
  check: ({ installation }) =>
    passwordSources(installation).flatMap(({ value, name, placeAt }) => {
      const plain = textAt(value, 'stringData', 'repository-password');
      const encoded = textAt(value, 'data', 'repository-password');
      const password =
        plain ??
        (encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString('utf8'));
      if (password?.trim() !== known) return [];
      return [
        {
          subject: `Secret/${name}`,
          message: 'is the password that Velero has by default',
          expected: 'a random password',
          received: known,
          place: placeAt([plain === undefined ? 'data' : 'stringData', 'repository-password']),
        },
      ];
    }),
};

const known = 'static-passw0rd';
