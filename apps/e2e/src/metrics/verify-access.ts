import { equal } from 'node:assert/strict';

import type { Client } from '../apiserver/client.ts';
import type { Report } from '../report.ts';
import { waitUntil } from '../wait-until.ts';

const velero = '/apis/velero.io/v1/namespaces/velero';

/** What the exporter's account may, and may not, ask the API server for. */
const requests = [
  ['list backups', 'GET', `${velero}/backups`, 200],
  ['list uploads', 'GET', '/apis/velero.io/v2alpha1/namespaces/velero/datauploads', 200],
  ['list drills', 'GET', '/apis/argoproj.io/v1alpha1/namespaces/velero/cronworkflows', 200],
  ['list definitions', 'GET', '/apis/apiextensions.k8s.io/v1/customresourcedefinitions', 200],
  ['list backups elsewhere', 'GET', '/apis/velero.io/v1/namespaces/default/backups', 403],
  ['delete a backup', 'DELETE', `${velero}/backups/any`, 403],
  ['list secrets', 'GET', '/api/v1/namespaces/velero/secrets', 403],
] as const;

/** What the API server answers for a moment after it has got a definition. */
const initialising = 429;

/** @param client speaks as the exporter's account */
export async function verifyAccess(client: Client, report: Report): Promise<void> {
  for (const [what, method, path, expected] of requests) {
    await report.check(`the exporter ${expected === 200 ? 'may' : 'may not'} ${what}`, async () => {
      const status = await waitUntil('the API server serves the kind', 30_000, async () => {
        const answer = await client.request(method, path);
        return answer.status !== initialising && answer.status;
      });
      equal(status, expected);
    });
  }
}
