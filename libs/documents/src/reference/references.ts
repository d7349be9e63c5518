import type { Environment } from '@resilience/config/environment';
import type { RenderedFile } from '@resilience/render/rendered-file';

import { alertReference } from './alert-reference.ts';
import { declarationReference } from './declaration-reference.ts';
import { metricReference } from './metric-reference.ts';
import { policyReference } from './policy-reference.ts';
import { presetReference } from './preset-reference.ts';

/** The pages of docs/reference that are made from schemas, rules, alerts and presets. */
export const references = (environments: readonly Environment[]): RenderedFile[] => [
  alertReference(),
  declarationReference(),
  metricReference(environments),
  policyReference(),
  presetReference(),
];
