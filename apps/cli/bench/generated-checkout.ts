import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { repositoryRoot } from '../src/repository-root.ts';
import { checkout } from '../test/checkout.ts';

const templates = ['production', 'staging', 'dr'] as const;

/** A checkout with so many environments, made from the declared ones in turn. */
export function generatedCheckout(count: number): string {
  const root = checkout();
  for (const name of templates) rmSync(join(root, 'environments', name), { recursive: true });
  for (let index = 0; index < count; index += 1) {
    const name = nameOf(index);
    mkdirSync(join(root, 'environments', name));
    writeFileSync(join(root, 'environments', name, 'config.ts'), declarationOf(index, name));
  }
  return root;
}

const templateOf = (index: number): string => templates[index % templates.length] ?? templates[0];

const nameOf = (index: number): string => `${templateOf(index)}-${index}`;

/** Each `dr` mounts the replica of the `production` two before it. */
function declarationOf(index: number, name: string): string {
  const template = templateOf(index);
  return readFileSync(join(repositoryRoot, 'environments', template, 'config.ts'), 'utf8')
    .replace(`name: '${template}'`, `name: '${name}'`)
    .replace("of: 'production'", `of: '${nameOf(index - 2)}'`)
    .replace("readBy: ['dr']", `readBy: ['${nameOf(index + 2)}']`);
}

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
