import { exitCode } from '../exit-code.ts';
import { inEnvironment } from '../in-environment.ts';
import type { Verbatim } from '../verbatim.ts';
import { formatShell } from './format-shell.ts';
import type { NamesFlags } from './names-flags.ts';
import { type Variables, variablesOf } from './variables.ts';

/** Does what `resilience names` promises. */
export const names = (flags: NamesFlags): Promise<Verbatim<Variables>> =>
  inEnvironment(flags, (environment) => {
    const result = variablesOf(environment);
    return { code: exitCode.fine, result, text: () => formatShell(result), verbatim: true };
  });
