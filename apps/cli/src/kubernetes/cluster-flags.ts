export interface ClusterFlags {
  readonly env: string;
  readonly context?: string;
}
