import type { BallotAnswer, BallotQuestion } from '../../../../core/voice/ballots/answers'
import { call, type AnyRefusal } from '../../../platform/call'
import { chance } from '../../../platform/chance'
import { now } from '../../../platform/clock'
import { blind, CHANCE, finalize, type Blinded } from './blind'
import { dropWaiting, keepDue } from './due'
import { ballotOf, forgetBallot, keepBallot, type KeptBallot } from './kept'
import { hasRoom, seal, SEAL_CHANCE } from './seal'

const MINUTE = 60_000
/** A ballot is dropped so long after it was filled in, by chance, so that the time of one tells nothing of the other. */
const [SOONEST, LATEST] = [1, 20] as const
/** Where the end is nearer than this it is dropped at once. */
const NEAR = 40 * MINUTE

/** A box as a phone is told of it. */
export interface Box {
  surveyId: string
  publicKey: string
  questions: readonly BallotQuestion[]
  closesAt: number
  tellers: readonly { publicKey?: string | undefined }[]
}

const isBlinded = (value: unknown): value is Blinded =>
  typeof value === 'object' &&
  value !== null &&
  ['publicKey', 'serial', 'blinded', 'salt', 'inverse'].every(name => typeof Reflect.get(value, name) === 'string')

/** Why a phone has no ticket by its own fault: it cannot make one, cannot keep it, or the signature is not by the box's key. */
export type TicketFault = 'NO_CHANCE' | 'NO_ROOM' | 'WRONG_KEY'
type Taken = { ballot: KeptBallot } | { fault: TicketFault } | { refusal: AnyRefusal }

/** Has the phone blind a message, keeps it, and only then asks for its signature: whatever is cut off, the same message is asked for again. */
export const takeTicket = async ({ surveyId, publicKey }: Box): Promise<Taken> => {
  const kept = ballotOf(surveyId)
  if (kept && kept.stage !== 'asking') return { ballot: kept }
  const before: unknown = kept?.blinded ? JSON.parse(kept.blinded) : undefined
  let blinded: Blinded
  try {
    blinded = isBlinded(before) && before.publicKey === publicKey ? before : blind(publicKey, await chance(CHANCE))
  } catch (error) {
    console.error('This phone could not make a ticket', error)
    return { fault: 'NO_CHANCE' }
  }
  const asking: KeptBallot = { surveyId, stage: 'asking', blinded: JSON.stringify(blinded), serial: '', signature: '' }
  if (!keepBallot(asking)) return { fault: 'NO_ROOM' }
  const reply = await call('survey.ticket', { surveyId, blinded: blinded.blinded })
  if (!reply.ok) return { refusal: reply }
  const signature = finalize(blinded, reply.data.signature)
  if (signature === null) return { fault: 'WRONG_KEY' }
  const ticket: KeptBallot = { ...asking, stage: 'ticket', blinded: null, serial: blinded.serial, signature }
  return keepBallot(ticket) ? { ballot: ticket } : { fault: 'NO_ROOM' }
}

/** Fills in a ballot: sealed for the tellers where there are some. It is kept, and dropped some minutes later. False where there is no room for the answer, or on the phone. */
export const fillIn = async (box: Box, ballot: KeptBallot, answer: BallotAnswer): Promise<boolean> => {
  if (!hasRoom(box.questions, answer)) return false
  const keys = box.tellers.flatMap(one => (one.publicKey === undefined ? [] : [one.publicKey]))
  const written = keys.length === 0 ? answer : seal(box.questions, answer, keys, await chance(SEAL_CHANCE))
  if (written === null) return false
  const [byte = 0] = await chance(1)
  const wait = box.closesAt - now() < NEAR ? 0 : MINUTE * (SOONEST + (byte % LATEST))
  const { surveyId, serial, signature } = ballot
  if (!keepDue({ surveyId, serial, signature, answer: JSON.stringify(written), at: now() + wait, end: '' })) return false
  forgetBallot(surveyId)
  if (wait === 0) await dropWaiting()
  else setTimeout(() => void dropWaiting(), wait)
  return true
}
