import type { Method } from './csi-method.ts';

/** What a driver says of itself. */
export const identityOf = (name: string): Record<string, Method> => ({
  GetPluginInfo: () => ({ name, vendor_version: '0' }),
  GetPluginCapabilities: () => ({ capabilities: [{ service: { type: 'CONTROLLER_SERVICE' } }] }),
  Probe: () => ({ ready: { value: true } }),
});
