import { workload, containersOf, velero } from '../../detect/containers.ts';
import { rule, violation } from '../../rule.ts';

export const pluginPairsWithServer = rule({
  id: 'gitops/plugin-pairs-with-server',
  severity: 'error',
  why: 'Server and plugin speak a protocol that changes with their minor versions.',
  source: 'https://github.com/vmware-tanzu/velero-plugin-for-aws#compatibility',
  declaredAt: 'velero.awsPlugin',
  appliesTo: velero('Deployment'),
  shape: workload,
  check: (value) => {
    const images = containersOf(value).map(({ container: { image } }) => image);
    const server = minorOf(images, /\/velero:v1\.(\d+)\./);
    const plugin = minorOf(images, /\/velero-plugin-for-aws:v1\.(\d+)\./);
    // Each minor of the plugin is made for one minor of the server: 1.14 for 1.18, 1.13 for 1.17 …
    if (server !== undefined && plugin !== undefined && server - plugin === 4) return [];
    return [
      violation('has a plugin that was not made for its server', {
        at: ['spec', 'template', 'spec', 'initContainers'],
        expected: `velero-plugin-for-aws:v1.${(server ?? 0) - 4}`,
        received: images,
      }),
    ];
  },
});

const minorOf = (images: readonly string[], pattern: RegExp): number | undefined =>
  images.flatMap((image) => pattern.exec(image)?.[1] ?? []).map(Number)[0];
