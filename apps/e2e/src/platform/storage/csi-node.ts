import { existsSync, mkdirSync, rmSync } from 'node:fs';

import { nodeName } from '../../apiserver/control-plane.ts';
import { runProgram } from '../../run-program.ts';
import type { Method } from './csi-method.ts';
import type { Pool } from './pool.ts';

interface Publication {
  readonly volume_id: string;
  readonly target_path: string;
  readonly readonly?: boolean;
}

/** Puts volumes where pods look for them. */
export const nodeOf = (pool: Pool): Record<string, Method> => ({
  NodeGetInfo: () => ({ node_id: nodeName }),
  NodeGetCapabilities: () => ({ capabilities: [] }),
  NodePublishVolume: async ({ volume_id: id, target_path: target, readonly }: Publication) => {
    if (!pool.has(id)) throw new Error(`there is no volume ${id}`);
    if (!existsSync(target)) {
      mkdirSync(target, { recursive: true });
      await runProgram('mount', ['--bind', pool.pathOf(id), target]);
      if (readonly) await runProgram('mount', ['-o', 'remount,bind,ro', target]);
    }
    return {};
  },
  NodeUnpublishVolume: async ({ target_path: target }: Publication) => {
    if (existsSync(target)) {
      await runProgram('umount', [target]);
      rmSync(target, { recursive: true });
    }
    return {};
  },
});
