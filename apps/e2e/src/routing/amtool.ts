import { spawnSync } from 'node:child_process';

import type { RouteCase } from './route-cases.ts';

/** The receiver of the configuration that stands without any AlertmanagerConfig. */
const nobody = 'null';

/**
 * @param program the path of amtool
 * @returns what amtool says of the configuration
 * @throws when it is none
 */
export function checkConfig(program: string, file: string): string {
  const said = amtool(program, ['check-config', file]);
  return said
    .split('\n')
    .filter((line) => line.startsWith(' - '))
    .map((line) => line.slice(3))
    .join(', ');
}

/** Of an AlertmanagerConfig, in front of the name of its receiver. */
const ours = /^velero\/resilience(?:-channel)?-/;

/**
 * @param expected the receivers that send something, as `‹channel›/‹receiver›`
 * @throws when others are notified
 */
export function testRoute(
  program: string,
  file: string,
  { labels, expected }: { labels: RouteCase['labels']; expected: readonly string[] },
): void {
  const said = amtool(program, [
    'config',
    'routes',
    'test',
    `--config.file=${file}`,
    ...Object.entries(labels).map(([name, value]) => `${name}=${value}`),
  ]).trim();
  const found = said
    .split(',')
    .filter((name) => name !== nobody && !name.endsWith('/nobody'))
    .map((name) => name.replace(ours, ''));
  if (found.toSorted().join(',') !== expected.toSorted().join(',')) {
    throw new Error(`${said} instead of ${expected.join(',') || nobody}`);
  }
}

function amtool(program: string, words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, words, {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`amtool ${words.join(' ')} failed:\n${stdout}${stderr}`);
  return stdout;
}
