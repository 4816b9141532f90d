import { identity as contract } from '../../../../core/people/identity/contract'
import type { Handlers } from '../use-case'
import { account } from './account'
import { binding } from './binding'
import { data } from './data'
import { family } from './family'
import { register } from './register'

/** Who is at the phone, which elders they may act for, and what is held about them. */
export const handlers: Handlers<typeof contract> = { ...account, ...binding, ...data, ...family, 'me.register': register }

export { contract }
export { homes } from '../use-case'
