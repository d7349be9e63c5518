import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { RenderedDashboard } from './rendered-dashboards.ts';

/** A program of Grafana's own types, which are made from Grafana's schema. */
const decoder = join(import.meta.dirname, 'strict-decoder');

/** Whether there is a Go that builds the decoder; the first time takes it some minutes. */
export const canDecode = (): boolean => !spawnSync('go', ['version']).error;

/** @throws what Grafana's types do not take of a dashboard */
export function decodeStrictly({ name, json }: RenderedDashboard): void {
  const folder = mkdtempSync(join(tmpdir(), 'resilience-dashboard-'));
  try {
    const file = join(folder, name);
    writeFileSync(file, json);
    const { status, stdout, stderr } = spawnSync('go', ['run', '.', file], {
      cwd: decoder,
      env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=readonly', GOWORK: 'off' },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${stdout}${stderr}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
