import { z } from 'zod';

import type { DoctorCheck } from '../doctor-check.ts';

const version = z.object({ major: z.string(), minor: z.string(), gitVersion: z.string() });
const versions = z.object({ clientVersion: version, serverVersion: version.optional() });

/** ValidatingAdmissionPolicy is served as v1 from there on. @see https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/ */
const least = 30;

/** The API server is recent enough, and kubectl at most one minor version away from it. */
export const kubernetesVersion: DoctorCheck = {
  group: 'cluster',
  name: 'version',
  examine: async ({ kubectl }) => {
    const { clientVersion, serverVersion } = versions.parse(await kubectl.json(['version']));
    if (!serverVersion) {
      const fix = 'log in to the cluster, and try "kubectl version"';
      return [{ subject: 'Kubernetes', state: 'unknown', found: 'no answer', fix }];
    }
    const apart = Math.abs(minorOf(serverVersion) - minorOf(clientVersion));
    return [
      minorOf(serverVersion) < least
        ? {
            subject: 'Kubernetes',
            state: 'wrong',
            found: serverVersion.gitVersion,
            fix: `upgrade the cluster to 1.${least} or later: admission policies need it`,
          }
        : { subject: 'Kubernetes', state: 'ok', found: serverVersion.gitVersion },
      apart > 1
        ? {
            subject: 'kubectl',
            state: 'warning',
            found: `${clientVersion.gitVersion}, for a server of ${serverVersion.gitVersion}`,
            fix: `install kubectl 1.${minorOf(serverVersion)}`,
          }
        : { subject: 'kubectl', state: 'ok', found: clientVersion.gitVersion },
    ];
  },
};

/** EKS writes `34+`. */
const minorOf = ({ minor }: { readonly minor: string }): number => Number.parseInt(minor, 10);
