/** As long as a line of the repository may be. */
const width = 100;

/** Notes as comments of the file that they are about: a terminal forgets them. */
export function notesSource(notes: readonly string[]): string {
  if (notes.length === 0) return '';
  const lines = [title, ...notes.flatMap((note) => wrapped(note))];
  return `${lines.map((line) => `// ${line}`).join('\n')}\n`;
}

const title = 'Where this differs from what was found, or is assumed. Remove what is settled.';

function wrapped(note: string): string[] {
  const lines: string[] = [];
  for (const word of note.split(/\s+/)) {
    const last = lines.at(-1);
    if (last === undefined) lines.push(`- ${word}`);
    else if (last.length + word.length + 4 <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`  ${word}`);
  }
  return lines;
}
