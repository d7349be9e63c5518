import { existsSync } from 'node:fs';

import type { Environment } from '@resilience/config/environment';
import { evidenceBucket } from '@resilience/config/names';

import { Refusal } from '../refusal.ts';
import { type EvidenceSource, sourceOf } from './evidence-source.ts';
import type { Place } from './read-reports.ts';

interface Evidences {
  readonly source: EvidenceSource;
  readonly place: Place;
}

/**
 * Where an environment's drills left their reports: in its own bucket.
 *
 * @param answerWithin milliseconds in which AWS has to answer each request; 0 waits for ever
 */
export function evidenceOf(environment: Environment, answerWithin = 0): Evidences {
  const own = bucketOf(environment);
  return {
    source: sourceOf(own, answerWithin),
    place: { buckets: { [environment.name]: own }, from: own },
  };
}

/**
 * Reports that lie elsewhere, whichever of the environments left them.
 *
 * @param from a folder or `s3://bucket`
 * @throws {Refusal} when there is no such folder
 */
export function evidenceFrom(from: string, environments: readonly Environment[]): Evidences {
  const isBucket = from.startsWith('s3://');
  if (!isBucket && !existsSync(from)) throw new Refusal(`there is no folder ${from}`);
  const place = from.replace(/\/+$/, '');
  const buckets = Object.fromEntries(
    environments.map((each) => [each.name, isBucket ? place : bucketOf(each)]),
  );
  return { source: sourceOf(from), place: { buckets, from: place } };
}

const bucketOf = (environment: Environment): string => `s3://${evidenceBucket(environment).bucket}`;
