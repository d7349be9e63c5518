import type { Given } from '../given-answers.ts';
import type { Audited } from './audited.ts';
import { isS3, mainLocation } from './kept-location.ts';

const ofAws = /^[a-z]{2}(-[a-z]+)+-\d+$/;

/** The answers that an audit gives: the region of the cluster, and that of a location elsewhere. */
export function knownAnswers(found: Audited): Given {
  const main = mainLocation(found);
  const region = found.region ?? main?.region;
  const elsewhere = found.locations.find(
    (one) => isS3(one) && one !== main && one.region !== undefined && one.region !== region,
  )?.region;
  return {
    ...(region !== undefined && ofAws.test(region) && { region }),
    ...(elsewhere !== undefined && ofAws.test(elsewhere) && { drRegion: elsewhere }),
  };
}
