import { books as contract } from '../../../../core/life/books/contract'
import type { Handlers } from '../use-case'
import { returning } from './give-back'
import { lending } from './lend'
import { save } from './save'
import { shelf } from './shelf'

/** 党员书屋 (S2): what stands on the shelf, who has it until when, who wants it. */
export const handlers: Handlers<typeof contract> = {
  ...{ ...save, ...lending, ...returning, ...shelf },
  'book.export': async (input, context) => (await import('./export')).exportBooks(input, context),
}

export { contract }
export { homes } from '../use-case'
