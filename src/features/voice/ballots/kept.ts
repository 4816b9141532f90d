import { fields, list, maybe, oneOf, text } from '../../../platform/shape'
import { keep, recall } from '../../../platform/storage'
import { dueBallots } from './due'

const KEY = 'ballots'
const stages = ['asking', 'ticket'] as const

/** What this phone has of one ballot until it is filled in, through restarts. `asking`: blinded, the signature is on its way. `ticket`: signed. */
export interface KeptBallot {
  surveyId: string
  stage: (typeof stages)[number]
  /** What was blinded, as JSON; null once it is signed. */
  blinded: string | null
  serial: string
  signature: string
}
const isKept = list(fields<KeptBallot>({ surveyId: text, stage: oneOf(stages), blinded: maybe(text), serial: text, signature: text }))

const all = (): KeptBallot[] => {
  const kept = recall(KEY)
  return isKept(kept) ? kept : []
}
const but = (surveyId: string): KeptBallot[] => all().filter(one => one.surveyId !== surveyId)

export const ballotOf = (surveyId: string): KeptBallot | undefined => all().find(one => one.surveyId === surveyId)

/** Keeps a ballot in the place of what was kept of it; false where the phone has no room. */
export const keepBallot = (ballot: KeptBallot): boolean => keep(KEY, [...but(ballot.surveyId), ballot])
export const forgetBallot = (surveyId: string): boolean => keep(KEY, but(surveyId))

/** How far this phone is with a ballot. `late`: the box was closed before it came; `void`: its signature was not the box's, or something else was dropped with it. */
export type Stage = 'none' | 'asking' | 'ticket' | 'waiting' | 'dropped' | 'late' | 'void'
export const stageOf = (surveyId: string): Stage => {
  const due = dueBallots().find(one => one.surveyId === surveyId)
  if (due) return due.end === '' ? 'waiting' : due.end === 'OK' ? 'dropped' : due.end === 'SURVEY_ENDED' ? 'late' : 'void'
  return ballotOf(surveyId)?.stage ?? 'none'
}
