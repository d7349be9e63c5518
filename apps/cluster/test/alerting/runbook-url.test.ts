import { expect, test } from 'vitest';

import { runbookUrl } from '../../src/alerting/runbook-url.ts';

test.each([
  'https://github.com/acme/resilience-layer.git',
  'https://github.com/acme/resilience-layer',
  'https://github.com/acme/resilience-layer/',
  'https://token@github.com/acme/resilience-layer.git',
  'ssh://git@github.com/acme/resilience-layer.git',
  'ssh://git@github.com:22/acme/resilience-layer.git',
  'git@github.com:acme/resilience-layer.git',
])('the page is found from %s', (repository) => {
  expect(runbookUrl({ repository, revision: 'main' }, 'VeleroDown')).toBe(
    'https://github.com/acme/resilience-layer/blob/main/docs/runbooks/VeleroDown.md',
  );
});
