import type { Guard, Weakening } from './guard.ts';
import { listed } from './words.ts';

/** How well something is protected, said in one sentence. */
export interface Statement {
  /** The kind of guard, by the name of its file. */
  readonly kind: string;
  readonly direction: 'weaker' | 'stronger' | 'other';
  readonly text: string;
  /** Places in the declaration as understood, or rendered files. */
  readonly paths: readonly string[];
}

interface Change {
  readonly weakening: Pick<Weakening, 'id' | 'absence' | 'sentence'>;
  readonly direction: Statement['direction'];
  readonly before: Guard | undefined;
  readonly after: Guard | undefined;
}

/** Every guard that is weaker, stronger or another than before. */
export function compareGuards<Source>(
  weakenings: readonly Weakening<Source>[],
  before: Source,
  after: Source,
): Statement[] {
  const changes = weakenings.flatMap((weakening) => changesOf(weakening, before, after));
  return [...Map.groupBy(changes.filter(isItsOwnCause(changes)), sentenceOf).values()].flatMap(
    statementsOf,
  );
}

function changesOf<Source>(weakening: Weakening<Source>, before: Source, after: Source): Change[] {
  const [old, now] = [weakening.guards(before), weakening.guards(after)];
  if (!old || !now) return [];
  const [was, is] = [byKey(old), byKey(now)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) =>
    changeOf(weakening, was.get(key), is.get(key)),
  );
}

const byKey = (guards: readonly Guard[]): Map<string, Guard> =>
  new Map(guards.map((guard) => [guard.key ?? `${guard.path} ${guard.id ?? ''}`, guard]));

function changeOf(
  weakening: Change['weakening'],
  before: Guard | undefined,
  after: Guard | undefined,
): Change[] {
  if (before?.value === after?.value && before?.strength === after?.strength) return [];
  const [was, is] = [strengthOf(weakening, before, after), strengthOf(weakening, after, before)];
  const direction = is < was ? 'weaker' : is > was ? 'stronger' : 'other';
  return [{ weakening, direction, before, after }];
}

function strengthOf(
  { absence }: Change['weakening'],
  guard: Guard | undefined,
  other: Guard | undefined,
): number {
  if (guard) return guard.strength;
  if (absence === 'weakest') return Number.NEGATIVE_INFINITY;
  return absence === 'strongest' ? Infinity : (other?.strength ?? 0);
}

/** What comes or goes with something else is not said: the other is. */
function isItsOwnCause(changes: readonly Change[]): (change: Change) => boolean {
  const [gone, come] = [placesOf(changes, 'after'), placesOf(changes, 'before')];
  return ({ weakening, before, after }) => {
    if (before && after) return true;
    const places = (before ?? after) && outer(before ?? after);
    const causes = before ? gone : come;
    return weakening.absence !== 'unsaid' && !places?.some((place) => causes.has(place));
  };
}

/** The places that are missing on one side. */
const placesOf = (changes: readonly Change[], missing: 'before' | 'after'): ReadonlySet<string> =>
  new Set(
    changes
      .filter((change) => change[missing] === undefined)
      .map(({ before, after }) => (before ?? after)?.path ?? ''),
  );

/** `schedules.daily.retention` is in `schedules.daily`, which is in `schedules`. */
function outer(guard: Guard | undefined): string[] {
  const inner = guard?.path ?? '';
  const above = [...inner.matchAll(/[.[]/g)].map(({ index }) => inner.slice(0, index));
  return [...above, ...(guard?.within ?? [])];
}

const sentenceOf = ({ weakening, direction, before, after }: Change): string =>
  JSON.stringify([weakening.id, direction, before?.value, after?.value]);

/** One sentence for all that is alike, by the subjects that share their cases. */
function statementsOf(alike: readonly Change[]): Statement[] {
  const byCase = Map.groupBy(alike, (change) => guardOf(change)?.case ?? '');
  const bySubjects = Map.groupBy(byCase.values(), (changes) => subjectsOf(changes).join('\n'));
  return [...bySubjects.values()].map((groups) => statementOf(groups.flat()));
}

const guardOf = ({ before, after }: Change): Guard | undefined => after ?? before;

const subjectsOf = (changes: readonly Change[]): string[] => [
  ...new Set(changes.map((change) => guardOf(change)?.subject ?? '')),
];

function statementOf(changes: readonly Change[]): Statement {
  const [first] = changes;
  if (!first) throw new RangeError('a sentence is about something');
  const { weakening, direction, before, after } = first;
  const names = subjectsOf(changes);
  const cases = [...new Set(changes.map((change) => guardOf(change)?.case ?? ''))];
  return {
    kind: weakening.id,
    direction,
    text: weakening.sentence({
      names: listed(names),
      many: names.length > 1,
      cases: listed(cases),
      manyCases: cases.length > 1,
      before: before?.value,
      after: after?.value,
    }),
    paths: [...new Set(changes.map((change) => guardOf(change)?.path ?? ''))],
  };
}
