import { talent as contract } from '../../../../core/people/talent/contract'
import type { Handlers } from '../use-case'
import { advisories } from './advisories'
import { ask } from './ask'
import { exports } from './export'
import { find } from './find'
import { say } from './say'
import { skillLists } from './skills'

/** What people can do, how they are found for it, and groups that advise (P23). */
export const handlers: Handlers<typeof contract> = { ...say, ...find, ...skillLists, ...ask, ...advisories, ...exports }

export { contract }
export { homes } from '../use-case'
