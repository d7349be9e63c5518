import type { Replacement } from '@resilience/render/replace-files';

import { Refusal } from '../refusal.ts';
import { holds, removalOfSample } from './sample.ts';

/**
 * The files that have to go before an organisation can be declared.
 *
 * @param removeSample takes away the sample that the layer comes with
 * @throws {Refusal} where an organisation is declared already, or the sample is there and may not go
 */
export async function makeRoom(root: string, removeSample: boolean): Promise<Replacement[]> {
  const held = await holds(root);
  if (held === 'nothing') return [];
  if (held === 'an organisation') {
    throw new Refusal(
      'an organisation is declared in environments: "resilience add environment" adds to it',
    );
  }
  if (removeSample) return removalOfSample(root);
  throw new Refusal(
    'environments holds the sample of an organisation: pass --remove-sample to put yours in its place (git brings it back)',
  );
}
