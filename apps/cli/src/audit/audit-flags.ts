export const formats = ['text', 'json', 'markdown'] as const;

export interface AuditFlags {
  /** Of kubectl: the cluster itself is judged. */
  readonly context?: string;
  readonly format: (typeof formats)[number];
}
