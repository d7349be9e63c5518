/** A Kubernetes object, a block of Terraform, or the environment as a whole. */
export interface RenderedObject {
  /** From the repository's root. */
  readonly file: string;
  /** Where it stands in the file; empty for a whole file. */
  readonly place: readonly (string | number)[];
  /**
   * `velero.io/Schedule`, `v1/ConfigMap`, `aws_s3_bucket`, `data.aws_kms_alias`, `provider`, `environment`,
   * or `unrendered` for a file that rendering did not write.
   */
  readonly kind: string;
  /** With its kind the object's name in findings and waivers. */
  readonly name: string;
  readonly value: unknown;
}

/** Everything that is rendered for one environment. */
export class Rendered {
  readonly environment: string;
  readonly objects: readonly RenderedObject[];
  readonly #byKind = new Map<string, RenderedObject[]>();

  constructor(environment: string, objects: readonly RenderedObject[]) {
    this.environment = environment;
    this.objects = objects;
    for (const object of objects) {
      const others = this.#byKind.get(object.kind);
      if (others) others.push(object);
      else this.#byKind.set(object.kind, [object]);
    }
  }

  of(kind: string): readonly RenderedObject[] {
    return this.#byKind.get(kind) ?? [];
  }

  /** What stands for the environment, where something is missing as a whole. */
  get whole(): RenderedObject {
    const file = `environments/${this.environment}/config.ts`;
    return { file, place: [], kind: 'environment', name: this.environment, value: {} };
  }
}

/** How findings and waivers name an object, such as `Schedule/daily`. */
export const subjectOf = ({ kind, name }: RenderedObject): string =>
  `${kind.slice(kind.lastIndexOf('/') + 1)}/${name}`;

/** Picks out what a rule is about. */
export type Selector = (rendered: Rendered) => readonly RenderedObject[];

export const kind =
  (name: string): Selector =>
  (rendered) =>
    rendered.of(name);

export const environment: Selector = (rendered) => [rendered.whole];
