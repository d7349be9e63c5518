import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { listEnvironments } from '@resilience/config/load';
import { newRepository } from '@resilience/fixtures/new-repository';
import { render } from '@resilience/fixtures/render';

/** Judges the environments of the repository in a folder. */
type Judge = (root: string) => Promise<number>;

/**
 * Renders the fixture's environments into a repository of their own, which is gone afterwards.
 *
 * @returns what the judge says of it
 * @throws where nothing can be rendered, and what the judge throws
 */
export async function inFixture(judge: Judge): Promise<number> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'resilience-fixture-')));
  try {
    const root = newRepository(folder, 'harbour');
    render(root);
    process.stdout.write(`The fixture's environments: ${listEnvironments(root).join(', ')}\n`);
    return await judge(root);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param root the repository's folder, which is left as it is
 * @returns what the judge says of its environments; 0 where none is declared
 */
export async function inOwn(root: string, judge: Judge): Promise<number> {
  const names = listEnvironments(root);
  if (names.length === 0) {
    process.stdout.write('This repository declares no environment of its own to judge.\n');
    return 0;
  }
  process.stdout.write(`This repository's environments: ${names.join(', ')}\n`);
  return judge(root);
}
