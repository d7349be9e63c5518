import { createRequire } from 'node:module';

const manifest: unknown = createRequire(import.meta.url)('../../../package.json');

/** The version of this program, as its root package.json says: `0.2.0`. */
export const layerVersion: string =
  typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : '0.0.0';
