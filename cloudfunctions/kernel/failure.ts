/** A refusal on its way out: a declared code and what belongs to it. Anything else thrown is a fault of ours. */
export class Failure extends Error {
  constructor(
    readonly code: string,
    readonly data?: unknown,
  ) {
    super(code)
  }
}
