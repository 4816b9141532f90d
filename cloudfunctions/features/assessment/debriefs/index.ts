import { debriefs as contract } from '../../../../core/assessment/debriefs/contract'
import type { Handlers } from '../use-case'
import { judge } from './judge'
import { write } from './write'

/** The yearly debrief of a secretary (P61): drafted from rows, edited, handed in, judged. */
export const handlers: Handlers<typeof contract> = { ...write, ...judge }

export { contract }
export { homes } from '../use-case'
