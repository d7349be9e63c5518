/** The call of a function with one argument, in the place of a value. */
export class Call {
  readonly name: string;
  /** The module that exports the function. */
  readonly from: string;
  readonly argument: unknown;

  constructor(name: string, from: string, argument: unknown) {
    this.name = name;
    this.from = from;
    this.argument = argument;
  }
}
