/** Columns of the terminal that is written to; without bound where a program or a file reads. */
export const terminalWidth = ({ isTTY, columns }: NodeJS.WriteStream = process.stdout): number =>
  isTTY && columns > 0 ? columns : Number.POSITIVE_INFINITY;
