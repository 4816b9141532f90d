import { records as contract } from '../../../../core/life/records/contract'
import type { Handlers } from '../use-case'
import { book } from './book'
import { contents } from './contents'
import { voters } from './ask-voters'

/** The record book of a branch (P12), and who votes at its meetings. */
export const handlers: Handlers<typeof contract> = { ...book, ...contents, ...voters }

export { contract }
export { homes } from '../use-case'
