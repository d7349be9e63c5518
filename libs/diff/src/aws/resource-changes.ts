import type { Rendered, RenderedObject } from '@resilience/policy/rendered';

import { inside, valueOf } from '../inside.ts';
import { forceNewOf } from './force-new.ts';
import { lostWith } from './loudness.ts';

/** What Terraform does to one resource. */
export interface ResourceChange {
  readonly stack: string;
  /** As Terraform prints it, such as `aws_kms_key.backups_encryption_key`. */
  readonly address: string;
  readonly change: 'created' | 'updated' | 'replaced' | 'destroyed';
  /** The attributes that differ; for a resource that is replaced, those that cause it. */
  readonly attributes: readonly string[];
  /** What is lost with it, where that is more than the resource. */
  readonly loses: string | undefined;
  /** The resource whose replacement alone causes this one; it is then no cause by itself. */
  readonly because: string | undefined;
  /** Whether Terraform refuses the plan, as the resource must not be destroyed. */
  readonly refused: boolean;
}

interface Resource extends Pick<ResourceChange, 'stack' | 'address'> {
  readonly type: string;
  readonly value: Readonly<Record<string, unknown>>;
}

interface Both {
  readonly old: Resource | undefined;
  readonly now: Resource | undefined;
}

/**
 * What `terraform apply` does to the resources of stacks that stay where they are.
 *
 * @param moved the stacks that come, go or move as a whole
 */
export function resourceChanges(
  before: Rendered,
  after: Rendered,
  moved: ReadonlySet<string>,
): ResourceChange[] {
  const [was, is] = [resourcesOf(before), resourcesOf(after)];
  const pairs = [...new Set([...was.keys(), ...is.keys()])]
    .map((key): Both => ({ old: was.get(key), now: is.get(key) }))
    .filter(({ old, now }) => !moved.has((old ?? now)?.stack ?? ''));
  const replaced = replacedIn(pairs);
  return pairs.flatMap((pair) => changeOf(pair, replaced)).toSorted(byWeight);
}

const resourcesOf = (rendered: Rendered): Map<string, Resource> =>
  new Map(
    rendered.objects
      .filter(({ kind }) => kind.startsWith('aws_'))
      .map((object) => [
        `${stackOf(object)} ${addressOf(object)}`,
        resourceOf(object, rendered.of('data.aws_iam_policy_document')),
      ]),
  );

/** The stack that a block of Terraform is in. */
export const stackOf = ({ name }: RenderedObject): string => name.split('/')[0] ?? '';

const addressOf = ({ kind, name }: RenderedObject): string =>
  `${kind}.${name.slice(name.indexOf('/') + 1)}`;

const resourceOf = (object: RenderedObject, documents: readonly RenderedObject[]): Resource => ({
  stack: stackOf(object),
  address: addressOf(object),
  type: object.kind,
  value: Object.fromEntries(
    Object.entries(valueOf(object)).map(([key, value]) => [
      key,
      documentOf(object, value, documents) ?? value,
    ]),
  ),
});

/** What a policy says, in the place of a reference that stays the same whatever is said. */
const documentOf = (
  object: RenderedObject,
  value: unknown,
  documents: readonly RenderedObject[],
): unknown => {
  const name = typeof value === 'string' ? policyReference.exec(value)?.[1] : undefined;
  return name === undefined
    ? undefined
    : documents.find((one) => one.name === `${stackOf(object)}/${name}`)?.value;
};

const policyReference = /^\$\{data\.aws_iam_policy_document\.([\w-]+)\.json\}$/;

/** What refers to a resource that is replaced by what cannot be changed is replaced, too. */
function replacedIn(pairs: readonly Both[]): ReadonlyMap<string, readonly string[]> {
  const replaced = new Map<string, readonly string[]>();
  for (let known = -1; known < replaced.size;) {
    known = replaced.size;
    for (const { old, now } of pairs) {
      const causes = old && now ? causesOf(old, now, replaced) : [];
      if (now && causes.length > 0) replaced.set(keyOf(now), causes);
    }
  }
  return replaced;
}

const keyOf = ({ stack, address }: Resource): string => `${stack} ${address}`;

const causesOf = (old: Resource, now: Resource, replaced: ReadonlyMap<string, unknown>): string[] =>
  (forceNewOf(now.type) ?? []).filter(
    (attribute) =>
      !same(old.value[attribute], now.value[attribute]) ||
      replaced.has(`${now.stack} ${referredBy(now.value[attribute])}`),
  );

/** `${aws_s3_bucket.backups_storage_bucket.id}` refers to `aws_s3_bucket.backups_storage_bucket`. */
const referredBy = (value: unknown): string =>
  typeof value === 'string' ? (/^\$\{(aws_\w+\.[\w-]+)\./.exec(value)?.[1] ?? '') : '';

function changeOf({ old, now }: Both, replaced: ReadonlyMap<string, readonly string[]>) {
  const resource = now ?? old;
  if (!resource) return [];
  const { stack, address, type } = resource;
  const causes = replaced.get(keyOf(resource));
  const change = kindOf({ old, now }, causes !== undefined);
  if (!change) return [];
  const isLost = change === 'replaced' || change === 'destroyed';
  return [
    {
      stack,
      address,
      change,
      attributes: causes ?? (old && now ? differing(old.value, now.value) : []),
      loses: isLost ? lostWith(type) : undefined,
      because: old && now && causes ? followed(old, now, causes) : undefined,
      // A block that is gone takes its guard with it.
      refused: change === 'replaced' && inside(now?.value, 'lifecycle', 'prevent_destroy') === true,
    },
  ];
}

function kindOf({ old, now }: Both, isReplaced: boolean): ResourceChange['change'] | undefined {
  if (!old) return 'created';
  if (!now) return 'destroyed';
  if (isReplaced) return 'replaced';
  return same(old.value, now.value) ? undefined : 'updated';
}

/** What a resource refers to in every attribute that causes its replacement, if it reads the same as before. */
function followed(old: Resource, now: Resource, causes: readonly string[]): string | undefined {
  const [first = ''] = causes;
  const isFollower = causes.every((key) => same(old.value[key], now.value[key]));
  return isFollower ? referredBy(now.value[first]) : undefined;
}

/** Rendered keys are sorted: what is the same reads the same. */
const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const differing = (
  one: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
): string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    (key) => !same(one[key], other[key]),
  );

const weights = ['destroyed', 'replaced', 'created', 'updated'];

/** What loses most is said first. */
const byWeight = (a: ResourceChange, b: ResourceChange): number =>
  Number(b.loses !== undefined) - Number(a.loses !== undefined) ||
  weights.indexOf(a.change) - weights.indexOf(b.change);
