/** A file of an environment's `rendered` folder, before it is written. */
export interface RenderedFile {
  /** Below the `rendered` folder, with forward slashes. */
  readonly path: string;
  readonly content: string;
}
