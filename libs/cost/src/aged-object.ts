import { minimumBytes, minimumDays, type Prices, type StorageClass } from './price-list.ts';

/** An object that changes class as it ages, and is gone in the end. */
export interface AgedObject {
  readonly bytes: number;
  /** The class it is written in, and those it moves to, by the age in days. */
  readonly classes: readonly { readonly from: number; readonly storageClass: StorageClass }[];
  /** The age in days at which its last version is gone. */
  readonly goneAfter: number;
}

const daysPerMonth = 365.25 / 12;

/**
 * US dollars on each day of an object's life: what it is stored for, and each move into a class. S3
 * leaves objects below the minimal size where they are, bills larger sizes and ages where a class has
 * a minimum, and goes on billing what was deleted sooner.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html
 */
export function costByAge({ bytes, classes, goneAfter }: AgedObject, prices: Prices): number[] {
  const stays = classes.filter(
    ({ from }) => from === 0 || (bytes >= minimumBytes && from < goneAfter),
  );
  const last = stays.at(-1);
  const end = Math.max(goneAfter, last ? last.from + minimumDays[last.storageClass] : 0);
  return Array.from({ length: end }, (_, age) => {
    const now = stays.findLast(({ from }) => from <= age);
    if (!now) return 0;
    const { storageClass, from } = now;
    const billed = storageClass === 'STANDARD' ? bytes : Math.max(bytes, minimumBytes);
    const stored = ((billed / 1024 ** 3) * prices.stored[storageClass]) / daysPerMonth;
    return stored + (from === age ? prices.written[storageClass] / 1000 : 0);
  });
}
