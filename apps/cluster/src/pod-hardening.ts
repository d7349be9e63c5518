import { type ContainerSecurityContextProps, SeccompProfileType } from 'cdk8s-plus-28';

/** Any user but root will do: Velero's image names its own by a word, which Kubernetes cannot judge. */
export const unprivilegedUser = 65_532;

/** What a container that needs nothing from its host runs under. */
export const restricted: ContainerSecurityContextProps = {
  ensureNonRoot: true,
  user: unprivilegedUser,
  group: unprivilegedUser,
  readOnlyRootFilesystem: true,
  allowPrivilegeEscalation: false,
  seccompProfile: { type: SeccompProfileType.RUNTIME_DEFAULT },
};
