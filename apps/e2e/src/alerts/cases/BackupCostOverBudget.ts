import { gib } from '@resilience/config';
import { hours, minutes } from '@resilience/config/duration';
import { backupBucket } from '@resilience/config/names';

import { type AlertCases, firingAt, quietAt } from '../alert-case.ts';
import { steady, switched } from '../series.ts';

const name = 'aws_s3_bucket_size_bytes_average';

/** No class of storage in any region is cheaper, in US dollars for a gibibyte in a month, nor dearer. */
const cheapest = 0.0009;
const dearest = 0.1;

export const backupCostOverBudget: AlertCases = {
  alert: 'BackupCostOverBudget',
  by: [],
  silentWithout: [name],
  without: {
    boundary: 'Prices are no part of the declaration: the estimate is tested where it is made.',
  },
  cases: (environment) => {
    const { storage } = environment;
    if (storage.kind !== 'bucket') return [];
    const budget = storage.monthlyBudget.usd;
    const stored = (type: string) => ({
      dimension_BucketName: backupBucket(environment).bucket,
      dimension_StorageType: type,
    });
    const little = ((budget / dearest) * gib(1).bytes) / 10;
    const much = (budget / cheapest) * gib(1).bytes;
    return [
      {
        kind: 'quiet',
        what: 'little is stored, and another bucket is full',
        series: [
          steady(name, stored('StandardStorage'), little),
          steady(name, { ...stored('StandardStorage'), dimension_BucketName: 'other' }, much),
        ],
        expect: quietAt(minutes(0), hours(4)),
      },
      ...['StandardStorage', 'StandardIAStorage', 'GlacierInstantRetrievalStorage'].map((type) => ({
        kind: 'firing' as const,
        what: `too much is stored as ${type}, for an hour`,
        series: [steady(name, stored(type), much)],
        expect: [{ at: minutes(59), alerts: [] }, firingAt(minutes(65), [])],
      })),
      {
        kind: 'resolving',
        what: 'backups expire',
        series: [switched(name, stored('StandardStorage'), [much, hours(2), little])],
        expect: [firingAt(minutes(119), []), ...quietAt(minutes(125))],
      },
    ];
  },
};
