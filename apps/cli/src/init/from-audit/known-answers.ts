import type { Given } from '../given-answers.ts';
import type { Audited } from './audited.ts';
import { isS3, mainLocation } from './kept-location.ts';

const ofAws = /^[a-z]{2}(-[a-z]+)+-\d+$/;

/** The answers that an audit gives: the region of the cluster, and that of a location elsewhere. */
export function knownAnswers(found: Audited): Given {
  const main = mainLocation(found);
  const region = found.region ?? main?.region;
  const elsewhere = found.locations.filter(
    (one) => isS3(one) && one !== main && one.region !== undefined && one.region !== region,
  );
  const written = elsewhere.find(({ name }) =>
    found.schedules.some(({ location, paused }) => location === name && !paused),
  );
  const second = (written ?? elsewhere[0])?.region;
  return {
    ...(region !== undefined && ofAws.test(region) && { region }),
    ...(second !== undefined && ofAws.test(second) && { drRegion: second }),
  };
}
