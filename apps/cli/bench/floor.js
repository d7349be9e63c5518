import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { dirname, join } from 'node:path';

/*
 * The least that rendering can cost: Node loads the same libraries and writes the same bytes,
 * which it reads from what was rendered before.
 */

enableCompileCache();

const libraries = [
  'cdk8s',
  'cdk8s-plus-28',
  'cdktf',
  'commander',
  'constructs',
  'yaml',
  'zod',
  ...[
    'data-aws-iam-policy-document',
    'data-aws-kms-alias',
    'iam-role',
    'iam-role-policy',
    'kms-alias',
    'kms-key',
    'provider',
    's3-bucket',
    's3-bucket-lifecycle-configuration',
    's3-bucket-object-lock-configuration',
    's3-bucket-ownership-controls',
    's3-bucket-policy',
    's3-bucket-public-access-block',
    's3-bucket-replication-configuration',
    's3-bucket-server-side-encryption-configuration',
    's3-bucket-versioning',
  ].map((resource) => `@cdktf/provider-aws/lib/${resource}/index.js`),
];

for (const library of libraries) await import(library);

const [from, to] = process.argv.slice(2);
const sources = readdirSync(from, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.parentPath.includes('rendered'))
  .map((entry) => join(entry.parentPath, entry.name));
const targets = sources.map((source) => join(to, source.slice(from.length)));
for (const folder of new Set(targets.map((target) => dirname(target)))) {
  mkdirSync(folder, { recursive: true });
}
for (const [index, source] of sources.entries()) {
  writeFileSync(targets[index], readFileSync(source));
}
