import { deepEqual, equal } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

import { objectStateServiceAccount } from '@resilience/config/names';

import { type ControlPlane, startControlPlane } from '../apiserver/control-plane.ts';
import { installCustomResources } from '../apiserver/custom-resources.ts';
import { tokenOf } from '../apiserver/token-of.ts';
import { declaredNames } from '../declared.ts';
import { kubeStateMetrics } from '../kubernetes/programs.ts';
import { Report } from '../report.ts';
import { record, recorded, recordingOf } from './recording.ts';
import { type RenderedExporter, renderedExporter } from './rendered-exporter.ts';
import { startExporter } from './start-exporter.ts';
import { verifyAccess } from './verify-access.ts';
import { toldObjects, verifySeries } from './verify-series.ts';
import { skipped } from '../skipped.ts';

const report = new Report();
const [first = '', ...others] = declaredNames();

if (spawnSync('go', ['version']).error) {
  process.stdout.write(skipped('e2e:metrics', 'go, which builds the exporter, is not on the PATH'));
} else {
  report.skip(
    'the exporter of CloudWatch',
    'its module is not on the Go module proxy: its configuration is checked by unit tests alone',
  );
  await verifySameEverywhere();
  const controlPlane = await startControlPlane();
  try {
    await verify(controlPlane, renderedExporter(first));
  } finally {
    await controlPlane.stop();
  }
  process.exitCode = report.finish() ? 0 : 1;
}

/** One run stands for all environments, as long as they are told the same. */
async function verifySameEverywhere(): Promise<void> {
  const exporter = renderedExporter(first);
  await report.check('the exporter has the version that runs here', async () => {
    equal(exporter.image.split(':')[1]?.split('@')[0], kubeStateMetrics.version);
  });
  for (const other of others) {
    await report.check(`${other} and ${first} tell of objects in the same way`, async () => {
      const { access, ...rest } = renderedExporter(other);
      const { access: same, ...expected } = exporter;
      deepEqual(rest, expected);
      deepEqual(rolesOf(access), rolesOf(same));
    });
  }
}

/** The account of an environment names its own role in AWS, and a namespace is its own affair. */
function rolesOf(access: RenderedExporter['access']) {
  return access.filter(({ kind }) => kind.includes('Role'));
}

async function verify(controlPlane: ControlPlane, exporter: RenderedExporter): Promise<void> {
  const { client, url, withToken } = controlPlane;
  for (const object of exporter.access) await client.apply(object);
  await installCustomResources(client, kinds());
  const token = await tokenOf(client, objectStateServiceAccount);
  await verifyAccess(withToken(token), report);
  const running = await startExporter(exporter, { url, isTrusted: true, token });
  try {
    await verifySeries({ client, exporter: running, rendered: exporter }, report);
    await verifyRecording(await running.scrape());
    await report.check('the exporter logs no error', async () => {
      deepEqual(errorsOf(running.log()), []);
    });
  } finally {
    running.stop();
  }
}

function kinds(): ReadonlySet<string> {
  return new Set(
    toldObjects.map(({ object }) => `${object.apiVersion.split('/')[0]}/${object.kind}`),
  );
}

async function verifyRecording(text: string): Promise<void> {
  const recording = recordingOf(text);
  if (process.argv.includes('--record')) record(recording);
  await report.check('what is scraped is what was recorded for the tests of alerts', async () => {
    equal(recording, recorded());
  });
}

/** klog begins a line with the first letter of its severity. */
function errorsOf(log: string): string[] {
  return log.split('\n').filter((each) => /^[EF]\d{4} /.test(each));
}
