import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { RenderedFile } from '@resilience/render/rendered-file';

const path = 'faults.md';

/**
 * docs/reference/faults.md as it is, where it is: runs on real servers write it, and the folder is replaced
 * as a whole.
 */
export function faultReference(root: string): RenderedFile[] {
  const file = join(root, 'docs/reference', path);
  return existsSync(file) ? [{ path, content: readFileSync(file, 'utf8') }] : [];
}
