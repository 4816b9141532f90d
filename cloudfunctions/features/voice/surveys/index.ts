import { ballots as contract } from '../../../../core/voice/ballots/contract'
import { drop } from '../ballots/drop'
import { ticket } from '../ballots/ticket'
import type { Handlers } from '../use-case'

/** Anonymous surveys (P51), and the tickets and ballots of all that is secret. */
export const handlers: Handlers<typeof contract> = { ...ticket, ...drop }

export { contract }
export { homes } from '../use-case'
