import type { Answers } from '../answers.ts';
import type { Audited, FoundLocation } from './audited.ts';

/** Where backups go that name no location. */
export const mainLocation = ({ locations }: Audited): FoundLocation | undefined =>
  locations.find((one) => one.isDefault) ?? locations.find((one) => !one.readOnly);

export const isS3 = ({ provider, s3Url }: FoundLocation): boolean =>
  provider === 'aws' && (s3Url === undefined || /amazonaws\.com(\.cn)?([:/]|$)/.test(s3Url));

interface KeptLocation {
  readonly adopts: string | undefined;
  /** The folder of the bucket. */
  readonly prefix: string | undefined;
  readonly notes: readonly string[];
}

const newBucket = { adopts: undefined, prefix: undefined };

export function keptLocation(found: Audited, { region }: Answers): KeptLocation {
  const main = mainLocation(found);
  if (main?.bucket === undefined) {
    return { ...newBucket, notes: ['No bucket was found: a new one is declared.'] };
  }
  const why = whyNotAdopted(main, region);
  if (why !== undefined) {
    const note = `The bucket ${main.bucket} is not adopted, as ${why}: a new one is declared. ${untilExpired}`;
    return { ...newBucket, notes: [note] };
  }
  return {
    adopts: main.bucket,
    prefix: main.prefix?.replaceAll(/^\/+|\/+$/g, ''),
    notes:
      main.kmsKeyId === undefined
        ? []
        : [
            `Objects in ${main.bucket} stay encrypted with the key ${main.kmsKeyId}: keep it until the last backup that it encrypts has expired.`,
          ],
  };
}

function whyNotAdopted({ region, readOnly }: FoundLocation, declared: string): string | undefined {
  if (readOnly) return 'nothing may write to it';
  return region === undefined || region === declared ? undefined : `it is in ${region}`;
}

export const untilExpired =
  'Old backups are read by the Velero of today alone: let it restore from there until the last of them has expired.';
