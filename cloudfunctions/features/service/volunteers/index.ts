import type { volunteers as contract } from '../../../../core/service/volunteers/contract'
import type { Handlers } from '../../../kernel/ports'
import { mine } from './mine'
import { register } from './register'

/** Whoever serves: becoming known in one step, and what they did. */
export const volunteers: Handlers<typeof contract> = { 'me.register': register, 'volunteer.mine': mine }
