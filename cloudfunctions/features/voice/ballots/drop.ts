import { fits, sealedSizeOf, sizeOf, type BallotAnswer } from '../../../../core/voice/ballots/answers'
import type { ballots as contract } from '../../../../core/voice/ballots/contract'
import type { Handlers } from '../use-case'
import { type Ballot, type BallotBox, BallotBoxes, Ballots } from './documents'
import { hashOf, isSigned } from './keys'

/** An answer as it is stored, of one length with all others of its box; null where it does not answer its questions. */
const storedAs = ({ questions, tellers }: BallotBox, answer: BallotAnswer | string): string | null => {
  if (typeof answer === 'string') {
    const bytes = Buffer.from(answer, 'base64')
    return tellers.length > 0 && bytes.length === sealedSizeOf(questions, tellers.length) && bytes.toString('base64') === answer
      ? answer
      : null
  }
  if (tellers.length > 0 || !fits(questions, answer)) return null
  const written = JSON.stringify(answer)
  const missing = sizeOf(questions) - Buffer.byteLength(written)
  return missing < 0 ? null : written + ' '.repeat(missing)
}

/** Into the box. Of the caller nothing is looked at: neither the account nor the person, and no limit counts their calls. */
export const drop: Handlers<Pick<typeof contract, 'survey.drop'>> = {
  async 'survey.drop'({ surveyId, serial, signature, answer }, { subject: box, store, fail }) {
    if (box.state === 'waiting') return fail('BALLOT_INVALID')
    if (!isSigned(box.publicKey, serial, signature)) return fail('BALLOT_INVALID')
    const written = storedAs(box, answer)
    if (written === null) return fail('BALLOT_INVALID')
    const table = store.table(Ballots)
    const ballot: Ballot = { _id: hashOf(surveyId, serial), boxId: surveyId, state: 'in', round: '', answer: written }
    const added = box.state === 'open' ? await table.add(ballot) : 'late'
    if (added !== 'added') {
      const before = await table.get(ballot._id)
      if (!before) return fail('SURVEY_ENDED')
      if (before.answer !== written) return fail('BALLOT_SPENT')
    }
    // Closing says so on the box before it takes what is in it: while the box is open after the write, the answer will be taken.
    const boxNow = await store.table(BallotBoxes).get(surveyId)
    if (boxNow?.state === 'open') return {}
    const ballotNow = await table.get(ballot._id)
    if (ballotNow?.state !== 'in') return {}
    return boxNow?.state === 'closing' ? fail('CONFLICT') : fail('SURVEY_ENDED')
  },
}
