import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

test('a file that is not there is looked for', () => {
  const file = join(import.meta.dirname, '../../../../environments/staging/not-there.json');
  expect(existsSync(file)).toBe(false);
});
