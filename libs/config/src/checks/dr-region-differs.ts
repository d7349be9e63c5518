import type { Check } from './check.ts';

/** A copy in the same region is lost with it. */
export const drRegionDiffers: Check = ({ aws }) =>
  aws.drRegion === aws.region
    ? [
        {
          path: 'aws.drRegion',
          code: 'config/dr-region-differs',
          message: 'is the region that it has to outlive',
          expected: `a region other than ${aws.region}`,
          received: `"${aws.region}"`,
          fix: 'choose another region for the copies',
        },
      ]
    : [];
