import type { GoProgram } from '../go-program.ts';

const version = 'v1.18.3';

/** The version that the declared image has, too. */
export const veleroProgram: GoProgram = {
  name: 'velero',
  module: 'github.com/vmware-tanzu/velero',
  version,
  main: 'github.com/vmware-tanzu/velero/cmd/velero',
  variables: {
    'github.com/vmware-tanzu/velero/pkg/buildinfo.Version': version,
    // No flag says where its controllers tell of themselves: servers beside each other would want the same port.
    'sigs.k8s.io/controller-runtime/pkg/metrics/server.DefaultBindAddress': '0',
  },
  // The version that it asks for is not on the Go module proxy.
  instead: { 'k8s.io/cli-runtime': 'v0.33.13' },
};

/** In the same image: what pods wait for until their volumes are restored. */
export const veleroRestoreHelper: GoProgram = {
  ...veleroProgram,
  name: 'velero-restore-helper',
  main: 'github.com/vmware-tanzu/velero/cmd/velero-restore-helper',
};

/** The version that the declared image has, too. */
export const awsPluginProgram: GoProgram = {
  name: 'velero-plugin-for-aws',
  module: 'github.com/vmware-tanzu/velero-plugin-for-aws',
  version: 'v1.14.3',
  main: 'github.com/vmware-tanzu/velero-plugin-for-aws/velero-plugin-for-aws',
};
