import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { newRepository } from '@resilience/fixtures/new-repository';

const templates = ['production', 'staging', 'dr'] as const;

/** Harbour's repository, with nothing rendered. */
export const harbour = (): string => newRepository(tmpdir(), 'harbour');

/** A repository with so many environments, made from those of harbour in turn. */
export function generatedRepository(count: number): string {
  const root = harbour();
  const declared = new Map(
    templates.map((name) => [name, readFileSync(configOf(root, name), 'utf8')]),
  );
  for (const name of templates) rmSync(join(root, 'environments', name), { recursive: true });
  for (let index = 0; index < count; index += 1) {
    const name = nameOf(index);
    mkdirSync(join(root, 'environments', name));
    const template = declared.get(templateOf(index)) ?? '';
    writeFileSync(configOf(root, name), declarationOf(template, index));
  }
  return root;
}

const configOf = (root: string, name: string): string =>
  join(root, 'environments', name, 'config.ts');

const templateOf = (index: number): (typeof templates)[number] =>
  templates[index % templates.length] ?? templates[0];

const nameOf = (index: number): string => `${templateOf(index)}-${index}`;

/** Each `dr` mounts the replica of the `production` two before it. */
const declarationOf = (template: string, index: number): string =>
  template
    .replace(`name: '${templateOf(index)}'`, `name: '${nameOf(index)}'`)
    .replace("of: 'production'", `of: '${nameOf(index - 2)}'`)
    .replace("readBy: ['dr']", `readBy: ['${nameOf(index + 2)}']`);

/** Files below the `rendered` folders, and what they weigh. */
export function renderedSize(root: string): { files: number; bytes: number } {
  const sizes = readdirSync(join(root, 'environments'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath.includes('rendered'))
    .map((entry) => statSync(join(entry.parentPath, entry.name)).size);
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** Takes back what was rendered. */
export function forgetRendered(root: string): void {
  for (const name of readdirSync(join(root, 'environments'))) {
    rmSync(join(root, 'environments', name, 'rendered'), { recursive: true, force: true });
  }
}
