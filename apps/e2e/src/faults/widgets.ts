import type { Client, Manifest } from '../apiserver/client.ts';
import { succeeded } from '../apiserver/client.ts';
import type { Cluster } from '../platform/cluster.ts';
import { waitUntil } from '../wait-until.ts';

/** A kind of others, in one version. */
export const definition = (version: string): Manifest => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'widgets.e2e.example' },
  spec: {
    group: 'e2e.example',
    scope: 'Namespaced',
    names: { kind: 'Widget', plural: 'widgets', singular: 'widget', listKind: 'WidgetList' },
    versions: [
      {
        name: version,
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: { spec: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
          },
        },
      },
    ],
  },
});

/** Makes the API server know it. */
export async function establish(client: Client, object: Manifest): Promise<void> {
  await client.apply(object);
  const { versions } = object['spec'] as {
    readonly versions: readonly { readonly name: string }[];
  };
  const path = `/apis/e2e.example/${versions[0]?.name}/widgets`;
  await waitUntil('the API server serves widgets', 60_000, async () => {
    return (await client.request('GET', path)).status === 200;
  });
}

/** Makes the API server forget it, and all objects of the kind. */
export async function withdraw(client: Client, object: Manifest): Promise<void> {
  const path = await client.pathOf(object);
  succeeded(await client.request('DELETE', path));
  await waitUntil('the API server forgets widgets', 60_000, async () => {
    return (await client.request('GET', path)).status === 404;
  });
}

/** Velero asks for the kinds that there are when it starts, and every five minutes. */
export async function restart({ killVelero, startVelero }: Cluster): Promise<void> {
  await killVelero();
  await startVelero();
}
