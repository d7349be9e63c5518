export const formats = ['shell', 'json'] as const;

export interface NamesFlags {
  readonly env: string;
  readonly format: (typeof formats)[number];
}
