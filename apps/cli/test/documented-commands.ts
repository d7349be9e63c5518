/** A command that a page shows, in words without quotes. */
export type Words = readonly string[];

/** Programs whose commands are looked at; npm only as far as it runs the project's own. */
const programs = ['argo', 'aws', 'kubectl', 'npm', 'velero'];

const start = new RegExp(String.raw`(?:^|[|;&(]|\bdo )\s*((?:${programs.join('|')}) [^\n]*)`, 'gm');

/** The shell blocks of a page, in their order. */
export const shellBlocks = (page: string): string[] =>
  [...page.matchAll(/^ *```sh\n([\s\S]*?)^ *```$/gm)].map(([, block = '']) => block);

/** What is shown of programs in blocks, and in the middle of a sentence. */
export const commandsIn = (page: string): Words[] => [
  ...shellBlocks(page).flatMap((block) => commandsOf(block.replaceAll(/\\\n\s*/g, ' '))),
  ...[...page.matchAll(/(?<!`)`([a-z]+ [^`\n]+)`(?!`)/g)].flatMap(([, text = '']) =>
    commandsOf(text),
  ),
];

const commandsOf = (text: string): Words[] =>
  [...text.matchAll(start)].map(([, command = '']) => wordsOf(command));

/** Words up to the end of the command; quotes are taken off and nothing is expanded. */
function wordsOf(command: string): string[] {
  const [simple = ''] = /^(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^|;&)<>])*/.exec(command) ?? [];
  const [uncommented = ''] = simple.split(' #');
  return [...uncommented.matchAll(/(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'"\\])+/g)].map(([word]) =>
    word.replaceAll(/'([^']*)'|"((?:\\.|[^"\\])*)"/g, '$1$2'),
  );
}

/** Variables that are read before the page has set them. */
export function unsetVariables(page: string, known: ReadonlySet<string>): string[] {
  const set = new Set(known);
  const unset: string[] = [];
  for (const statement of shellBlocks(page).join('').split(/\n|; /)) {
    for (const [, name = ''] of statement
      .replaceAll(/'[^']*'/g, '')
      .matchAll(/\$\{?([A-Za-z_]\w*)/g)) {
      if (!set.has(name)) unset.push(name);
    }
    const assigned =
      /^\s*(?:for |while read -r )?[A-Za-z_]\w*(?:=| in |$)(?:\S* [A-Za-z_]\w*=)*/.exec(statement);
    for (const [name] of assigned?.[0].matchAll(/[A-Za-z_]\w*(?==| in |$)/g) ?? []) set.add(name);
  }
  return unset;
}

/** Links of a page to other files and places in them. */
export const linksIn = (page: string): string[] =>
  [...page.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, link = '']) => link);

/** The anchors of a page's headings, as GitHub makes them. */
export const anchorsIn = (page: string): string[] =>
  [...page.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
