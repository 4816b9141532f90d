import { call } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { fields, list, number, text } from '../../../platform/shape'
import { keep, recall } from '../../../platform/storage'

const KEY = 'ballots-due'

/** A ballot that is filled in, to be dropped from `at` on; once the cloud has heard of it only its `end` is kept. It is small, since it comes with the main package. */
export interface DueBallot {
  surveyId: string
  serial: string
  signature: string
  /** As JSON. */
  answer: string
  at: number
  /** Empty while it waits; `OK`, or the refusal that ended it. */
  end: string
}
const isDue = list(fields<DueBallot>({ surveyId: text, serial: text, signature: text, answer: text, at: number, end: text }))

export const dueBallots = (): DueBallot[] => {
  const kept = recall(KEY)
  return isDue(kept) ? kept : []
}
export const keepDue = (due: DueBallot): boolean => keep(KEY, [...dueBallots().filter(one => one.surveyId !== due.surveyId), due])

/** Drops the ballots whose time has come; what the network does not take waits for the next opening. */
export const dropWaiting = async (): Promise<void> => {
  for (const { surveyId, serial, signature, answer, at, end } of dueBallots()) {
    if (end !== '' || at > now()) continue
    const said: unknown = JSON.parse(answer)
    if (typeof said !== 'string' && !Array.isArray(said)) continue
    const reply = await call('survey.drop', { surveyId, serial, signature, answer: said })
    const heard = reply.ok ? 'OK' : reply.code
    if (/^(OK|SURVEY_ENDED|BALLOT_.*|NOT_FOUND)$/.test(heard)) keepDue({ surveyId, serial: '', signature: '', answer: '', at, end: heard })
  }
}
