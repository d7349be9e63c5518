import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { programRoot } from '@resilience/fixtures/program-root';
import { parse } from 'yaml';

export interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly environment?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

export interface Pipeline {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: object;
  readonly concurrency?: object;
  readonly env?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const github = join(programRoot, '.github');

/** Every workflow of this repository, by its file. */
export const pipelines: ReadonlyMap<string, Pipeline> = new Map(
  readdirSync(join(github, 'workflows')).map((file) => [
    file,
    parse(readFileSync(join(github, 'workflows', file), 'utf8')) as Pipeline,
  ]),
);

/** The steps of its own actions, by the action. */
export const actions: ReadonlyMap<string, readonly Step[]> = new Map(
  readdirSync(join(github, 'actions')).map((name) => {
    const file = join(github, 'actions', name, 'action.yml');
    const action = parse(readFileSync(file, 'utf8')) as { runs: { steps: readonly Step[] } };
    return [name, action.runs.steps];
  }),
);

/** The texts of all of them, as comments are read, too. */
export const texts: readonly string[] = [
  ...[...pipelines.keys()].map((file) => join('workflows', file)),
  ...[...actions.keys()].map((name) => join('actions', name, 'action.yml')),
].map((file) => readFileSync(join(github, file), 'utf8'));

export interface PlacedJob {
  readonly file: string;
  readonly id: string;
  readonly job: Job;
}

/** Every job, with where it is. */
export const jobs: readonly PlacedJob[] = [...pipelines].flatMap(([file, pipeline]) =>
  Object.entries(pipeline.jobs).map(([id, job]) => ({ file, id, job })),
);

/** Every step with a script, by the place of it, such as `apply.yml apply: Apply what was approved`. */
export const scripts: ReadonlyMap<string, { readonly place: PlacedJob; readonly step: Step }> =
  new Map(
    jobs.flatMap((place) =>
      place.job.steps
        .filter(({ run }) => run !== undefined)
        .map((step) => [
          `${place.file} ${place.id}: ${step.name ?? step.id ?? ''}`,
          { place, step },
        ]),
    ),
  );
