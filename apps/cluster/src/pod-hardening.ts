import { ApiObject, JsonPatch } from 'cdk8s';
import { Capability, type ContainerSecurityContextProps, SeccompProfileType } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';

import { priorityClass } from './velero-settings.ts';

/** Any user but root will do: Velero's image names its own by a word, which Kubernetes cannot judge. */
export const unprivilegedUser = 65_532;

/** What a container that needs nothing from its host runs under. */
export const restricted: ContainerSecurityContextProps = {
  ensureNonRoot: true,
  user: unprivilegedUser,
  group: unprivilegedUser,
  readOnlyRootFilesystem: true,
  allowPrivilegeEscalation: false,
  capabilities: { drop: [Capability.ALL] },
  seccompProfile: { type: SeccompProfileType.RUNTIME_DEFAULT },
};

/** cdk8s-plus has no word for the priority of pods. */
export const prioritise = (workload: Construct): void =>
  ApiObject.of(workload).addJsonPatch(
    JsonPatch.add('/spec/template/spec/priorityClassName', priorityClass),
  );
