import type { AuditRule } from './audit-rule.ts';

export const schedulesAreEnabled: AuditRule = {
  id: 'audit/schedules-are-enabled',
  severity: 'warning',
  why: 'The chart makes no Schedule of values with disabled: true.',
  source:
    'https://github.com/vmware-tanzu/helm-charts/blob/main/charts/velero/templates/schedule.yaml',
  check: ({ installation: { disabled } }) =>
    disabled.map((found) => ({
      subject: `Schedule/${found.name}`,
      message: 'is disabled',
      expected: 'disabled: false, or no schedule of that name',
      received: 'disabled: true',
      place: found.placeAt(['spec', 'disabled']),
    })),
};
