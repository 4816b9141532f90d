import type { ballots as contract } from '../../../../core/voice/ballots/contract'
import { announce } from '../../../kernel/announcements'
import type { Handlers } from '../use-case'
import { ElectorateOf } from './announcements'
import { BallotTickets, ticketId } from './documents'
import { hashOf, signBlinded } from './keys'

/** Tickets: the one thing about a ballot that is known of a person. */
export const ticket: Handlers<Pick<typeof contract, 'survey.ticket'>> = {
  async 'survey.ticket'({ surveyId, blinded }, context) {
    const { subject: box, person, store, now, fail } = context
    const { privateKey, publicKey, state, closesAt } = box
    if (privateKey === undefined || state === 'closing' || state === 'closed') return fail('SURVEY_ENDED')
    const told = await announce(context, ElectorateOf, { box, member: person })
    if (!told.includes(true)) return fail('NOT_INVITED')
    const signature = signBlinded({ publicKey, privateKey }, blinded)
    if (signature === null) return fail('INVALID_INPUT', { paths: ['blinded'] })
    const table = store.table(BallotTickets)
    const row = { _id: ticketId(surveyId, person._id), boxId: surveyId, memberId: person._id, blinded: hashOf(surveyId, blinded) }
    const known = closesAt !== undefined && now >= closesAt ? 'late' : await table.add(row)
    if (known === 'added') return { signature }
    const before = await table.get(row._id)
    if (!before) return fail('SURVEY_ENDED')
    return before.blinded === row.blinded ? { signature } : fail('TICKET_TAKEN')
  },
}
