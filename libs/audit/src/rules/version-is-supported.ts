import type { AuditRule } from './audit-rule.ts';

export const versionIsSupported: AuditRule = {
  id: 'audit/version-is-supported',
  severity: 'warning',
  why: 'Faults that lose backups are put right in the newest minors alone.',
  source: 'https://github.com/velero-io/velero#velero-compatibility-matrix',
  check: ({ installation: { servers } }) =>
    servers
      .filter(({ minor }) => minor !== undefined && minor < oldest)
      .map(({ found, version }) => ({
        subject: 'Deployment/velero',
        message: `runs Velero ${version}`,
        expected: `1.${oldest} or newer`,
        received: version ?? '',
        place: found.placeAt(['spec', 'template', 'spec', 'containers', 0, 'image']),
      })),
};

/** Two minors before 1.18, the newest that this layer knows. */
const oldest = 16;
