import { drillServiceAccount } from '@resilience/config/names';

import { argoIfGiven } from '../../argo/connect.ts';
import type { DoctorCheck, Found } from '../doctor-check.ts';

/** Milliseconds. */
const answerWithin = 15_000;

const subject = 'login to Argo Workflows';

/** The server that ARGO_SERVER names answers, takes ARGO_TOKEN, and shows the runs of runbooks and drills. */
export const argoLogin: DoctorCheck = {
  group: 'this machine',
  name: subject,
  examine: async () => {
    const argo = argoIfGiven({});
    if (!argo) return [notNamed];
    const signal = AbortSignal.timeout(answerWithin);
    const { namespace } = drillServiceAccount;
    try {
      await argo.workflows.list(namespace, { limit: 1, fields: 'items.metadata.name', signal });
      return [{ subject, state: 'ok', found: `${serverName()} lists the runs of ${namespace}` }];
    } catch (error) {
      return [refused(error, namespace)];
    }
  },
};

const notNamed: Found = {
  subject,
  state: 'warning',
  found: 'ARGO_SERVER is not set: backup now, restore run and drill run need --argo-server',
  fix: 'export ARGO_SERVER=https://‹address of the Argo Workflows server›, and ARGO_TOKEN',
};

const serverName = (): string => process.env['ARGO_SERVER'] ?? '';

/** What is not a refusal of the token says nothing about it. */
function refused(error: unknown, namespace: string): Found {
  const found = error instanceof Error ? error.message : String(error);
  const kind = error instanceof Error && 'kind' in error ? error.kind : undefined;
  if (kind === 'unauthorized') {
    return {
      subject,
      state: 'wrong',
      found: `${serverName()} does not take ARGO_TOKEN: ${found}`,
      fix: 'export ARGO_TOKEN with a token that is in force: "argo auth token", or the page of the server',
    };
  }
  if (kind === 'forbidden') {
    return {
      subject,
      state: 'wrong',
      found: `ARGO_TOKEN may not list the workflows of ${namespace}: ${found}`,
      fix: `bind its account in ${namespace} to a role that may get, list, watch and create workflows.argoproj.io`,
    };
  }
  return {
    subject,
    state: 'unknown',
    found: `${serverName()} does not answer as a server of Argo Workflows: ${found}`,
    fix: 'correct ARGO_SERVER, or "kubectl port-forward" to the argo-server; is the network right?',
  };
}
