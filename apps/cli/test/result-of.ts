/** What a command found, of the object that it prints for machines. */
export const resultOf = (stdout: string) => JSON.parse(stdout).result;
