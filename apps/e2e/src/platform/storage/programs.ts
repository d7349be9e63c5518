import type { GoProgram } from '../../go-program.ts';

const module = 'github.com/kubernetes-csi/external-snapshotter/v8';
const version = 'v8.4.0';

const snapshotter = (name: string): GoProgram => ({
  name,
  module,
  version,
  main: `${module}/cmd/${name}`,
  // Its own go.mod takes this one from a folder beside it.
  instead: { 'github.com/kubernetes-csi/external-snapshotter/client/v8': version },
});

export const snapshotController = snapshotter('snapshot-controller');
export const csiSnapshotter = snapshotter('csi-snapshotter');
