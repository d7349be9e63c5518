import type { Place } from '../problem.ts';

/** What findings and problems have in common. */
interface Caused {
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly expected: string;
  readonly received: string;
  readonly fix: string;
  readonly file?: string;
  readonly cause?: string;
  readonly places?: readonly Place[];
}

/**
 * One for each cause, with all its places. What differs from nothing but its place has one cause; so has what
 * says that it has, and then all that is received and can be done is listed.
 *
 * @param shown of what reads differently: all of it, or what is at the first place
 */
export function oneCause<One extends Caused>(
  found: readonly One[],
  shown: 'all' | 'first' = 'all',
): One[] {
  const groups = Map.groupBy(found, causeOf);
  return [...groups.values()].flatMap((group) => merged(group, shown));
}

const causeOf = ({ cause, file, code, message, expected, received, fix }: Caused): string =>
  cause ?? [file, code, message, expected, received, fix].join('\n');

function merged<One extends Caused>(group: readonly One[], shown: 'all' | 'first'): One[] {
  const [first, ...others] = group;
  if (!first || others.length === 0) return [...group];
  const all = (key: 'expected' | 'received' | 'fix'): string =>
    shown === 'first' ? first[key] : [...new Set(group.map((one) => one[key]))].join('; ');
  return [
    {
      ...first,
      expected: all('expected'),
      received: all('received'),
      fix: all('fix'),
      places: group.flatMap(placesOf),
    },
  ];
}

const placesOf = ({ file, path, places }: Caused): readonly Place[] =>
  places ?? [{ ...(file !== undefined && { file }), path }];
