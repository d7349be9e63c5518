import type { Problem } from '@resilience/config/problem';

import type { Audited, FoundVolume } from './audited.ts';
import { cronOf, holdingIn } from './kept-schedules.ts';
import { isS3, mainLocation } from './kept-location.ts';

type Unkept = Omit<Problem, 'file'>;

/** What was found that no declaration can keep, each cause once. */
export function unkept(found: Audited, file: string): Problem[] {
  const problems = found.found
    ? [
        ...notInS3(found),
        ...notInUtc(found),
        ...namedTwice(found),
        ...notByEbs(found),
        ...nothingRuns(found),
      ]
    : [noVelero];
  return problems.map((one) => ({ file, ...one }));
}

const noVelero: Unkept = {
  path: '',
  code: 'init/no-velero',
  message: 'holds no Velero, so that there is nothing to keep',
  expected: 'a Schedule, a BackupStorageLocation, or what installs Velero',
  received: 'none of them',
  fix: 'name the folder that describes Velero, or run init without --from-audit',
};

function notInS3(found: Audited): Unkept[] {
  const main = mainLocation(found);
  if (main === undefined || isS3(main)) return [];
  const { name, provider = 'no provider', s3Url } = main;
  return [
    {
      path: `BackupStorageLocation/${name}`,
      code: 'init/not-in-s3',
      message: 'keeps backups where the layer cannot: it keeps them in Amazon S3 alone',
      expected: 'the provider aws, and a bucket of Amazon S3',
      received: s3Url === undefined ? provider : `${provider} at ${s3Url}`,
      fix: 'run init without --from-audit: the declaration makes a bucket in S3, and the old one is read by the Velero of today until its last backup has expired',
    },
  ];
}

const notInUtc = ({ schedules }: Audited): Unkept[] =>
  schedules
    .filter((one) => !one.paused && cronOf(one) === undefined)
    .map(({ name, schedule, place }) => ({
      path: `Schedule/${name} at ${place.file}:${place.line}`,
      code: 'init/not-in-utc',
      message: 'runs at no times that five fields in UTC say',
      expected: 'a cron expression in UTC that fires, such as "0 2 * * *"',
      received: JSON.stringify(schedule),
      fix: 'write the expression in UTC in its schedule, or set paused: true, and run this again',
    }));

const namedTwice = ({ schedules }: Audited): Unkept[] =>
  [...Map.groupBy(schedules, ({ name }) => name)]
    .filter(([, all]) => all.length > 1)
    .map(([name, all]) => ({
      path: `Schedule/${name}`,
      code: 'init/named-twice',
      message: 'is the name of several schedules',
      expected: 'one schedule of a name',
      received: all.map(({ place }) => `${place.file}:${place.line}`).join(', '),
      fix: 'name the folder of one cluster, or rename all but one',
    }));

const ebs = /^(ebs\.csi\.(eks\.amazonaws|aws)\.com|kubernetes\.io\/aws-ebs)$/;

/** A snapshot of a volume that is no EBS volume would be declared to outlive what it does not outlive. */
const needsSnapshots = ({ driver, copies }: FoundVolume): boolean =>
  driver !== undefined &&
  !ebs.test(driver) &&
  copies.length > 0 &&
  !copies.every(({ method }) => method === 'file-system');

function notByEbs({ namespaces }: Audited): Unkept[] {
  const volumes = namespaces.flatMap(({ name, volumes: all }) =>
    all.filter(needsSnapshots).map((one) => `${name}/${one.name} by ${one.driver}`),
  );
  if (volumes.length === 0) return [];
  return [
    {
      path: 'volumes',
      code: 'init/not-by-ebs',
      message: 'are copied by snapshots that the layer does not take: it takes those of EBS alone',
      expected: 'volumes of ebs.csi.aws.com, or copies of files',
      received: volumes.join(', '),
      fix: 'have their files copied: annotate their pods with backup.velero.io/backup-volumes, and run this again',
    },
  ];
}

const nothingRuns = (found: Audited): Unkept[] =>
  holdingIn(found).length > 0
    ? []
    : [
        {
          path: 'schedules',
          code: 'init/nothing-is-backed-up',
          message: 'hold no namespace that was found, so that there is nothing to keep',
          expected: 'a schedule that runs, writes to a location and holds a namespace',
          received: found.schedules.map(({ name }) => name).join(', ') || 'no schedule',
          fix: 'name a path that holds the schedules and the workloads, or run init without --from-audit',
        },
      ];
