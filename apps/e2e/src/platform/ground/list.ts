import { type Client, succeeded } from '../../apiserver/client.ts';

/** An object of a collection, as far as it is looked at. */
export interface Listed {
  readonly metadata: {
    readonly name: string;
    readonly finalizers?: readonly string[];
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly status?: { readonly phase?: string };
}

/** @returns none where the cluster does not know the kind */
export async function list<Item extends Listed>(
  client: Client,
  path: string,
): Promise<readonly Item[]> {
  const answer = await client.request('GET', path);
  if (answer.status === 404) return [];
  return (succeeded(answer) as unknown as { readonly items: readonly Item[] }).items;
}
