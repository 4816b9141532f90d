import type { identity as contract } from '../../../../core/people/identity/contract'
import type { Handlers } from '../../../kernel/ports'
import { account } from './account'
import { binding } from './binding'
import { data } from './data'
import { family } from './family'

/** Who is at the phone, whom they may act for, and what is held about them. */
export const identity: Handlers<typeof contract> = { ...account, ...binding, ...data, ...family }
