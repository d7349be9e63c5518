export const formats = ['text', 'json', 'svg'] as const;

export interface SimulateFlags {
  readonly env: string;
  readonly service?: string;
  readonly years: number;
  readonly seed: number;
  readonly failing: number;
  readonly outages: number;
  readonly format: (typeof formats)[number];
}
