import { Duration } from 'cdk8s';
import { EnvFieldPaths, EnvValue, Probe } from 'cdk8s-plus-28';

/** Where the server and the node-agent serve their metrics. */
export const metricsPort = { name: 'metrics', number: 8085 } as const;

/** The root file system is read-only: caches, credentials and plugin sockets go to the scratch volume. */
export const scratchPath = '/scratch';

/** What the server and the node-agent both read from their environment. */
export const veleroEnvironment = {
  HOME: EnvValue.fromValue(scratchPath),
  TMPDIR: EnvValue.fromValue(scratchPath),
  VELERO_SCRATCH_DIR: EnvValue.fromValue(scratchPath),
  VELERO_NAMESPACE: EnvValue.fromFieldRef(EnvFieldPaths.POD_NAMESPACE),
};

const slow = { port: metricsPort.number, timeoutSeconds: Duration.seconds(5) };

/** Who is killed loses the backups that it is making: being busy is no reason before a minute of silence. */
export const probes = {
  liveness: Probe.fromHttpGet('/metrics', { ...slow, failureThreshold: 6 }),
  readiness: Probe.fromHttpGet('/metrics', slow),
};
