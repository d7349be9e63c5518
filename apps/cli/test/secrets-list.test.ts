import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { primaryEnvironment } from '@resilience/config/fixtures';
import { listEnvironments } from '@resilience/config/load';
import { secretsList } from '@resilience/documents/secrets-list';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

import { repositoryRoot } from '../src/repository-root.ts';

const rendered = (environment: string): string =>
  join(repositoryRoot, 'environments', environment, 'rendered');

/** Every `‹Secret› ‹key›` that an object refers to, however deep. */
const secretKeysIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(secretKeysIn);
  const { name, key } = value as { name?: unknown; key?: unknown };
  return typeof name === 'string' && typeof key === 'string' && Object.keys(value).length === 2
    ? [`${name} ${key}`, ...inner]
    : inner;
};

/** Every `‹Secret› ‹key›` that the commands of a page make. */
const madeBy = (page: string): string[] =>
  page
    .replaceAll(' \\\n', '')
    .split('\n')
    .flatMap((line) => {
      const [, secret] =
        /^kubectl create secret generic (\S+) --namespace velero /.exec(line) ?? [];
      const keys = [...line.matchAll(/--from-literal=([^=]+)=/g)];
      return keys.map(([, key]) => `${secret} ${key}`);
    });

test.each(some(listEnvironments(repositoryRoot)))(
  '%s: a person makes every key of a Secret that a rendered receiver needs, and no other',
  (environment) => {
    const needed = globSync('kubernetes/resilience-routing/*.yaml', { cwd: rendered(environment) })
      .map((file) => parse(readFileSync(join(rendered(environment), file), 'utf8')) as unknown)
      .flatMap(secretKeysIn);
    const page = readFileSync(join(rendered(environment), 'secrets.md'), 'utf8');
    expect(madeBy(page).toSorted()).toEqual([...new Set(needed)].toSorted());
  },
);

test('one Secret with the values of two channels is made at once', () => {
  const { content } = secretsList(
    primaryEnvironment(({ notifications }) => {
      notifications.channels['pager'] = {
        kind: 'pagerduty',
        routingKey: { name: 'smtp', key: 'routing-key' },
      };
      notifications.severities.critical.channels.push('pager');
    }),
  );
  expect(madeBy(content)).toEqual(['smtp password', 'smtp routing-key', 'heartbeat url']);
  expect(content.match(/create secret generic smtp/g)).toHaveLength(1);
});

test('a channel that nothing is sent to needs no Secret', () => {
  const { content } = secretsList(
    primaryEnvironment(({ notifications }) => {
      notifications.channels['unused'] = {
        kind: 'pagerduty',
        routingKey: { name: 'pagerduty', key: 'routing-key' },
      };
    }),
  );
  expect(content).not.toContain('pagerduty');
});

test('what a value is said to hold stays one word of a shell', () => {
  const { content } = secretsList(
    primaryEnvironment(({ notifications }) => {
      const { mail } = notifications.channels;
      if (mail?.kind === 'email') mail.login.username = "o'neill $(id)";
    }),
  );
  expect(content).toContain(String.raw`--from-literal=password='‹password of o'\''neill $(id) at `);
});
