import { Command, Help, Option } from 'commander';

import type { Flag } from './flag.ts';
import { type Argument, isGroup, type Tree, type Verb } from './verb.ts';

/** Called when a verb is asked for, with its words such as `backup list`. */
export type Carry = (asked: Asked) => Promise<void> | void;

interface Asked {
  readonly command: string;
  readonly verb: Verb;
  readonly flags: object;
  readonly words: readonly string[];
}

/** All that can be called. */
export function commanderOf(tree: Tree, carry: Carry): Command {
  const program = new Command('resilience')
    .description('Backup and disaster recovery, rendered from environments/<env>/config.ts')
    // Descriptions are wrapped in terminals down to 60 columns, too.
    .configureHelp({ minWidthToWrap: 20, optionDescription: describeOption })
    .showHelpAfterError('(resilience --help lists the commands and options)')
    .exitOverride();
  for (const [name, node] of Object.entries(tree)) {
    const command = program.command(name).description(node.summary);
    if (!isGroup(node)) attach(command, name, { verb: node, carry });
    else {
      for (const [word, verb] of Object.entries(node.verbs)) {
        attach(command.command(word).description(verb.summary), `${name} ${word}`, { verb, carry });
      }
    }
  }
  return program;
}

interface Task {
  readonly verb: Verb;
  readonly carry: Carry;
}

function attach(command: Command, words: string, { verb, carry }: Task): void {
  command.usage(usageOf(verb));
  for (const argument of verb.arguments ?? []) {
    command.argument(bracketed(argument), argument.text);
  }
  for (const [name, flag] of Object.entries(verb.flags)) {
    command.addOption(optionOf(name, flag));
    if (flag.negated !== undefined) command.option(`--no-${dashed(name)}`, flag.negated);
  }
  command.option('--json', 'print one JSON object for a machine');
  const after = textAfter(verb);
  if (after !== '') command.addHelpText('after', after);
  command.action(() => {
    // Who reads the answer is no flag of the verb.
    const { json: _, ...flags } = command.opts();
    return carry({ command: words, verb, flags, words: command.args });
  });
}

/** `<backup> --env <name> [options]` */
export const usageOf = ({ arguments: words = [], flags }: Verb): string =>
  [
    ...words.map(bracketed),
    ...Object.entries(flags)
      .filter(([, { required }]) => required)
      .map(([name, { value = '' }]) => `--${dashed(name)} ${value}`),
    '[options]',
  ].join(' ');

/** `<service>`; `[path]` where it may be left out, and `[words...]` where there may be several. */
export const bracketed = ({ name, optional, many = false }: Argument): string => {
  if (many) return `[${name}...]`;
  return optional ? `[${name}]` : `<${name}>`;
};

/** `argoServer` is written `argo-server`. */
export const dashed = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export function optionOf(name: string, flag: Flag): Option {
  const written = [`--${dashed(name)}`, flag.value].filter(Boolean).join(' ');
  const option = new Option(written, flag.text).makeOptionMandatory(flag.required === true);
  if (flag.default !== undefined) option.default(flag.default);
  if (flag.choices) option.choices(flag.choices);
  if (flag.parse) option.argParser(flag.parse);
  return flag.variable === undefined ? option : option.env(flag.variable);
}

const help = new Help();

const describeOption = (option: Option): string =>
  [...(option.mandatory ? ['(required)'] : []), help.optionDescription(option)].join(' ');

/** Stays whole in narrow terminals, so that examples can be copied. */
function textAfter({ examples = [], notes }: Verb): string {
  const shown = examples.map((example) => `  ${exampleLine(example)}`);
  return [
    ...(shown.length > 0 ? ['', 'Examples:', ...shown] : []),
    ...(notes === undefined ? [] : ['', notes]),
  ].join('\n');
}

/** What is typed, such as `$ resilience check`. */
export const exampleLine = (example: string): string =>
  example.startsWith('$ ') ? example : `$ resilience ${example}`;
