import { finding as contract } from '../../../../core/people/finding/contract'
import type { Handlers } from '../use-case'
import { find } from './find'
import { get } from './get'
import { phone } from './phone'

/** Anybody of a street or a district, by name, pinyin, initials or the end of a number, and what there is of them: the desk of those above the branches. */
export const handlers: Handlers<typeof contract> = { ...find, ...get, ...phone }

export { contract }
export { homes } from '../use-case'
