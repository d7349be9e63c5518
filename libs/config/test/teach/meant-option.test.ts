import { expect, test } from 'vitest';

import { hours } from '../../src/index.ts';
import { parse } from '../../src/parse.ts';
import { withValueAt } from '../../src/teach/place.ts';
import { primaryDeclaration } from '../fixtures/declarations.ts';

const fixesOf = (declared: unknown) => {
  const parsed = parse(declared);
  return parsed.ok ? [] : parsed.findings.map(({ path, fix }) => [path, fix]);
};

test.each([
  [
    'services.shop.objectives.key-loss',
    { unprotectd: 'The keys are kept by the bank, too.' },
    'unprotectd',
    'rename it to unprotected',
  ],
  [
    'services.shop.objectives.key-loss',
    { rpo: hours(24), rt0: hours(8) },
    'rt0',
    'rename it to rto',
  ],
  [
    'services.shop.volumes.data.content',
    { other: 'Neo4j', snapshot: 'recoverd', 'file-system': 'unusable', volumes: 'one' },
    'snapshot',
    `write 'recovered' for "recoverd"`,
  ],
  ['services.shop.volumes.data.content', 'postgress', '', `write 'postgres' for "postgress"`],
  ['schedules.hourly.covers', 'clustr', '', `write 'cluster' for "clustr"`],
])('of %s, %j is judged by the form that is meant', (place, to, key, fix) => {
  const declared = withValueAt(primaryDeclaration(), place.split('.'), to);
  const path = key === '' ? place : `${place}.${key}`;
  expect(fixesOf(declared)).toEqual([[path, fix]]);
});

test.each([
  [{ namespace: 'preview-*', reason: 'Previews are made again.' }, 'rename it to namespaces'],
  [
    { volumes: { storageclass: 'local-path' }, reason: 'Caches are filled again.' },
    'rename it to storageClass',
  ],
  [
    { namespaces: 'preview-*', reason: 'no' },
    'write a reason in a sentence such as "The data is made again within a day."',
  ],
])('of what is left out, %j is judged by the form that is meant', (one, fix) => {
  const declared = { ...primaryDeclaration(), leftOut: [one] };
  expect(fixesOf(declared).map(([, line]) => line)).toEqual([fix]);
});
