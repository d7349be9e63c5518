import type { AuditRule } from './audit-rule.ts';

export const oneInstallation: AuditRule = {
  id: 'audit/one-installation',
  severity: 'warning',
  why: 'Each cluster has an installation of its own: judged together, one seems to protect what is in another.',
  source: 'https://velero.io/docs/v1.18/locations/',
  check: ({ installation: { servers } }) =>
    servers.slice(1).map(({ found }) => ({
      subject: `Deployment/${found.name}`,
      message: `is one of ${servers.length} installations in these files`,
      expected:
        'the files of one cluster, or the output of its overlay (kustomize build, helm template)',
      received: servers.map((one) => one.found.file).join(', '),
      place: found.placeAt([]),
    })),
};
