import { execute } from '../../verification/unprivileged.ts';
import { addresses } from './addresses.ts';

/**
 * Makes the bridge that pods are attached to. It has the API server's service address as well, so that no
 * packet has to be rewritten, and nothing of this machine's firewall is touched.
 */
export function makeBridge(): void {
  const { bridge, machine, apiserver } = addresses;
  // Without an address of its own it takes the lowest of its pods', and they lose each other whenever that one ends.
  execute('ip', ['link', 'add', bridge, 'address', '02:00:0a:58:4d:01', 'type', 'bridge']);
  execute('ip', ['address', 'add', `${machine}/24`, 'dev', bridge]);
  execute('ip', ['address', 'add', `${apiserver}/32`, 'dev', bridge]);
  execute('ip', ['link', 'set', bridge, 'up']);
}

/** Takes it away, if it is there. */
export function removeBridge(): void {
  const links = JSON.parse(execute('ip', ['-json', 'link', 'show'])) as readonly Link[];
  if (links.some(({ ifname }) => ifname === addresses.bridge)) {
    execute('ip', ['link', 'delete', addresses.bridge]);
  }
}

interface Link {
  readonly ifname: string;
}
