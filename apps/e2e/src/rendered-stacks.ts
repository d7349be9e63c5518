import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { renderedRoot } from './rendered-root.ts';

/** One rendered stack, as it is committed. */
export interface RenderedStack {
  readonly environment: string;
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
}

const stackFile = /^([^/]+)\/rendered\/terraform\/([^/]+)\/main\.tf\.json$/;

/** Every stack of every environment. */
export function renderedStacks(): RenderedStack[] {
  const environments = join(renderedRoot, 'environments');
  return readdirSync(environments, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .flatMap((path) => {
      const [, environment, name] = stackFile.exec(path) ?? [];
      return environment && name
        ? [{ environment, name, folder: dirname(join(environments, path)) }]
        : [];
    });
}

/** Copies what is rendered of a stack, without the provider, lock file or state that Terraform keeps beside it. */
export function copyStack({ folder }: RenderedStack, copy: string): void {
  mkdirSync(copy, { recursive: true });
  for (const file of ['main.tf.json', 'versions.tf']) cpSync(join(folder, file), join(copy, file));
}
