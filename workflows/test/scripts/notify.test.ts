import { expect, test } from 'vitest';

import { runScript } from './run-script.ts';

const webhook = 'https://hooks.slack.example/services/T0/B0/secret';

const notify = (status = 0, failures = '"[]"') =>
  runScript('notify', {
    env: {
      WEBHOOK: webhook,
      WORKFLOW: 'drill-x-1',
      ENVIRONMENT: 'staging',
      RUNBOOK: 'validation',
      OUTCOME: 'Failed',
      FAILURES: failures,
    },
    curl: [{ asked: '--config - --fail', status }],
  });

test('the channel is told what ran, where, how it ended and what failed', () => {
  const failed = JSON.stringify([{ displayName: 'verify(0:x)', phase: 'Failed' }]);
  const { status, outputs, sent } = notify(0, JSON.stringify(failed));
  expect(status).toBe(0);
  expect(JSON.parse(outputs['message'] ?? '')).toEqual({
    text: 'staging: validation Failed (drill-x-1): verify(0:x)',
  });
  expect(sent).toEqual([`url = "${webhook}"\n`]);
});

test('what Argo says is no command and breaks no message', () => {
  for (const failures of ['', '[]', 'nonsense', '"$(touch /tmp/x)"']) {
    const { status, outputs } = notify(0, failures);
    expect([status, JSON.parse(outputs['message'] ?? '')]).toEqual([
      0,
      { text: 'staging: validation Failed (drill-x-1)' },
    ]);
  }
});

test('the address is neither said nor an argument', () => {
  const { stdout, stderr, calls } = notify();
  expect([stdout, stderr, ...calls].join('\n')).not.toContain('hooks.slack.example');
});

test('where nobody could be told, it fails', () => {
  expect(notify(22).status).not.toBe(0);
});
