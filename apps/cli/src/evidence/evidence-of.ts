import { existsSync } from 'node:fs';

import type { Environment } from '@resilience/config/environment';
import { evidenceBucket } from '@resilience/config/names';

import { Refusal } from '../refusal.ts';
import { type EvidenceSource, sourceOf } from './evidence-source.ts';

interface Evidences {
  readonly source: EvidenceSource;
  readonly place: {
    readonly environment: string;
    /** The bucket that reports are told to lie in, as `s3://…`: also where a copy of it is read. */
    readonly bucket: string;
    /** What is really read. */
    readonly from: string;
  };
}

/**
 * Where an environment's drills left their reports.
 *
 * @param from a folder or `s3://bucket` instead of the environment's own bucket
 * @throws {Refusal} when there is no such folder
 */
export function evidenceOf(environment: Environment, from: string | undefined): Evidences {
  if (from !== undefined && !from.startsWith('s3://') && !existsSync(from)) {
    throw new Refusal(`there is no folder ${from}`);
  }
  const own = `s3://${evidenceBucket(environment).bucket}`;
  const place = from ?? own;
  const bucket = place.startsWith('s3://') ? place.replace(/\/+$/, '') : own;
  return { source: sourceOf(place), place: { environment: environment.name, bucket, from: place } };
}
