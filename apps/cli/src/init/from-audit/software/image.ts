interface Image {
  /** Such as `bitnami`; empty for an image of Docker's own. */
  readonly vendor: string;
  /** Such as `postgres`, also of `timescaledb-ha` and `spilo-16`. */
  readonly name: string;
}

/** What a reference such as `docker.io/bitnami/postgresql:16` says of the program in it. */
export function imageOf(reference: string): Image {
  const parts = (reference.split('@')[0] ?? '').split('/');
  const last = (parts.at(-1) ?? '').replace(/:.*/, '');
  const name = last.replace(/-(ha|server|oss|alpine|\d.*)$/, '');
  return { vendor: parts.at(-2) ?? '', name };
}
