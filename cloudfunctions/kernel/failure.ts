import type { Refusing } from '../../core/shared/operation'
import type { SharedRefused } from '../../core/shared/refusals'

/**
 * A refusal on its way out: a declared code and what belongs to it. Anything else thrown is a fault of ours. Made by hand it is one of the refusals
 * that every operation has; an operation's own come from `fail` of its context, which knows them.
 */
export class Failure extends Error {
  readonly code: string
  readonly data: unknown

  constructor(...[code, data]: Refusing<SharedRefused>) {
    super(code)
    this.code = code
    this.data = data
  }

  /** One of the operation's own refusals, checked by the type of `fail`. */
  static of(code: string, data: unknown): Failure {
    return Object.assign(new Failure('CONFLICT'), { code, data, message: code })
  }
}

/** A write that a unique index refused; a use-case that expects it says which of its codes that is, elsewhere it is CONFLICT. */
export class Duplicate extends Failure {
  constructor() {
    super('CONFLICT')
  }
}
