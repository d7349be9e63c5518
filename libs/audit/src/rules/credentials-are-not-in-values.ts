import { isOpen } from '../input/variables.ts';
import { objectAt } from '../input/plain.ts';
import type { AuditRule } from './audit-rule.ts';

export const credentialsAreNotInValues: AuditRule = {
  id: 'audit/credentials-are-not-in-values',
  severity: 'error',
  why: 'What is in Git is read by more people and for longer than any secret may be.',
  source: 'https://kubernetes.io/docs/concepts/configuration/secret/',
  check: ({ installation: { releases } }) =>
    releases.flatMap(({ name, values }) =>
      Object.entries(objectAt(values.value, 'credentials', 'secretContents'))
        .filter(
          ([, text]) =>
            typeof text === 'string' &&
            /(secret_access_key|private_key|AZURE_CLIENT_SECRET|ACCESS_KEY)\s*[=:]/i.test(text) &&
            !isOpen(text) &&
            !/<[^>]+>/.test(text),
        )
        .map(([key]) => ({
          subject: `Release/${name}`,
          message: 'has credentials among its values',
          expected: 'credentials.existingSecret, or a role of the cloud',
          received: `credentials.secretContents.${key}`,
          place: values.placeAt(['credentials', 'secretContents', key]),
        })),
    ),
};
