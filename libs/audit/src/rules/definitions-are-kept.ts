import { isTrue } from '../input/plain.ts';
import type { AuditRule } from './audit-rule.ts';

export const definitionsAreKept: AuditRule = {
  id: 'audit/definitions-are-kept',
  severity: 'warning',
  why: 'With its definitions Kubernetes deletes every Schedule, Backup and location when the release is removed.',
  source: 'https://github.com/vmware-tanzu/helm-charts/blob/main/charts/velero/values.yaml',
  check: ({ installation: { releases } }) =>
    releases
      .filter(({ values }) => isTrue(values.value, 'cleanUpCRDs'))
      .map(({ name, values }) => ({
        subject: `Release/${name}`,
        message: 'deletes the definitions of Velero when it is removed',
        expected: 'cleanUpCRDs: false',
        received: 'cleanUpCRDs: true',
        place: values.placeAt(['cleanUpCRDs']),
      })),
};
