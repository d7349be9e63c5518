import { some } from '@resilience/vitest/some';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';

import { audit } from '../src/audit.ts';
import { corpus, filesOf } from './read-corpus.ts';

const judged = (files: readonly { readonly path: string; readonly text: string }[]) => {
  const result = audit({ files });
  // What cannot be written as JSON is no result for a machine.
  return JSON.parse(JSON.stringify(result)) as typeof result;
};

const known = [
  ['velero.io/v1', 'Schedule'],
  ['velero.io/v1', 'BackupStorageLocation'],
  ['velero.io/v1', 'VolumeSnapshotLocation'],
  ['velero.io/v1', 'Backup'],
  ['v1', 'List'],
  ['v1', 'Namespace'],
  ['v1', 'PersistentVolumeClaim'],
  ['v1', 'ConfigMap'],
  ['v1', 'Secret'],
  ['apps/v1', 'Deployment'],
  ['apps/v1', 'StatefulSet'],
  ['apps/v1', 'DaemonSet'],
  ['storage.k8s.io/v1', 'StorageClass'],
  ['snapshot.storage.k8s.io/v1beta1', 'VolumeSnapshotClass'],
  ['helm.toolkit.fluxcd.io/v2', 'HelmRelease'],
  ['kustomize.toolkit.fluxcd.io/v1', 'Kustomization'],
  ['argoproj.io/v1alpha1', 'Application'],
  ['argoproj.io/v1alpha1', 'ApplicationSet'],
  ['helm.cattle.io/v1', 'HelmChart'],
] as const;

const anything = fc.anything({
  maxDepth: 4,
  key: fc.oneof(
    fc.string(),
    fc.constantFrom(
      'spec',
      'template',
      'metadata',
      'config',
      'values',
      'name',
      '__proto__',
      'constructor',
    ),
  ),
});

test.each(some(known))(
  'anything in the place of the fields of %s %s is judged',
  (apiVersion, kind) => {
    fc.assert(
      fc.property(anything, anything, anything, (spec, metadata, other) => {
        const text = JSON.stringify({
          apiVersion,
          kind,
          metadata,
          spec,
          data: other,
          items: other,
        });
        expect(judged([{ path: 'a.yaml', text }]).notRead).toBeInstanceOf(Array);
      }),
      { numRuns: 100 },
    );
  },
);

/** Every place of a document, as paths. */
function placesOf(value: unknown, path: readonly PropertyKey[] = []): (readonly PropertyKey[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, one]) => placesOf(one, [...path, key]))];
}

function replaced(value: unknown, [key, ...others]: readonly PropertyKey[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((one, index) => (String(index) === key ? replaced(one, others, by) : one));
  return Object.fromEntries(
    Object.entries(value as object).map(([name, one]) => [
      name,
      name === key ? replaced(one, others, by) : one,
    ]),
  );
}

const wrongValues = fc.constantFrom<unknown>(
  null,
  0,
  -1,
  1e308,
  '',
  'x',
  true,
  [],
  {},
  [[]],
  [null],
  { a: { b: [] } },
);

const written = corpus.filter((name) => name !== 'cluster-dump');

test.each(some(written))('a value of another type at any place of %s is judged', (name) => {
  const files = filesOf(name).filter(
    ({ path }) => path.endsWith('.yaml') && !path.includes('templates'),
  );
  const documents = files.flatMap(({ path, text }) =>
    text.split(/^---$/m).map((one) => ({ path, value: parse(one) as unknown })),
  );
  const places = documents.flatMap(({ value }, index) =>
    placesOf(value).map((place) => [index, place] as const),
  );
  fc.assert(
    fc.property(fc.constantFrom(...places), wrongValues, ([at, place], by) => {
      const changed = documents.map(({ path, value }, index) => ({
        path: `${index}-${path.replaceAll('/', '-')}`,
        text: stringify(index === at ? replaced(value, place, by) : value),
      }));
      expect(judged(changed).namespaces).toBeInstanceOf(Array);
    }),
    { numRuns: 60 },
  );
});

test('any text is judged', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(
        judged([
          { path: 'a.yaml', text },
          { path: 'b.json', text },
        ]).found,
      ).toBe(false);
    }),
    { numRuns: 500 },
  );
});

const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghij'
  .split('')
  .map(
    (letter, index) =>
      `${letter}: &${letter} [${Array(9).fill(`*${'abcdefghij'[index]}`).join(',')}]`,
  )
  .join('\n')}\n`;

test.each([
  ['aliases that grow into a thousand million', bomb, /Excessive alias|not YAML/],
  ['an alias of itself', 'a: &a [*a]\n', /not YAML|deeper|more/],
  ['a hundred thousand brackets', '['.repeat(100_000), /deeper|not YAML/],
  ['tabs', 'kind: Schedule\n\tname: x\n', /not YAML: Tabs/],
  ['bytes', '\u0000\u0001\u0002', /is binary/],
  ['a key twice', 'a: 1\na: 2\n', /has a key twice/],
  ['a template', 'name: {{ .Values.name }}\n', /is a Go template/],
  ['a template with control lines', '{{- if .Values.on }}\na: 1\n{{- end }}\n', /is a Go template/],
])('%s: the file is listed', (_, text, why) => {
  const { notRead } = judged([{ path: 'a.yaml', text }]);
  expect(notRead.map((one) => one.why)).toEqual([expect.stringMatching(why)]);
});

test.each([
  ['a byte order mark', (text: string) => `\uFEFF${text}`],
  ['line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
  ['a broken file beside it', (text: string) => text],
])('%s changes nothing', (what, change) => {
  const files = filesOf('two-locations');
  const broken = what.includes('beside') ? [{ path: 'z.yaml', text: 'a: [' }] : [];
  const changed = files.map(({ path, text }) => ({ path, text: change(text) }));
  expect(audit({ files: [...changed, ...broken] }).namespaces).toEqual(audit({ files }).namespaces);
});
