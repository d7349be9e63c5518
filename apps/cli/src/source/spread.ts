import type { Call } from './call.ts';

/** What a call returns with some keys in place of its own, in the place of a value. */
export class Spread {
  readonly call: Call;
  readonly over: Readonly<Record<string, unknown>>;

  constructor(call: Call, over: Readonly<Record<string, unknown>>) {
    this.call = call;
    this.over = over;
  }
}
