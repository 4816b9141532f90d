import { brands as contract } from '../../../../core/assessment/brands/contract'
import type { Handlers } from '../use-case'
import { keep } from './keep'
import { lists } from './lists'

/** One brand and one project for each branch (P62), for others to learn from. */
export const handlers: Handlers<typeof contract> = { ...keep, ...lists }

export { contract }
export { homes } from '../use-case'
