/** Why a command cannot do its work: all that is told of it. */
export class Refusal extends Error {}
