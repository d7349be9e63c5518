import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Environment } from '@resilience/config/environment';

import { renderEnvironment } from '../render/render-environment.ts';

/**
 * How many files for Terraform and Kubernetes are not those that would be rendered now.
 *
 * @param root the repository's folder
 */
export const staleFiles = (root: string, environment: Environment): number =>
  renderEnvironment(environment).files.filter(({ path, content }) => {
    const file = join(root, 'environments', environment.name, 'rendered', path);
    return !existsSync(file) || readFileSync(file, 'utf8') !== content;
  }).length;
