import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { takeLock } from '../src/lock.ts';

test('a lock is had once at a time, and can be had again when it was given back', () => {
  const folder = mkdtempSync(join(tmpdir(), 'resilience-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'below/taken');
  const release = takeLock(file);
  expect(release).toBeDefined();
  expect(takeLock(file)).toBeUndefined();
  release?.();
  const second = takeLock(file);
  expect(second).toBeDefined();
  second?.();
});
