/** A call of the protocol: what it answers, or throws as the reason of its refusal. */
export type Method = (request: never) => object | Promise<object>;
