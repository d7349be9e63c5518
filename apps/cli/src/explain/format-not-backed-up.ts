import type { NotBackedUp } from '@resilience/recovery/not-backed-up';

import { reasonOf } from '@resilience/documents/words/format-never-recovered';
import type { ReasonDeclared } from '../not-backed-up.ts';

/** The reason, its place, and the consequence of each disaster. */
export function formatNotBackedUp(
  service: string,
  declared: ReasonDeclared,
  disasters: readonly NotBackedUp[],
): string {
  const { namespace, file = '', line, path } = declared;
  return [
    `${service} is not backed up: ${reasonOf(declared)}`,
    `  declared at ${line === undefined ? file : `${file}:${line}`}, ${path}`,
    `  no backup holds the namespace ${namespace}, and no runbook restores it`,
    ...disasters.map(({ scenario, keepsVolumes }) => `${scenario}: ${consequence(keepsVolumes)}`),
  ].join('\n');
}

const consequence = (keepsVolumes: boolean): string =>
  keepsVolumes
    ? 'volumes stay as they are, nothing is lost'
    : 'nothing is restored, all that is lost stays lost';
