/** Parameters of a workflow, by name. */
export type Parameters = Readonly<Record<string, string>>;

/** As the server takes them; a value may have anything in it. */
export const toArguments = (parameters: Parameters): string[] =>
  Object.entries(parameters).map(([name, value]) => `${name}=${value}`);
