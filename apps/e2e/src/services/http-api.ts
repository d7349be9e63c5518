import type { Manifest } from '../apiserver/client.ts';
import { busyboxName } from '../platform/images/images.ts';
import { inNamespace, nameLabel } from './service.ts';

interface Api {
  readonly namespace: string;
  readonly name: string;
  readonly port: number;
}

/** A stateless part of a service, which answers that it is well. */
export const httpApi = ({ namespace, name, port }: Api): Manifest =>
  inNamespace(namespace)('apps/v1', 'Deployment', name, {
    spec: {
      replicas: 1,
      selector: { matchLabels: nameLabel(name) },
      template: {
        metadata: { labels: nameLabel(name) },
        spec: { terminationGracePeriodSeconds: 1, containers: [healthz(name, port)] },
      },
    },
  });

const healthz = (name: string, port: number): object => ({
  name,
  image: busyboxName,
  command: [
    'sh',
    '-c',
    `mkdir -p /tmp/www/api && echo ok | tee /tmp/www/healthz >/tmp/www/api/health && exec httpd -f -p ${port} -h /tmp/www`,
  ],
  ports: [{ containerPort: port }],
  readinessProbe: { httpGet: { path: '/healthz', port }, periodSeconds: 1 },
});
