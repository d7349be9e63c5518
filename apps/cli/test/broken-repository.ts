import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { onTestFinished } from 'vitest';

/** A repository whose one environment, called `broken`, declares nothing; until the test has ended. */
export function brokenRepository(): string {
  const root = mkdtempSync(join(tmpdir(), 'resilience-broken-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'environments/broken'), { recursive: true });
  writeFileSync(join(root, 'environments/broken/config.ts'), 'export default {};\n');
  return root;
}
