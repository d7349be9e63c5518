/** An SVG document. */
export interface Picture {
  readonly title: string;
  readonly svg: string;
}
