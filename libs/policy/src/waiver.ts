/** A rule that is knowingly not kept, as declared. */
export interface Waiver {
  readonly rule: string;
  readonly subject: string;
  readonly reason: string;
  readonly owner: string;
  /** `YYYY-MM-DD`, the last day. */
  readonly expires: string;
}

interface Waived {
  readonly rule: string;
  readonly subject: string;
  readonly today: string;
}

/** @returns the waiver that is in force, if there is one */
export const waiverFor = (
  waivers: readonly Waiver[],
  { rule, subject, today }: Waived,
): Waiver | undefined =>
  waivers.find(
    (waiver) => waiver.rule === rule && waiver.subject === subject && !isExpired(waiver, today),
  );

export const isExpired = ({ expires }: Waiver, today: string): boolean => expires < today;
