import type { Answers } from '../answers.ts';
import type { Audited, FoundLocation } from './audited.ts';
import { isS3, mainLocation, untilExpired } from './kept-location.ts';

/** What is lost, and what is kept, of the locations beside the one that is declared. */
export const notesOfOtherLocations = (found: Audited, answers: Answers): string[] => {
  const main = mainLocation(found);
  return found.locations
    .filter((one) => one !== main)
    .map((one) =>
      [whatOf(one), writersOf(one, found), keptOf(one, answers), untilExpired].join(' '),
    );
};

const whatOf = ({ name, bucket = 'no bucket', region }: FoundLocation): string =>
  `The location ${name} (${[bucket, region].filter(Boolean).join(' in ')}) is not declared.`;

function writersOf({ name, readOnly }: FoundLocation, { schedules }: Audited): string {
  if (readOnly) return 'It is read only.';
  const writers = schedules.filter((one) => one.location === name && !one.paused);
  const names = writers.map((one) => one.name).join(', ');
  return writers.length === 0
    ? 'No schedule writes to it.'
    : `What ${names} writes to it goes to the one bucket from now on.`;
}

/** What the second place protects from, and whether the declaration does. */
function keptOf(location: FoundLocation, { region, drRegion }: Answers): string {
  if (!isS3(location)) return 'A copy outside of Amazon S3 is not kept.';
  if (location.region === undefined || location.region === region) {
    return 'A second bucket in the same region is not kept: a replica in a DR region stands for it.';
  }
  if (drRegion === location.region) {
    return `The bucket is replicated to ${drRegion}, so that its copies outlive the region as they do today.`;
  }
  return drRegion === 'none'
    ? `Its copies outlive the region ${region}, and those that are declared do not: answer drRegion ${location.region} to keep that.`
    : `The bucket is replicated to ${drRegion} in its place.`;
}
