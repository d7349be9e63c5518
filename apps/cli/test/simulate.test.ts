import { expect, test } from 'vitest';

import { repositoryRoot } from '../src/repository-root.ts';
import { resilience } from './resilience.ts';
import { resultOf } from './result-of.ts';

const simulate = (...words: string[]) => resilience(repositoryRoot, ['simulate', ...words]);

test('every service goes through every disaster, and the proofs hold', () => {
  const { status, stdout } = simulate('--env', 'production', '--years', '200');
  expect(status).toBe(0);
  expect(stdout).toContain(
    'production: 200 years, each with every disaster once (seed 1), as the proof assumes\n',
  );
  expect(stdout.match(/ lost +/g)).toHaveLength(7 * 9);
  expect(stdout).toMatch(/^orders +region-failure +lost .* 5 h +12 h$/m);
  expect(stdout).not.toContain('beyond');
  const never = /^storefront, [a-z-]+: never recovered: volume access-logs \(content logs\): /gm;
  expect(stdout.match(never)).toHaveLength(8);
});

test('mishaps that no proof assumes break objectives, and are no fault of the proof', () => {
  const mishaps = ['--failing', '60', '--outages', '20', '--years', '200'];
  const { status, stdout } = simulate('--env', 'production', '--service', 'orders', ...mishaps);
  expect(status).toBe(0);
  expect(stdout).toContain('60 % of backups failing, 20 outages a year');
  expect(stdout).toMatch(/\d+\.\d\d % beyond what is declared/);
  expect(stdout).toContain('more than the proof allows');
});

test('machines and pages get the same', () => {
  const words = ['--env', 'staging', '--years', '20', '--seed', '5'];
  const json: unknown = resultOf(simulate(...words, '--format', 'json').stdout);
  expect(json).toMatchObject({
    environment: 'staging',
    years: 20,
    seed: 5,
    notSimulated: expect.arrayContaining([
      expect.objectContaining({ service: 'orders', scenario: 'key-loss', verdict: 'breached' }),
    ]) as [],
  });
  expect(resultOf(simulate(...words, '--json').stdout)).toEqual(json);
  const { stdout } = simulate(...words, '--format', 'svg');
  expect(stdout).toMatch(/^<svg [^]*<\/svg>\n$/);
  expect(stdout).toContain('media, late-discovery');
});

test.each([
  [['--env', 'prod'], 'no environment is called prod; there are dr, production, staging'],
  [['--env', 'staging', '--service', 'shop'], 'no service is called shop; there are orders, media'],
  [['--env', 'staging', '--years', '0'], 'A whole number from 1 to 1000000 is expected.'],
  [['--env', 'staging', '--failing', '101'], 'A whole number from 0 to 100 is expected.'],
])('%j is refused', (words, message) => {
  expect(simulate(...words)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining(message) as string,
  });
});
