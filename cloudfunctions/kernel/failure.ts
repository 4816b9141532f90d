/** A refusal on its way out: a declared code and what belongs to it. Anything else thrown is a fault of ours. */
export class Failure extends Error {
  constructor(
    readonly code: string,
    readonly data?: unknown,
  ) {
    super(code)
  }
}

/** A write that a unique index refused; a use-case that expects it says which of its codes that is, elsewhere it is CONFLICT. */
export class Duplicate extends Failure {
  constructor() {
    super('CONFLICT')
  }
}
