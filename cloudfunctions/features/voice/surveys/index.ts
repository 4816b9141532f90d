import { ballots } from '../../../../core/voice/ballots/contract'
import { surveys } from '../../../../core/voice/surveys/contract'
import { drop } from '../ballots/drop'
import { ticket } from '../ballots/ticket'
import type { Handlers } from '../use-case'
import { look } from './look'
import { run } from './run'

export const contract = { ...ballots, ...surveys } as const

/** Anonymous surveys (P51), and the tickets and ballots of all that is secret. */
export const handlers: Handlers<typeof contract> = { ...ticket, ...drop, ...run, ...look }

export { homes } from '../use-case'
