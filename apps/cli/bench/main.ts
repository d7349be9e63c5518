import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { programRoot } from '@resilience/fixtures/program-root';

import {
  forgetRendered,
  generatedRepository,
  harbour,
  renderedSize,
} from './generated-repository.ts';
import { measure, type Measurement, median } from './measure.ts';

/** How many environments are rendered and checked, how often each is measured, and where they come from. */
const cases = [
  { environments: 3, runs: 9, prepare: harbour },
  { environments: 10, runs: 7, prepare: () => generatedRepository(10) },
  { environments: 100, runs: 3, prepare: () => generatedRepository(100) },
  { environments: 1000, runs: 1, prepare: () => generatedRepository(1000) },
];

const columns = [
  'environments',
  'files',
  'floor',
  'render',
  'ratio',
  'per environment',
  'memory',
  'check',
  'per environment',
];
print(columns);
for (const { environments, runs, prepare } of cases) {
  const root = prepare();
  const { floor, render, check } = compare(root, runs);
  const { files, bytes } = renderedSize(root);
  rmSync(root, { recursive: true });
  print([
    String(environments),
    `${files} (${(bytes / 1024).toFixed(0)} KiB)`,
    `${floor.milliseconds.toFixed(0)} ms`,
    `${render.milliseconds.toFixed(0)} ms`,
    (render.milliseconds / floor.milliseconds).toFixed(2),
    `${(render.milliseconds / environments).toFixed(1)} ms`,
    `${render.mebibytes.toFixed(0)} MiB (floor ${floor.mebibytes.toFixed(0)})`,
    `${check.milliseconds.toFixed(0)} ms`,
    `${(check.milliseconds / environments).toFixed(1)} ms`,
  ]);
}

/** Measures all in turn, after one run of each that fills the caches, which one long run is without. */
function compare(root: string, runs: number): Record<'floor' | 'render' | 'check', Measurement> {
  const renders: Measurement[] = [];
  const checks: Measurement[] = [];
  const floors: Measurement[] = [];
  const resilience = join(programRoot, 'apps/cli/bin/resilience.js');
  const warmUps = runs > 1 ? 1 : 0;
  for (let run = 0; run < runs + warmUps; run += 1) {
    forgetRendered(root);
    renders.push(measure(resilience, ['render'], root));
    checks.push(measure(resilience, ['check'], root));
    const floor = join(programRoot, 'apps/cli/bench/floor.js');
    const target = join(root, 'floor');
    rmSync(target, { recursive: true, force: true });
    floors.push(measure(floor, [join(root, 'environments'), target], root));
  }
  return {
    floor: median(floors.slice(warmUps)),
    render: median(renders.slice(warmUps)),
    check: median(checks.slice(warmUps)),
  };
}

function print(cells: readonly string[]): void {
  const widths = [12, 18, 8, 9, 5, 15, 22, 9, 15];
  process.stdout.write(
    `${cells.map((cell, index) => cell.padStart(widths[index] ?? 0)).join('  ')}\n`,
  );
}
