import type { AuditRule } from './audit-rule.ts';
import { platform } from './platform.ts';

export const aCopyLeavesTheRegion: AuditRule = {
  id: 'audit/a-copy-leaves-the-region',
  severity: 'warning',
  why: 'What is in one region alone is lost with it.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html',
  check: ({ installation: { schedules, server }, namespaces }) => {
    const lost = namespaces.filter(
      (one) =>
        (one.volumes.length > 0 || !platform(one.name, server?.namespace)) &&
        one.schedules.length > 0 &&
        one.disasters['cluster-corruption'].outcome === 'loses' &&
        one.disasters['region-failure'].outcome === 'no copy survives',
    );
    const [schedule] = schedules;
    if (lost.length === 0 || schedule === undefined) return [];
    return [
      {
        subject: 'Velero',
        message: `keeps no copy of ${lost.map(({ name }) => name).join(', ')} outside of the region`,
        expected:
          'copies of volumes in the bucket, and a location in another region, or a replica of the bucket',
        received: [...new Set(lost.map((one) => one.disasters['region-failure'].reason))].join(
          '; ',
        ),
        place: schedule.found.placeAt(['spec', 'template']),
      },
    ];
  },
};
