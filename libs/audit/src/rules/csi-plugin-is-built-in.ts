import { csiBuiltIn } from '../copies/copy.ts';
import type { AuditRule } from './audit-rule.ts';

export const csiPluginIsBuiltIn: AuditRule = {
  id: 'audit/csi-plugin-is-built-in',
  severity: 'error',
  why: 'The server holds the CSI plugin since 1.14, and ends at its start when it is registered twice.',
  source: 'https://github.com/velero-io/velero/issues/8871',
  check: ({ installation: { servers } }) =>
    servers
      .filter(({ minor = 0 }) => minor >= csiBuiltIn)
      .flatMap(({ found, plugins, version }) =>
        plugins
          .filter((image) => image.includes('velero-plugin-for-csi'))
          .map((image) => ({
            subject: 'Deployment/velero',
            message: `adds the CSI plugin to Velero ${version}, which holds it`,
            expected: 'no velero-plugin-for-csi',
            received: image,
            place: found.placeAt(['initContainers']),
          })),
      ),
};
