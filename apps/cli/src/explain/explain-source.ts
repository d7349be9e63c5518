import type { Environment } from '@resilience/config/environment';
import { located } from '@resilience/config/locate';
import { sourceOf, writtenAt } from '@resilience/config/source';
import { coveredServices } from '@resilience/config/volumes';

import { formatTable } from '../format-table.ts';
import { repositoryRoot } from '../repository-root.ts';
import { leavesOf } from './leaves.ts';

/** One value of a service, and where it comes from. */
export interface SourceRow {
  /** Its place in the declaration as understood. */
  readonly path: string;
  readonly value: string;
  readonly from: 'service' | 'tier' | 'software' | 'derived' | 'assumed' | 'environment';
  /** The tier's or the software's name, or from what it is derived; else empty. */
  readonly note: string;
  /** Where it is written, or could be: file, line and place in the declaration. */
  readonly file: string;
  readonly line: number | undefined;
  readonly at: string;
}

interface Sourced {
  readonly rows: readonly SourceRow[];
  readonly text: () => string;
}

/** Every value of a service with the schedules that cover it, and where each comes from. */
export function explainSource(environment: Environment, service: string): Sourced {
  const rows = withPlaces(environment, [
    ...leavesOf(
      `services.${service}`,
      environment.services[service] ?? without(environment, service),
    ),
    ...Object.entries(environment.schedules)
      .filter(([, schedule]) =>
        coveredServices(environment, schedule).some(([name]) => name === service),
      )
      .flatMap(([name, schedule]) => leavesOf(`schedules.${name}`, schedule)),
  ]);
  return { rows, text: () => formatRows(rows) };
}

/** As the declaration says it of a service that no backup holds. */
function without({ notBackedUp }: Environment, service: string) {
  const { namespace, reason } = notBackedUp[service] ?? {};
  return { namespace, notBackedUp: reason };
}

function withPlaces(
  { name, sources }: Environment,
  leaves: ReturnType<typeof leavesOf>,
): SourceRow[] {
  const config = `environments/${name}/config.ts`;
  const places = located(
    repositoryRoot,
    leaves.map(({ path }) => ({ file: config, path: writtenAt(sources, path) })),
  );
  return leaves.map(({ path, value }, index) => {
    const source = sourceOf(sources, path)?.source;
    const { file = config, line, path: at = path } = places[index] ?? {};
    const from = source?.from ?? (path.startsWith('schedules.') ? 'environment' : 'service');
    return { path, value, from, note: source?.note ?? '', file, line, at };
  });
}

function formatRows(rows: readonly SourceRow[]): string {
  const table = rows.map((row) => [row.path, row.value, describeSource(row), describePlace(row)]);
  return formatTable([['value of', 'is', 'comes from', 'written at'], ...table]).join('\n');
}

function describeSource({ from, note }: SourceRow): string {
  if (from === 'service') return 'the service';
  if (from === 'environment') return 'the environment';
  if (from === 'tier') return `the tier ${note}`;
  if (from === 'software') return `the preset ${note}`;
  return from === 'derived' ? `derived from ${note}` : `assumed ${note}`;
}

const describePlace = ({ from, file, line }: SourceRow): string =>
  from === 'derived' || from === 'assumed'
    ? 'nowhere'
    : line === undefined
      ? file
      : `${file}:${line}`;
