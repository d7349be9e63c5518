/** What every object has, as far as the stages that do not know its kind look. */
export interface KubernetesObject {
  readonly kind: string;
  readonly metadata: { readonly name: string };
}
