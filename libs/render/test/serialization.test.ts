import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

import { kubernetesFile } from '../src/kubernetes-file.ts';
import { terraformFile } from '../src/terraform-file.ts';
import { terraformVersionFile } from '../src/terraform-version-file.ts';

/** Words that YAML 1.1 reads as something else when they are not quoted. */
const traps = fc.constantFrom('yes', 'off', 'N', '1:30:00', '0o17', '017', '1_000', '=', '<<', '~');

const object = fc.record({
  kind: fc.constant('ConfigMap'),
  metadata: fc.record({ name: fc.constant('settings') }),
  data: fc.dictionary(fc.string(), fc.oneof(traps, fc.jsonValue())),
});

/** The same value with the keys of every object the other way round. */
const reversed = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(reversed)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .toReversed()
            .map(([key, entry]) => [key, reversed(entry)]),
        )
      : value;

test('the order of keys makes no difference', () => {
  fc.assert(
    fc.property(object, (value) => {
      const other = reversed(value) as typeof value;
      expect(kubernetesFile('e', 'a', other)).toEqual(kubernetesFile('e', 'a', value));
      expect(terraformFile('e', 's', other)).toEqual(terraformFile('e', 's', value));
    }),
  );
});

test('what is read is what was rendered', () => {
  fc.assert(
    fc.property(object, (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value));
      for (const version of ['1.1', '1.2'] as const) {
        const read: unknown = parse(kubernetesFile('e', 'a', value).content, { version });
        // As JSON has it: there is no negative zero.
        expect(JSON.parse(JSON.stringify(read))).toEqual(plain);
      }
      expect(JSON.parse(terraformFile('e', 's', value).content)).toMatchObject(plain as object);
    }),
  );
});

test('a file is named after its object and says where it comes from', () => {
  const { path, content } = kubernetesFile('production', 'kubernetes/velero-server', {
    kind: 'ConfigMap',
    metadata: { name: 'settings' },
  });
  expect(path).toBe('kubernetes/velero-server/configmap-settings.yaml');
  expect(content.split('\n')[0]).toContain('environments/production/config.ts');
  expect(terraformFile('production', 'access', {}).content).toContain(
    'environments/production/config.ts',
  );
});

test('the version of Terraform stands in a file of its own, in the language of Terraform', () => {
  const { path, content } = terraformVersionFile('production', 'access', '>= 1.10.0');
  expect(path).toBe('terraform/access/versions.tf');
  expect(content.split('\n')).toEqual([
    expect.stringMatching(/^# .*environments\/production\/config\.ts/),
    'terraform {',
    '  required_version = ">= 1.10.0"',
    '}',
    '',
  ]);
});
