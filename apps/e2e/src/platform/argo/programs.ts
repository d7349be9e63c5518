import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { addPeople } from '../images/debian-root.ts';
import type { LocalImage } from '../images/images.ts';

export interface ArgoPrograms {
  readonly controller: string;
  readonly server: string;
  readonly executor: string;
}

/** @returns Argo's programs in the folder that ARGO_BIN_DIR names, or why there are none */
export function argoPrograms(): ArgoPrograms | { readonly missing: string } {
  const folder = process.env['ARGO_BIN_DIR'];
  if (folder === undefined) {
    return { missing: 'ARGO_BIN_DIR names no folder with argo, workflow-controller and argoexec' };
  }
  const programs = {
    controller: join(folder, 'workflow-controller'),
    server: join(folder, 'argo'),
    executor: join(folder, 'argoexec'),
  };
  const absent = Object.values(programs).filter((program) => !existsSync(program));
  return absent.length === 0 ? programs : { missing: `${absent.join(', ')} is not there` };
}

export const executorName = 'quay.io/argoproj/argoexec:v4.0.5';

/** What Argo puts beside each step. */
export const executorImage = ({ executor }: ArgoPrograms): LocalImage => ({
  name: executorName,
  content: 'argoexec of ARGO_BIN_DIR',
  version: '1',
  fill: (root) => {
    addPeople(root);
    mkdirSync(join(root, 'bin'));
    cpSync(executor, join(root, 'bin/argoexec'));
    return Promise.resolve();
  },
});
