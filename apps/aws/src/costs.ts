/*
 * What AWS bills, us-east-1, US dollars, as of November 2026. Storage is priced by class in one
 * place, requests and transfer on top.
 *
 * @see https://aws.amazon.com/s3/pricing/
 * @see https://aws.amazon.com/kms/pricing/
 * @see https://aws.amazon.com/cloudwatch/pricing/
 */

export const nothing = 'nothing';

export const keyCost =
  '1.00 a month, and 1.00 more for each of the first two rotations; 0.03 for 10,000 requests, of which bucket keys save most';

export const backupStorageCost =
  '0.023 a GB-month in STANDARD, 0.0125 in STANDARD_IA, 0.004 in GLACIER_IR; overwritten versions until they expire';

export const replicaStorageCost =
  '0.0125 a GB-month in STANDARD_IA for at least 30 days, 0.004 in GLACIER_IR';

export const archiveStorageCost =
  '0.00099 a GB-month for at least 180 days, 40 KB overhead an object; 0.0025 a GB to thaw in bulk';

export const smallStorageCost = '0.023 a GB-month: kilobytes to a few megabytes';

export const logStorageCost = '0.023 a GB-month until the logs expire';

export const transitionCost = '0.01 for 1,000 objects into STANDARD_IA, 0.02 into GLACIER_IR';

export const replicationCost =
  'transfer 0.02 a GB, replication time control 0.015 a GB, 0.30 a month for each of its metrics';

export const requestMetricsCost = '0.30 a month for each of up to 16 metrics';

export const alarmCost = '0.10 a month for each metric that it looks at';

export const secretCost = '0.40 a month in each region, 0.05 for 10,000 requests';

export const notificationCost = '0.50 for a million messages; email 2.00 for 100,000';
