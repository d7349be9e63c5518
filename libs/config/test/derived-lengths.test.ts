import fc from 'fast-check';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { namesLeaveRoom } from '../src/checks/names-leave-room.ts';
import type { Declaration } from '../src/schema/declaration.ts';
import { dnsLabel } from '../src/schema/scalars.ts';
import { primaryEnvironment } from './fixtures/declarations.ts';

const label = 63;

/** What is named after each, with the most characters that it may have. */
const derived: Readonly<Record<string, (name: string) => readonly (readonly [string, number])[]>> =
  {
    drills: (name) => [
      [`drill-${name}`, 52],
      [`drill-${name}-1764057600`, label],
      [`drill-${name}-1764057600-99`, label],
    ],
    schedules: (name) => [
      [name, label],
      [`${name}-20261124020000`, label],
    ],
    applications: (name) => [
      [`before-change-${name}`, label],
      [`before-change-${name}-x7v2p`, label],
    ],
  };

function declared(part: string, name: string): Declaration {
  const environment = primaryEnvironment();
  const named = { [name]: {} };
  return {
    ...environment,
    drills: {},
    schedules: {},
    changes: { ...environment.changes, applications: {} },
    ...(part === 'applications'
      ? { changes: { ...environment.changes, applications: named } }
      : { [part]: named }),
  } as Declaration;
}

const name = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/);

test.each(some(Object.keys(derived)))(
  '%s may be named as long as what is named after them fits',
  (part) => {
    fc.assert(
      fc.property(name, (of) => {
        expect(dnsLabel.safeParse(of).success).toBe(true);
        const fits = (derived[part]?.(of) ?? []).every(([text, most]) => text.length <= most);
        expect(namesLeaveRoom(declared(part, of)).length === 0).toBe(fits);
      }),
      { examples: [43, 44, 45, 46, 47, 48, 49].map((length) => ['a'.repeat(length)]) },
    );
  },
);

test('a shorter name is proposed, that can be pasted', () => {
  const [finding] = namesLeaveRoom(declared('drills', `${'x'.repeat(42)}-${'y'.repeat(10)}`));
  expect(finding).toMatchObject({
    expected: 'at most 43 characters',
    received: '53 characters',
    fix: `shorten it, such as to ${'x'.repeat(42)}`,
  });
});
