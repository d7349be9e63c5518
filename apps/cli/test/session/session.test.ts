import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { programRoot } from '@resilience/fixtures/program-root';
import { copyOfRendered } from '@resilience/fixtures/repositories';
import { afterAll, expect, test } from 'vitest';

import { sessionPath, sessionPicture } from './session.ts';

const root = copyOfRendered();
afterAll(() => rmSync(root, { recursive: true }));

/** The revision has another name in each copy. */
const withoutRevision = (picture: string): string => picture.replaceAll(/\([0-9a-f]{8}\)/g, '(…)');

test('the terminal session of the README is what the program says today', () => {
  const committed = readFileSync(join(programRoot, sessionPath), 'utf8');
  expect(withoutRevision(sessionPicture(root)), 'run "npm run record"').toBe(
    withoutRevision(committed),
  );
});
