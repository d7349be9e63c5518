import { describeValue } from '@resilience/config/problem';

import type { AuditRule } from './audit-rule.ts';

export const fieldsHaveTheirType: AuditRule = {
  id: 'audit/fields-have-their-type',
  severity: 'error',
  why: 'Kubernetes refuses an object with a field of a wrong type, or leaves the field out.',
  source: 'https://velero.io/docs/v1.18/api-types/',
  check: ({ installation: { schedules, locations } }) =>
    [...schedules, ...locations].flatMap(({ found, name, wrong }) =>
      wrong.map(({ path, expected, received }) => ({
        subject: `${found.kind.split('/').at(-1)}/${name}`,
        message: `has a wrong type at ${path.map(String).join('.')}`,
        expected,
        received: describeValue(received),
        place: found.placeAt(path),
      })),
    ),
};
