import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chdir, cwd } from 'node:process';

import { primaryEnvironment } from '@resilience/config/fixtures';
import { expect, onTestFinished, test } from 'vitest';

import { synthesised } from './synthesised.ts';

test('nothing is left in the folder of the one who renders', () => {
  const [before, folder] = [cwd(), mkdtempSync(join(tmpdir(), 'synth-'))];
  onTestFinished(() => {
    chdir(before);
    rmSync(folder, { recursive: true });
  });
  chdir(folder);
  synthesised(primaryEnvironment());
  expect(readdirSync(folder)).toEqual([]);
});
