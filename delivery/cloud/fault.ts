/** What went wrong, for a technician: what happened, and what to do about it. */
export class Fault extends Error {
  constructor(
    what: string,
    /** What to do, step by step where there are several; empty where the sentence says it. */
    readonly remedy = '',
    options?: { cause?: unknown },
  ) {
    super(what, options)
    this.name = 'Fault'
  }
}
