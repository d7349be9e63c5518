import type { Environment } from '@resilience/config/environment';
import {
  argocdController,
  drillServiceAccount,
  nodeAgentServiceAccount,
  runbookServiceAccount,
  veleroServiceAccount,
} from '@resilience/config/names';

import { type Client, type Manifest, messageOf, succeeded } from '../apiserver/client.ts';
import { installCustomResources } from '../apiserver/custom-resources.ts';
import { userName } from '../apiserver/user-name.ts';
import type { Report } from '../report.ts';
import { waitUntil } from '../wait-until.ts';
import type { AdmissionCase, Asker } from './admission-case.ts';
import { admissionCases } from './cases.ts';

/** Asks for everything that the guards judge, and looks what the API server says. */
export async function verifyAdmission(
  environment: Environment,
  client: Client,
  report: Report,
): Promise<void> {
  const users: Record<Asker, string> = {
    argocd: userName(argocdController(environment)),
    velero: userName(veleroServiceAccount),
    'node-agent': userName(nodeAgentServiceAccount),
    'garbage-collector': 'system:serviceaccount:kube-system:generic-garbage-collector',
    drill: userName(drillServiceAccount),
    runbook: userName(runbookServiceAccount),
    person: 'alice',
  };
  const cases = admissionCases(environment);
  await installCustomResources(client, kindsOf(cases));
  await policiesAreActive(cases, client, users);
  for (const asked of cases) {
    const verdict = asked.refused === undefined ? 'may' : 'may not';
    await report.check(`${environment.name}: ${asked.asker} ${verdict} ${asked.what}`, async () => {
      const { status, body } = await ask(asked, client, users);
      const message = messageOf(body);
      if (asked.refused === undefined && status >= 300) throw new Error(`refused: ${message}`);
      if (asked.refused !== undefined && status < 300)
        throw new Error('the API server lets it pass');
      if (asked.refused !== undefined && !message.includes(asked.refused)) {
        throw new Error(`refused for another reason: ${message}`);
      }
    });
  }
}

/** Some of what is guarded is in no rendered file. */
const kindsOf = (cases: readonly AdmissionCase[]): Set<string> =>
  new Set(
    cases
      .filter(({ object: { apiVersion } }) => apiVersion.startsWith('velero.io/'))
      .map(({ object: { apiVersion, kind } }) => `${apiVersion.split('/')[0] ?? ''}/${kind}`),
  );

/** A policy is in force a moment after it is there. */
const policiesAreActive = (
  cases: readonly AdmissionCase[],
  client: Client,
  users: Record<Asker, string>,
): Promise<unknown> =>
  waitUntil('policies are in force', 60_000, async () => {
    const created = cases.filter(
      ({ operation, refused }) => operation === 'create' && refused !== undefined,
    );
    const answers = await Promise.all(created.map((asked) => ask(asked, client, users)));
    return answers.every(({ status }) => status >= 300);
  });

/** Nothing that is asked for stays: it is a dry run, and what it needs is cleared away. */
async function ask(
  { operation, object, before, asker }: AdmissionCase,
  client: Client,
  users: Record<Asker, string>,
) {
  const as = users[asker];
  const dryRun = '?dryRun=All&fieldValidation=Strict';
  if (operation === 'create') {
    return client.request('POST', `${await client.pathOf(object, true)}${dryRun}`, {
      body: object,
      as,
    });
  }
  return withExisting(before ?? object, client, users, async (existing) => {
    const path = `${await client.pathOf(object)}${dryRun}`;
    if (operation === 'delete') return client.request('DELETE', path, { as });
    const { resourceVersion } = existing.metadata;
    const metadata = { ...object.metadata, resourceVersion };
    return client.request('PUT', path, { body: { ...object, metadata }, as });
  });
}

/** What is rendered is there already; anything else Velero or ArgoCD makes before, and takes away. */
async function withExisting<Result>(
  object: Manifest,
  client: Client,
  users: Record<Asker, string>,
  run: (existing: Manifest) => Promise<Result>,
): Promise<Result> {
  const path = await client.pathOf(object);
  const found = await client.request('GET', path);
  if (found.status === 200) return run(found.body as Manifest);
  const as = users.velero;
  const created = await client.request('POST', await client.pathOf(object, true), {
    body: object,
    as,
  });
  try {
    return await run(succeeded(created));
  } finally {
    await client.request('DELETE', path, { as });
  }
}
