import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { notice } from '@resilience/render/notice';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { readRendered } from '../src/read-rendered.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'resilience-policy-'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

const place = (path: string, content: string): void => {
  const file = join(root, 'environments/one/rendered', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
};

const configMap = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: own\n';

test.each([
  'kubernetes/velero-server/own.yaml',
  'kubernetes/velero-server/own.yml',
  'kubernetes/velero-server/own.json',
  'hooks/orders/kustomization.yaml',
  'terraform/access/own.tf',
  'terraform/access/own.tf.json',
  'terraform/access/terraform.tfvars',
  'terraform/access/own.auto.tfvars.json',
])('%s is applied, and was not rendered', (path) => {
  place('kubernetes/velero-server/rendered.yaml', `# ${notice('one')}\n${configMap}`);
  place(path, 'neither YAML: [nor {JSON');
  const { objects } = readRendered(root, 'one');
  expect(objects.map(({ kind, name }) => `${kind} ${name}`).toSorted()).toEqual([
    `unrendered ${path}`,
    'v1/ConfigMap own',
  ]);
});

test.each([
  'terraform/access/.terraform.lock.hcl',
  'terraform/access/terraform.tfstate',
  'terraform/access/.terraform/modules/modules.json',
  'terraform/access/.terraform/modules/one/main.tf',
  'terraform/access/plan.json',
  'notes.yaml',
])('%s is not applied', (path) => {
  place(path, configMap);
  expect(readRendered(root, 'one').objects).toEqual([]);
});

test('a rendered file that nobody can read is named', () => {
  place('kubernetes/velero-server/broken.yaml', `# ${notice('one')}\nspec: [`);
  expect(() => readRendered(root, 'one')).toThrow(
    'environments/one/rendered/kubernetes/velero-server/broken.yaml cannot be read: ',
  );
});

test('the version of Terraform is no object', () => {
  place('terraform/access/versions.tf', `# ${notice('one')}\nterraform {\n}\n`);
  expect(readRendered(root, 'one').objects).toEqual([]);
});
