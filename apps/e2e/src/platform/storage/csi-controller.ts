import type { Method } from './csi-method.ts';
import type { Pool } from './pool.ts';

interface SnapshotRequest {
  readonly source_volume_id: string;
  readonly name: string;
}

/** Makes and removes snapshots; volumes are made by the provisioner. */
export function controllerOf(pool: Pool): Record<string, Method> {
  const made = new Map<string, object>();
  const create = async ({ source_volume_id: source, name }: SnapshotRequest): Promise<object> => {
    const already = made.get(name);
    if (already) return { snapshot: already };
    await pool.snapshot(source, name);
    const snapshot = {
      snapshot_id: name,
      source_volume_id: source,
      creation_time: { seconds: Math.floor(Date.now() / 1000), nanos: 0 },
      size_bytes: 0,
      ready_to_use: true,
    };
    made.set(name, snapshot);
    return { snapshot };
  };
  return {
    ControllerGetCapabilities: () => ({
      capabilities: ['CREATE_DELETE_SNAPSHOT', 'LIST_SNAPSHOTS'].map((type) => ({ rpc: { type } })),
    }),
    CreateSnapshot: create,
    DeleteSnapshot: async ({ snapshot_id: id }: { readonly snapshot_id: string }) => {
      made.delete(id);
      await pool.removeSnapshot(id);
      return {};
    },
    ListSnapshots: ({ snapshot_id: id }: { readonly snapshot_id: string }) => ({
      entries: [...made]
        .filter(([name]) => (id === '' || name === id) && pool.hasSnapshot(name))
        .map(([, snapshot]) => ({ snapshot })),
    }),
  };
}
