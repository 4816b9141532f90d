import type { Refusing } from '../../core/shared/operation'
import type { SharedRefused } from '../../core/shared/refusals'

/**
 * A refusal on its way out: a declared code and its data. Anything else thrown is an internal fault. The constructor takes the refusals
 * that every operation shares; an operation's own come from the typed `fail` of its context.
 */
export class Failure extends Error {
  readonly code: string
  readonly data: unknown

  constructor(...[code, data]: Refusing<SharedRefused>) {
    super(code)
    this.code = code
    this.data = data
  }

  /** One of the operation's own refusals; `fail` has checked its type. */
  static of(code: string, data: unknown): Failure {
    return Object.assign(new Failure('CONFLICT'), { code, data, message: code })
  }
}

/** A write that a unique index refused. A use-case that expects it answers with its own code; elsewhere it is CONFLICT. */
export class Duplicate extends Failure {
  constructor() {
    super('CONFLICT')
  }
}
