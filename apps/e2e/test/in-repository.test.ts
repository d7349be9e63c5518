import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { renderedRepository } from '@resilience/fixtures/repositories';
import { expect, onTestFinished, test, vi } from 'vitest';

import { inFixture, inOwn } from '../src/in-repository.ts';

/** What is printed from now on. */
function printed(): () => string {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  onTestFinished(() => write.mockRestore());
  return () => write.mock.calls.map(([text]) => String(text)).join('');
}

test('the fixture is rendered where it is judged, and gone afterwards, whatever came of it', async () => {
  const said = printed();
  let judged = '';
  const judge = (root: string) => {
    judged = root;
    expect(existsSync(join(root, 'environments/production/rendered/recovery.md'))).toBe(true);
    return Promise.reject(new Error('judged'));
  };
  await expect(inFixture(judge)).rejects.toThrow('judged');
  expect(existsSync(judged)).toBe(false);
  expect(said()).toBe("The fixture's environments: dr, production, staging\n");
});

test("one's own environments are judged where they are, and stay", async () => {
  const said = printed();
  const root = renderedRepository();
  const judge = vi.fn<(root: string) => Promise<number>>(() => Promise.resolve(1));
  expect(await inOwn(root, judge)).toBe(1);
  expect(judge).toHaveBeenCalledExactlyOnceWith(root);
  expect(said()).toBe("This repository's environments: dr, production, staging\n");
  expect(existsSync(join(root, 'environments/staging/config.ts'))).toBe(true);
});

test('where no environment is declared, there is nothing to judge', async () => {
  const said = printed();
  const root = mkdtempSync(join(tmpdir(), 'resilience-none-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const judge = vi.fn<(root: string) => Promise<number>>();
  expect(await inOwn(root, judge)).toBe(0);
  expect(judge).not.toHaveBeenCalled();
  expect(said()).toContain('declares no environment');
});
