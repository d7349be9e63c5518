import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version of this program, as its root package.json says: `0.2.0`. */
export function layerVersion(): string {
  const file = join(import.meta.dirname, '../../../package.json');
  const { version }: { readonly version: string } = JSON.parse(readFileSync(file, 'utf8'));
  return version;
}
