/** An object as the server gives it: without its kind, which stands in the address. */
export type Stored<Kind> = Omit<Kind, 'apiVersion' | 'kind'>;
