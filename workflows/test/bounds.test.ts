import { primaryEnvironment } from '@resilience/config/fixtures';
import { expect, test } from 'vitest';

import { synthWorkflows } from '../src/synth.ts';

interface Bounded {
  readonly name?: string;
  readonly parallelism?: number;
  readonly templates?: readonly Bounded[];
  readonly workflowSpec?: Bounded;
}

const specs = synthWorkflows(primaryEnvironment()).flatMap((object) => {
  const { spec } = object as { readonly spec?: Bounded };
  return spec ? [spec.workflowSpec ?? spec] : [];
});
const templates = specs.flatMap((spec) => spec.templates ?? []);
const isBounded = ({ parallelism }: Bounded): boolean => parallelism !== undefined;

test('no restore waits for the checks of services that are back', () => {
  expect(specs.filter(isBounded)).toEqual([]);
  expect(templates.filter(isBounded).map(({ name }) => name)).toEqual(['verify-service']);
});
