import { call, type AnyRefusal } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { fields, list, maybe, number, oneOf, text } from '../../../platform/shape'
import { keep, recall } from '../../../platform/storage'

const KEY = 'ballots'
const stages = ['asking', 'ticket', 'waiting', 'dropped', 'late', 'void'] as const

/**
 * What this phone has of one ballot, through restarts. `asking`: blinded, the signature is on its way. `ticket`: signed. `waiting`: filled in, to be dropped at `dropAt`. After it was
 * dropped only that is kept: neither the serial nor the answer.
 */
export interface KeptBallot {
  surveyId: string
  stage: (typeof stages)[number]
  /** What was blinded, as JSON; null once it is signed. */
  blinded: string | null
  serial: string
  signature: string
  /** What was answered, as JSON. */
  answer: string
  dropAt: number
  closesAt: number
}
const isKept = list(
  fields<KeptBallot>({
    ...{
      surveyId: text,
      stage: oneOf(stages),
      blinded: maybe(text),
      serial: text,
      signature: text,
      answer: text,
      dropAt: number,
      closesAt: number,
    },
  }),
)

const all = (): KeptBallot[] => {
  const kept = recall(KEY)
  return isKept(kept) ? kept : []
}

export const ballotOf = (surveyId: string): KeptBallot | undefined => all().find(one => one.surveyId === surveyId)

/** Keeps a ballot in the place of what was kept of it; false where the phone has no room. */
export const keepBallot = (ballot: KeptBallot): boolean => keep(KEY, [...all().filter(one => one.surveyId !== ballot.surveyId), ballot])

/** Nothing of a ballot that has come to its end. */
const ended = (ballot: KeptBallot, stage: 'dropped' | 'late' | 'void'): KeptBallot => ({
  ...ballot,
  stage,
  blinded: null,
  serial: '',
  signature: '',
  answer: '',
})

/** What the cloud's refusal makes of a ballot; undefined where it is to be tried again. */
const endOf = (code: AnyRefusal['code']): 'late' | 'void' | undefined =>
  code === 'SURVEY_ENDED' ? 'late' : code === 'BALLOT_INVALID' || code === 'BALLOT_SPENT' || code === 'NOT_FOUND' ? 'void' : undefined

const drop = async (ballot: KeptBallot): Promise<void> => {
  const answer: unknown = JSON.parse(ballot.answer)
  if (typeof answer !== 'string' && !Array.isArray(answer)) return
  const { surveyId, serial, signature } = ballot
  const reply = await call('survey.drop', { surveyId, serial, signature, answer })
  const end = reply.ok ? 'dropped' : endOf(reply.code)
  if (end) keepBallot(ended(ballot, end))
}

let running: Promise<void> | undefined

/** Drops the ballots whose time has come; what the network does not take waits for the next opening. */
export const dropWaiting = (): Promise<void> => {
  running ??= (async () => {
    try {
      for (const ballot of all()) if (ballot.stage === 'waiting' && ballot.dropAt <= now()) await drop(ballot)
    } catch (error) {
      console.error('A ballot could not be dropped', error)
    } finally {
      running = undefined
    }
  })()
  return running
}
