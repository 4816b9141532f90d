import { remedies as contract } from '../../../../core/assessment/remedies/contract'
import type { Handlers } from '../use-case'
import { keep } from './keep'
import { lists } from './lists'

/** What branches have to put right (P60), until it is closed with proof. */
export const handlers: Handlers<typeof contract> = { ...keep, ...lists }

export { contract }
export { homes } from '../use-case'
