import type { Environment } from '@resilience/config/environment';

export const veleroRepository = 'https://github.com/vmware-tanzu/velero.git';

/** Upstream keeps the definitions of the data mover in a folder of their own. */
const folders = ['config/crd/v1/bases', 'config/crd/v2alpha1/bases'];

/** The custom resource definitions of exactly the release that the server's image is. */
export const veleroCustomResources = ({ velero }: Environment) =>
  folders.map((path) => ({
    repoURL: veleroRepository,
    targetRevision: releaseOf(velero.server),
    path,
  }));

/** `v1.18.3` of `docker.io/velero/velero:v1.18.3@sha256:…`; the declaration's schema asks for the tag. */
const releaseOf = (image: string): string => image.split('@')[0]?.split(':').at(-1) ?? image;
