import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { copyOfRendered } from '@resilience/fixtures/repositories';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { renderedFiles, resilience } from './resilience.ts';

let root = '';

beforeEach(() => {
  root = copyOfRendered();
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

/** What `terraform init` and `terraform apply` leave in the folder of a stack, and a person. */
const leftByOthers = {
  'environments/staging/rendered/terraform/bootstrap/terraform.tfstate': '{"version": 4}',
  'environments/staging/rendered/terraform/bootstrap/.terraform.lock.hcl': 'provider "aws" {}',
  'environments/staging/rendered/terraform/bootstrap/.terraform/terraform.tfstate': '{}',
  'environments/staging/rendered/terraform/bootstrap/backend_override.tf.json': '{}',
  'environments/staging/rendered/notes.txt': 'notes',
  'docs/reference/own.md': 'own',
};

test('rendering neither removes nor reports what it did not write', () => {
  const files = { ...renderedFiles(root), ...leftByOthers };
  for (const [path, content] of Object.entries(leftByOthers)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  expect(resilience(root, ['render', '--check'])).toMatchObject({ status: 0, stderr: '' });
  expect(resilience(root, ['render', '--no-check'])).toMatchObject({ status: 0, stderr: '' });
  expect(renderedFiles(root)).toEqual(files);
  const checked = resilience(root, ['check', '--env', 'staging']);
  expect(checked).toMatchObject({ status: 1 });
  expect(checked.stdout).toContain(
    'error gitops/only-rendered-files-are-applied: unrendered/terraform/bootstrap/backend_override.tf.json',
  );
});
