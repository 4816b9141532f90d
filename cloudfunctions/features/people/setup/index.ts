import { setup as contract } from '../../../../core/people/setup/contract'
import type { Handlers } from '../use-case'
import { claim } from './claim'
import { firstDay } from './first-day'
import { progress } from './progress'
import { state } from './state'

/** How an empty environment gets its first officer, and what a new district lacks still. */
export const handlers: Handlers<typeof contract> = { ...state, ...claim, ...progress, ...firstDay }

export { contract }
export { homes } from '../use-case'
