import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../scripts');

test.each(some(readdirSync(folder)))('%s hands nothing that it has read to echo', (name) => {
  // Some shells write what a backslash stands for, and JSON is none any more.
  expect(readFileSync(join(folder, name), 'utf8')).not.toMatch(/\becho [^|;\n]*\$/);
});
