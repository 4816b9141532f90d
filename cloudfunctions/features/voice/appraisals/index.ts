import { appraisals as contract } from '../../../../core/voice/appraisals/contract'
import { appraisalQuestions } from '../../../../core/voice/appraisals/questions'
import { appraisalNotice } from '../../../../core/voice/appraisals/notices'
import { openPhones, phonesOf } from '../../life/public'
import { Members } from '../../people/public'
import { BallotBoxes, BallotTickets, closeBox, openBox, ticketId } from '../ballots/public'
import type { Handlers } from '../use-case'

/** As long as ballots are taken in, unless the secretary counts before. */
const OPEN_FOR = 7 * 24 * 3_600_000

/** 民主测评 on phones (P12). */
export const handlers: Handlers<typeof contract> = {
  async 'appraisalBallot.open'(_input, context) {
    const { store, subject: activity, now, tell } = context
    const { memberIds, voterIds } = await openPhones(context)
    const box = await openBox(
      { store },
      {
        ...{ _id: activity._id, kind: 'appraisal', orgId: activity.branchId, path: activity.path },
        ...{ questions: appraisalQuestions(memberIds.length), party: voterIds, closesAt: now + OPEN_FOR },
      },
    )
    // Those of the box, who may be others than take part by now.
    const { party = [] } = box
    if (box.state === 'open') await tell(party, appraisalNotice(activity, box.closesAt ?? now))
    return { people: memberIds.length, voters: party.length }
  },

  async 'appraisalBallot.get'(_input, { store, subject: activity, person, holds }) {
    const boxId = activity._id
    const tickets = store.table(BallotTickets)
    const keeps = holds(['secretary'], activity.path)
    const [{ state, memberIds, issued, returned }, box, ticket, had] = await Promise.all([
      phonesOf(store, boxId),
      store.table(BallotBoxes).get(boxId),
      tickets.get(ticketId(boxId, person._id)),
      keeps ? tickets.findAll({ boxId }) : [],
    ])
    const invited = box?.party?.includes(person._id) === true
    const shown = keeps || invited ? [...memberIds, ...had.map(one => one.memberId)] : []
    const names = new Map((await store.table(Members).getMany(shown)).map(one => [one._id, one.name]))
    const nameOf = (memberId: string) => names.get(memberId) ?? ''
    const open = box?.state === 'open'
    return {
      ...{ title: activity.title, invited, keeps, ticketTaken: ticket !== null, returned },
      // Laid down and cut off before the box was made: it is to be opened once more.
      state: state !== 'open' || open ? state : box ? 'closed' : 'none',
      people: keeps || invited ? memberIds.map(memberId => ({ memberId, name: nameOf(memberId) })) : [],
      ...(open ? { publicKey: box.publicKey, ...(box.closesAt === undefined ? {} : { closesAt: box.closesAt }) } : {}),
      issued: open ? had.length : issued,
      holders: had.map(one => nameOf(one.memberId)).sort((one, other) => one.localeCompare(other, 'zh')),
    }
  },

  async 'appraisalBallot.count'(_input, context) {
    const { store, subject: activity, fail } = context
    const { state } = await phonesOf(store, activity._id)
    if (state === 'none') return fail('CONFLICT')
    if (state === 'counted') return {}
    // What is in a box that is closed is counted by `appraisalClosed`.
    const box = await closeBox(context, activity._id)
    return box.state === 'closed' ? {} : fail('CONFLICT')
  },
}

export { contract }
export { homes } from '../use-case'
