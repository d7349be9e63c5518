import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Problem } from '@resilience/config/problem';
import { notice } from '@resilience/render/notice';
import type { RenderedFile } from '@resilience/render/rendered-file';
import { z } from 'zod';

import { layerVersion } from '../layer-version.ts';

const path = 'layer.json';

/** `layer.json`: the version that rendered an environment; no other file changes when it alone does. */
export const layerFile = (environment: string): RenderedFile => ({
  path,
  content: `${JSON.stringify({ '//': notice(environment), version: layerVersion() }, null, 2)}\n`,
});

const content = z.object({ version: z.string().regex(/^\d+\.\d+\.\d+$/) });

/** What rendered files say that no version stands in: 0.2.0 was the first that wrote its own. */
const before = '0.1.0';

/**
 * The version that rendered an environment, such as `0.2.0`.
 *
 * @param root the repository's folder
 * @returns undefined where nothing is rendered
 */
export function renderedBy(root: string, environment: string): string | undefined {
  const folder = join(root, 'environments', environment, 'rendered');
  if (!existsSync(join(folder, path))) {
    return existsSync(join(folder, 'kubernetes')) ? before : undefined;
  }
  const parsed = content.safeParse(jsonIn(join(folder, path)));
  return parsed.success ? parsed.data.version : before;
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Above zero where the first version is the newer one. */
export const compareVersions = (one: string, other: string): number =>
  one.localeCompare(other, 'en', { numeric: true });

/** An older program would take back what a newer one has rendered. */
export function renderedByNewer(root: string, environment: string): Problem[] {
  const version = renderedBy(root, environment);
  if (version === undefined || compareVersions(version, layerVersion()) <= 0) return [];
  return [
    {
      file: `environments/${environment}/rendered/${path}`,
      path: 'version',
      code: 'render/older-than-rendered',
      message: 'is newer than this program',
      expected: `${layerVersion()} or older`,
      received: version,
      fix: `use the program of ${version}: merge the branch that was upgraded, then run npm ci`,
    },
  ];
}
