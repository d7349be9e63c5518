import { stringify } from 'yaml';

import { notice } from './notice.ts';
import type { RenderedFile } from './rendered-file.ts';
import { yaml11 } from './yaml-1-1.ts';

/** A Kubernetes object, as far as its file is named after it. */
export interface KubernetesObject {
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

/**
 * Keys are sorted, long lines stay whole, and nothing is shortened to an alias. Kubernetes reads
 * YAML 1.1, where words such as `yes` and `=` have to be quoted to stay words.
 */
const style = {
  sortMapEntries: true,
  lineWidth: 0,
  aliasDuplicateObjects: false,
  ...yaml11,
} as const;

/**
 * @param folder such as `kubernetes/velero-server`
 * @returns `<folder>/<kind>-<name>.yaml`, one object in the file
 */
export function kubernetesFile(
  environment: string,
  folder: string,
  object: KubernetesObject,
): RenderedFile {
  const { kind, metadata } = object;
  return {
    path: `${folder}/${kind.toLowerCase()}-${metadata.name}.yaml`,
    content: `# ${notice(environment)}\n${stringify(object, style)}`,
  };
}
