/** A moment as runbooks take `disaster-at`, from milliseconds: in UTC, in whole seconds as Velero dates its backups. */
export const disasterTime = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;
