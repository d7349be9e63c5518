import { velero } from '../usual-velero.ts';
import type { Audited } from './audited.ts';

/** The oldest minor whose settings the layer renders. */
const oldestMinor = 18;

interface KeptVelero {
  readonly velero: typeof velero;
  readonly notes: readonly string[];
}

/** The version that runs, where the layer can render it; else the layer's, and a note that says so. */
export function keptVelero({ version }: Audited): KeptVelero {
  const [, minor = '', patch] = /^1\.(\d+)(?:\.(\d+))?$/.exec(version ?? '') ?? [];
  if (patch !== undefined && Number(minor) === oldestMinor) {
    return { velero: { ...velero, server: `docker.io/velero/velero:v${version}` }, notes: [] };
  }
  const declared = velero.server.split(':v').at(-1) ?? '';
  return {
    velero,
    notes:
      version === declared
        ? []
        : [
            `Velero is declared as ${declared}${version === undefined ? '' : ` and runs as ${version} today`}: its definitions and its server are raised together.`,
          ],
  };
}
