/** What is left to say about an object whose kind is known. */
export type Properties<Manifest> = Omit<Manifest, 'apiVersion' | 'kind'>;
