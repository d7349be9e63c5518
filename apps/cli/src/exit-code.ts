/** What every command ends with. */
export const exitCode = {
  fine: 0,
  /** The command did its work and found something. */
  findings: 1,
  /** The call, the declarations or the machine do not let it do its work. */
  unusable: 2,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
