import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Kubectl } from '../kubernetes/kubectl.ts';
import { busyboxName } from '../platform/images/images.ts';
import { flipBytes } from '../verification/bytes.ts';
import { claimSpec, inNamespace, nameLabel, type ProtectedService, type State } from './service.ts';

const namespace = 'media';
const workload = 'media-uploads';
const object = inNamespace(namespace);
const path = '/var/lib/uploads';

/** How many files there are at first; each is of 64 KiB. */
const files = 200;

/** Files are called by their numbers and sums; a new one is written each second. */
const script = `
set -eu
cd ${path}
mkdir -p /tmp/www files
echo ok >/tmp/www/healthz
upload() {
  head -c 65536 /dev/urandom >/tmp/new
  sum=$(sha256sum </tmp/new)
  cp /tmp/new "files/.new" && mv "files/.new" "files/$(printf '%09d' "$1")-\${sum%% *}"
}
(
  number=$(ls files | sort | tail -n 1 | cut -d - -f 1 | sed 's/^0*//')
  number=\${number:-0}
  while :; do
    # A disk that is full does not stay so.
    upload "$((number + 1))" && number=$((number + 1)) || sleep 1
    [ "$number" -lt ${files} ] || sleep 1
  done
) &
exec httpd -f -p 8080 -h /tmp/www
`;

/** Files that people have uploaded. */
export const media: ProtectedService = {
  name: 'media',
  namespace,
  workload: `deployment/${workload}`,
  claim: `app.kubernetes.io/name=${workload},!app.kubernetes.io/component`,
  objects: [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
    object('v1', 'ConfigMap', 'media-settings', { data: { formats: 'jpeg,png' } }),
    claim('uploads', {}, 250),
    claim('thumbnails', { 'app.kubernetes.io/component': 'thumbnails' }, 40),
    object('apps/v1', 'Deployment', workload, {
      spec: {
        replicas: 1,
        strategy: { type: 'Recreate' },
        selector: { matchLabels: nameLabel(workload) },
        template: {
          metadata: { labels: nameLabel(workload) },
          spec: {
            terminationGracePeriodSeconds: 1,
            containers: [
              {
                name: 'uploads',
                image: busyboxName,
                command: ['sh', '-c', script],
                ports: [{ containerPort: 8080 }],
                readinessProbe: {
                  exec: { command: ['sh', '-c', `[ $(ls ${path}/files | wc -l) -ge ${files} ]`] },
                  periodSeconds: 1,
                },
                volumeMounts: [
                  { name: 'uploads', mountPath: path },
                  { name: 'thumbnails', mountPath: '/var/lib/thumbnails' },
                ],
              },
            ],
            volumes: ['uploads', 'thumbnails'].map((name) => ({
              name,
              persistentVolumeClaim: { claimName: name },
            })),
          },
        },
      },
    }),
  ],
  look,
  newestBefore: async (kubectl, time) => {
    const older = `ls files | while read -r f; do [ $(stat -c %Y files/$f) -ge ${Math.ceil(time / 1000)} ] || echo $f; done | tail -n 1`;
    return Number((await inside(kubectl, older)).split('-')[0]);
  },
  damage: async (kubectl) => {
    const wrong = await inside(
      kubectl,
      'cd files; for f in *; do s=$(sha256sum <$f); [ "${s%% *}" = "${f#*-}" ] || echo $f; done',
    );
    const gaps = await inside(
      kubectl,
      // Listed once, as another may be written at any time.
      'all=$(ls files); echo $(( $(echo "$all" | tail -n 1 | sed "s/-.*//;s/^0*//") - $(echo "$all" | wc -l) ))',
    );
    if (wrong !== '' || gaps !== '0') return `altered: ${wrong || 'none'}, ${gaps} are missing`;
    return undefined;
  },
  overwrite: async (kubectl) => {
    await inside(kubectl, 'cd files; for f in *[02468]-*; do echo overwritten >$f; done');
  },
  corrupt: (volume) => {
    const folder = join(volume, 'files');
    for (const file of readdirSync(folder).slice(0, 50)) flipBytes(join(folder, file), 30_000);
  },
};

function claim(name: string, labels: Record<string, string>, gibibytes: number) {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name, namespace, labels: { ...nameLabel(workload), ...labels } },
    spec: claimSpec(gibibytes),
  };
}

const inside = async (kubectl: Kubectl, command: string): Promise<string> => {
  const exec = ['exec', '--namespace', namespace, `deployment/${workload}`, '--'];
  return (await kubectl([...exec, 'sh', '-euc', `cd ${path}; ${command}`])).trim();
};

async function look(kubectl: Kubectl, upTo?: number): Promise<State> {
  // As texts of one length: awk would read numbers that begin with 0 as octal.
  const last = String(upTo).padStart(9, '0');
  const limit = upTo === undefined ? '' : `| awk -F- '$1 "" <= "${last}"'`;
  const answer = await inside(
    kubectl,
    `ls files ${limit} >/tmp/list; last=$(tail -n 1 /tmp/list); echo "$last $(stat -c %Y files/$last) $(cd files; xargs cat </tmp/list | sha256sum)"`,
  );
  const [file = '', seconds = '', sum = ''] = answer.split(/\s+/);
  return { newest: Number(file.split('-')[0]), writtenAt: Number(seconds) * 1000, sum };
}
