import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { onTestFinished } from 'vitest';

/**
 * A repository whose one environment, called `broken`, declares nothing.
 *
 * @param atTheEnd of the test, or of the file: when the repository is removed
 */
export function brokenRepository(atTheEnd: (remove: () => void) => void = onTestFinished): string {
  const root = mkdtempSync(join(tmpdir(), 'resilience-broken-'));
  atTheEnd(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'environments/broken'), { recursive: true });
  writeFileSync(join(root, 'environments/broken/config.ts'), 'export default {};\n');
  return root;
}
