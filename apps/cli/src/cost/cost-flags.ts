export const formats = ['text', 'json', 'svg'] as const;

export interface CostFlags {
  /** All of them where none is named. */
  readonly env?: readonly string[];
  readonly format: (typeof formats)[number];
}
