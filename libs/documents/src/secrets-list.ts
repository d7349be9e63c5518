import { type ChannelSecret, channelSecrets } from '@resilience/config/channels';
import type { Environment } from '@resilience/config/environment';
import { veleroServiceAccount } from '@resilience/config/names';
import { markdownFile, markdownTable } from '@resilience/render/markdown-file';
import type { RenderedFile } from '@resilience/render/rendered-file';

import { quoted } from './words/quoted.ts';

/** `secrets.md`: what a person puts into the cluster, as it is not in Git. */
export function secretsList({ name, notifications }: Environment): RenderedFile {
  const needed = channelSecrets(notifications);
  const secrets = [...new Set(needed.map((one) => one.name))];
  return markdownFile('secrets.md', [
    `# Secrets of ${name}`,
    `A person puts these into the namespace \`${namespace}\`. A channel whose Secret is missing is sent nothing; the others are not affected.`,
    markdownTable([
      ['Secret', 'Key', 'Holds', 'Needed by'],
      ...needed.map(({ name: secret, key, holds, neededBy }) => [secret, key, holds, neededBy]),
    ]),
    'Write each value in the place of `‹…›`:',
    shell(...secrets.map((secret) => creation(secret, needed))),
    'What is still missing is an error of this command:',
    shell(`kubectl get secrets --namespace ${namespace} ${secrets.join(' ')}`),
  ]);
}

const { namespace } = veleroServiceAccount;

/** One Secret may have values of several channels. */
function creation(secret: string, needed: readonly ChannelSecret[]): string {
  const values = new Map(
    needed.filter(({ name }) => name === secret).map(({ key, holds }) => [key, holds]),
  );
  return [
    `kubectl create secret generic ${secret} --namespace ${namespace}`,
    ...[...values].map(([key, holds]) => `  --from-literal=${key}=${quoted(`‹${holds}›`)}`),
  ].join(' \\\n');
}

const shell = (...lines: readonly string[]): string => ['```sh', ...lines, '```'].join('\n');
