import { channelSecrets } from '@resilience/config/channels';

import { type Kubectl, NotFound } from '../../kubernetes/kubectl.ts';
import { inVelero } from '../../velero/velero-namespace.ts';
import type { DoctorCheck, Found } from '../doctor-check.ts';

/** The Secrets that a person makes have the keys that the channels read; no value is read. */
export const secretsOfChannels: DoctorCheck = {
  group: 'cluster',
  name: 'secrets of channels',
  examine: async ({ kubectl, environment }) => {
    const needed = channelSecrets(environment.notifications);
    const names = [...new Set(needed.map(({ name }) => name))];
    const keys = new Map(
      await Promise.all(names.map(async (name) => [name, await keysOf(kubectl, name)] as const)),
    );
    return needed.map(({ name, key, neededBy }): Found => {
      const subject = `Secret ${name}, key ${key}`;
      if (keys.get(name)?.includes(key)) return { subject, state: 'ok', found: 'is there' };
      return {
        subject,
        state: 'wrong',
        found: `is not there: ${neededBy} is sent nothing`,
        fix: `environments/${environment.name}/rendered/secrets.md has the command`,
      };
    });
  },
};

const template = String.raw`go-template={{range $key, $value := .data}}{{$key}}{{"\n"}}{{end}}`;

async function keysOf(kubectl: Kubectl, name: string): Promise<readonly string[]> {
  try {
    return (await kubectl.text(['get', 'secret', name, ...inVelero, '--output', template])).split(
      '\n',
    );
  } catch (error) {
    if (error instanceof NotFound) return [];
    throw error;
  }
}
