import { isObject, textAt } from '../input/plain.ts';
import type { Found } from '../objects/found.ts';

/** A claim, or a template of some, and where it is written. */
export interface Claim {
  readonly found: Found;
  readonly at: readonly PropertyKey[];
  readonly value: unknown;
  readonly name: string;
  readonly byOperator: boolean;
}

const tooDeep = 12;

/** Objects of operators claim volumes by templates, at whatever place, or by a size. */
export function claimsOfOperator(
  found: Found,
  value: unknown,
  path: readonly PropertyKey[],
): Claim[] {
  if (path.length > tooDeep || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value))
    return value.flatMap((one, index) => claimsOfOperator(found, one, [...path, index]));
  return Object.entries(value).flatMap(([key, one]) => {
    const here = [...path, key];
    const claim = (inner: unknown, place: readonly PropertyKey[], name: string): Claim => ({
      found,
      value: inner,
      at: place,
      name,
      byOperator: true,
    });
    if (key === 'volumeClaimTemplate' && isObject(one))
      return [
        claim(
          one,
          here,
          `${found.name} (${path.findLast((part) => typeof part === 'string') ?? ''})`,
        ),
      ];
    if (key === 'volumeClaimTemplates' && Array.isArray(one)) {
      return one.map((inner: unknown, index) =>
        claim(
          inner,
          [...here, index],
          `${found.name} (${textAt(inner, 'metadata', 'name') ?? index})`,
        ),
      );
    }
    const isSized = isObject(one) && textAt(one, 'size') !== undefined;
    if ((key === 'storage' || key === 'walStorage' || key === 'volume') && isSized)
      return [claim(one, here, `${found.name} (${key})`)];
    return claimsOfOperator(found, one, here);
  });
}
