/**
 * What a service is taken for that says nothing of it. Each stands in `recovery.md` as assumed, and each is
 * on the safe side of what services usually are: nothing here decides what is backed up.
 */
export const assumed = {
  /** Kubernetes objects in its namespace, its pods, secrets and events among them. */
  objects: 500,
  /** A full volume takes longest to restore, and costs most. */
  used: { percent: 100 },
  /** Of the data of a volume, each day. */
  dailyChange: { percent: 10 },
} as const;
