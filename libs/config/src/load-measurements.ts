import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { unmeasured } from './environment.ts';
import type { Loaded } from './loaded.ts';
import { schemaFindings } from './schema-findings.ts';
import { measurements, type Measurements } from './schema/measurements.ts';

/**
 * Reads `environments/<name>/measurements.json`, which drills leave behind; there is none before the first.
 *
 * @param root the repository's folder
 */
export function loadMeasurements(root: string, name: string): Loaded<Measurements> {
  const file = `environments/${name}/measurements.json`;
  if (!existsSync(join(root, file))) return { ok: true, value: unmeasured };
  const input = readJson(join(root, file));
  const parsed = measurements.safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data };
  const findings = schemaFindings(measurements, input);
  return { ok: false, problems: findings.map((finding) => ({ file, ...finding })) };
}

/** The text itself where it is no JSON: the schema says what should be there instead. */
function readJson(path: string): unknown {
  const text = readFileSync(path, 'utf8');
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
