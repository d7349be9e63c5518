import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { newRepository } from '@resilience/fixtures/new-repository';
import { programRoot } from '@resilience/fixtures/program-root';
import { resilience } from '@resilience/fixtures/resilience';

import { sessionPath, sessionPicture } from './session.ts';

/** Records the terminal session of the README: `npm run record`. */
const folder = mkdtempSync(join(tmpdir(), 'session-'));
try {
  const root = newRepository(folder, 'harbour');
  resilience(root, ['render']);
  mkdirSync(join(programRoot, 'docs/pictures'), { recursive: true });
  writeFileSync(join(programRoot, sessionPath), sessionPicture(root));
} finally {
  rmSync(folder, { recursive: true });
}
