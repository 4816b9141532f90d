import { memberships as contract } from '../../../../core/people/memberships/contract'
import type { Handlers } from '../use-case'
import { affiliates } from './affiliates'
import { answer } from './answer'
import { letters } from './letters'
import { list } from './list'
import { outside } from './outside'
import { start } from './start'

/** Belonging (P02): one branch by membership, others to take part in, and the letters by which a membership goes from branch to branch. */
export const handlers: Handlers<typeof contract> = { ...list, ...affiliates, ...start, ...answer, ...outside, ...letters }

export { contract }
export { homes } from '../use-case'
