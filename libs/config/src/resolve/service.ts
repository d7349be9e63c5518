import { describeValue, type Finding } from '../problem.ts';
import { assumed } from './assumptions.ts';
import { gatherKeys, gatherList, type Gathered, type Part } from './gather.ts';
import { isWritten, type Written } from './records.ts';
import { presetName, type Software, softwareOf, wrongSoftware } from './software.ts';
import { joined, type Source, type Sources } from './source.ts';
import { withAssumedAmounts } from './volume-amounts.ts';

/** A service with everything that its tier, its software and its name say of it. */
export interface ResolvedService {
  readonly service: Written;
  readonly sources: Sources;
  readonly findings: readonly Finding[];
}

/** A service as written, with its place and what is declared of its tier. */
interface Subject {
  readonly name: string;
  readonly path: string;
  readonly written: Written;
  readonly software: readonly Software[];
  /** Undefined where nothing is declared of it. */
  readonly tier: { readonly name: string; readonly declared: Written } | undefined;
}

/** @param tier what is declared of the service's tier, if anything is */
export function resolveService(
  name: string,
  written: Written,
  tier: Subject['tier'],
): ResolvedService {
  const path = `services.${name}`;
  const subject = { name, path, written, software: softwareOf(path, written), tier };
  const { software: _, ...own } = written;
  const gathered = {
    workloads: gatherList(`${path}.workloads`, [
      ...ofSoftware(subject, 'workloads'),
      ...ofService(subject, 'workloads'),
    ]),
    volumes: volumesOf(subject),
    hooks: gatherList(`${path}.hooks`, [
      ...ofSoftware(subject, 'hooks'),
      ...ofService(subject, 'hooks'),
    ]),
    verification: gatherList(`${path}.verification`, [
      ...ofSoftware(subject, 'verification'),
      ...ofService(subject, 'verification'),
      ...ofTier(subject, 'verification'),
    ]),
    ...objectivesOf(subject),
    namespace: or(subject, 'namespace', {
      value: name,
      from: 'derived',
      note: "the service's name",
    }),
    objects: or(subject, 'objects', {
      value: assumed.objects,
      from: 'assumed',
      note: 'for a service that does not say how many objects its namespace has',
    }),
  };
  return {
    service: { ...own, ...mapValues(gathered, ({ value }) => value) },
    sources: joined(Object.values(gathered).map(({ sources }) => sources)),
    findings: [...wrongSoftware(path, written), ...volumesTwice(subject)],
  };
}

function volumesOf(subject: Subject): Gathered {
  const path = `${subject.path}.volumes`;
  const gathered = gatherKeys(path, [
    ...ofSoftware(subject, 'volumes'),
    ...ofService(subject, 'volumes'),
  ]);
  return withAssumedAmounts(path, gathered);
}

/** None where neither says any: the schema reports that. What a tier lacks is missing in the tier. */
function objectivesOf(subject: Subject): { readonly objectives?: Gathered } {
  const parts = [...ofTier(subject, 'objectives'), ...ofService(subject, 'objectives')];
  if (parts.length === 0) return {};
  const path = `${subject.path}.objectives`;
  const { value, sources } = gatherKeys(path, parts);
  const [first] = parts;
  return { objectives: { value, sources: { ...(first && { [path]: first.source }), ...sources } } };
}

function ofService({ path, written }: Subject, key: string): Part[] {
  if (written[key] === undefined) return [];
  const preset = presetName(written);
  const source: Source =
    preset !== undefined && ofPresets.has(key)
      ? { from: 'software', at: `${path}.${key}`, note: `${preset}, spread into the service` }
      : { from: 'service', at: `${path}.${key}`, note: '' };
  return [{ value: written[key], source }];
}

/** What a preset declares. */
const ofPresets: ReadonlySet<string> = new Set(['workloads', 'volumes', 'hooks', 'verification']);

const ofSoftware = ({ software }: Subject, key: string): Part[] =>
  software.flatMap(({ name, at, declared }) =>
    declared[key] === undefined
      ? []
      : [{ value: declared[key], source: { from: 'software', at: `${at}.${key}`, note: name } }],
  );

const ofTier = ({ tier }: Subject, key: string): Part[] =>
  tier?.declared[key] === undefined
    ? []
    : [
        {
          value: tier.declared[key],
          source: { from: 'tier', at: `tiers.${tier.name}.${key}`, note: tier.name },
        },
      ];

/** What the service says, or else what it is taken for. */
function or(
  { path, written }: Subject,
  key: string,
  { value, ...source }: Pick<Source, 'from' | 'note'> & { readonly value: unknown },
): Gathered {
  const at = `${path}.${key}`;
  return written[key] === undefined
    ? { value, sources: { [at]: { ...source, at } } }
    : { value: written[key], sources: {} };
}

/** The second would take the place of the first, and nobody would know how that one is backed up. */
const volumesTwice = (subject: Subject): Finding[] => {
  const first = new Map<string, string>();
  return [...ofSoftware(subject, 'volumes'), ...ofService(subject, 'volumes')].flatMap(
    ({ value, source }) =>
      (isWritten(value) ? Object.keys(value) : []).flatMap((volume) => {
        const other = first.get(volume);
        if (other === undefined) first.set(volume, `${source.at}.${volume}`);
        return other === undefined
          ? []
          : [
              {
                path: `${source.at}.${volume}`,
                code: 'config/volumes-have-one-name',
                message: 'is declared twice in the service',
                expected: `a name other than that of ${other}`,
                received: describeValue(volume),
                fix: 'give one of the two volumes another name',
              },
            ];
      }),
  );
};

const mapValues = <T, U>(record: Readonly<Record<string, T>>, map: (value: T) => U) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
