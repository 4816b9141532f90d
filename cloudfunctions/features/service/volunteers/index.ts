import { volunteers as contract } from '../../../../core/service/volunteers/contract'
import type { Handlers } from '../use-case'
import { mine } from './mine'
import { vouching } from './vouching'

/** What a volunteer holds, and what they did. */
export const handlers: Handlers<typeof contract> = { 'volunteer.mine': mine, ...vouching }

export { contract }
export { homes } from '../use-case'
