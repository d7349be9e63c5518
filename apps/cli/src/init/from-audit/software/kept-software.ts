import { Spread } from '../../../source/spread.ts';
import type { FoundContainer, FoundNamespace, FoundVolume } from '../audited.ts';
import { keptVolume, ownLabels, sizeOf } from '../kept-volume.ts';
import { type PresetFound, presetOf, type Program } from './preset-of.ts';

/** Presets of a namespace, and what they declare in the place of the namespace. */
export interface KeptSoftware {
  readonly software: readonly object[];
  /** Such as `StatefulSet/postgres`. */
  readonly workloads: ReadonlySet<string>;
  readonly volumes: ReadonlySet<FoundVolume>;
  readonly notes: readonly string[];
}

/** @param names of its volumes in the declaration */
export function keptSoftware(
  namespace: FoundNamespace,
  names: ReadonlyMap<FoundVolume, string>,
): KeptSoftware {
  const found = programsIn(namespace).map((one) => ({ ...one, preset: presetOf(one.program) }));
  const taken = found.flatMap(({ preset, ...one }) =>
    preset && 'call' in preset ? [{ ...one, preset }] : [],
  );
  return {
    software: taken.map(({ program, preset, volume }) =>
      isAsPreset(program, { volume, names })
        ? preset.call
        : new Spread(preset.call, overOf(namespace, { program, volume, names })),
    ),
    workloads: new Set(taken.map(({ program: { kind, name } }) => `${kind}/${name}`)),
    volumes: new Set(taken.map(({ volume }) => volume)),
    notes: found.flatMap(({ program, preset }) =>
      preset ? [noteOf(namespace.name, program, preset)] : [],
    ),
  };
}

interface Found {
  readonly program: Program;
  readonly volume: FoundVolume;
}

/** Each workload whose pods keep their data in a volume, once, with the first of them. */
function programsIn({ name: namespace, volumes, podLabels }: FoundNamespace): Found[] {
  const found = volumes.flatMap((volume) =>
    volume.containers.flatMap((container): Found[] => {
      const labels = podLabels[container.workload] ?? {};
      const kind = kindOf(container);
      if (kind === undefined || Object.keys(labels).length === 0) return [];
      const program = {
        kind,
        name: container.workload.split('/')[1] ?? '',
        podLabels: labels,
        claimLabels: ownLabels({ namespace, volume }),
        container,
        size: sizeOf(volume),
      };
      return presetOf(program) === undefined ? [] : [{ program, volume }];
    }),
  );
  const first = new Map(found.toReversed().map((one) => [one.program.name, one]));
  return [...first.values()].toReversed();
}

const kindOf = ({ workload }: FoundContainer): Program['kind'] | undefined =>
  (['Deployment', 'StatefulSet'] as const).find((kind) => workload.startsWith(`${kind}/`));

interface Named {
  readonly volume: FoundVolume;
  readonly names: ReadonlyMap<FoundVolume, string>;
}

/** Whether a preset by itself declares what was found: a StatefulSet whose claims have its labels, and snapshots. */
function isAsPreset(program: Program, { volume, names }: Named): boolean {
  const { kind, name, podLabels, claimLabels } = program;
  const isSelected = Object.entries(podLabels).every(([key, value]) => claimLabels[key] === value);
  const isFree = [...names.values()].every((one) => !one.startsWith(`${name}-`));
  return kind === 'StatefulSet' && isSelected && isFree && !isCopiedOtherwise(volume);
}

const isCopiedOtherwise = ({ copies, notCopied }: FoundVolume): boolean =>
  copies.some(({ method }) => method === 'file-system') ||
  (copies.length === 0 && notCopied.length > 0);

function overOf(
  { name: namespace }: FoundNamespace,
  { program: { kind, name, podLabels }, volume, names }: Named & { readonly program: Program },
): Record<string, unknown> {
  const volumes = { [names.get(volume) ?? volume.name]: keptVolume({ namespace, volume }) };
  return kind === 'StatefulSet' ? { volumes } : { workloads: [{ kind, name, podLabels }], volumes };
}

function noteOf(
  namespace: string,
  { kind, name, container }: Program,
  preset: PresetFound,
): string {
  const what = `${kind} ${namespace}/${name} runs ${container.image}`;
  if ('why' in preset) return `${what}; its preset is not declared, as ${preset.why}.`;
  const open = preset.toFillIn.length > 0 ? `; fill in ${preset.toFillIn.join(', ')}` : '';
  return `${what}: the preset ${preset.call.name} is declared, with its hooks and checks${open}.`;
}
