import { mayTakePart } from '../../../kernel/access'
import type { WindUp } from '../../../kernel/departures'
import { Members } from '../../people/public'
import { Circles } from './documents'
import { leaveMeetings } from './meetings'

/** More circles than one person is in. */
const MOST = 200

/** A person who departs leaves their circles; one who only went to another branch stays where they may still come. */
export const leaveCircles: WindUp = async (ports, { memberId, why }) => {
  const table = ports.store.table(Circles)
  const [member, joined, run] = await Promise.all([
    why === 'transferred' ? ports.store.table(Members).get(memberId) : null,
    table.find({ 'members.memberId': memberId }, { limit: MOST }),
    table.find({ organizerIds: memberId }, { limit: MOST }),
  ])
  for (const circle of new Map([...joined, ...run].map(one => [one._id, one])).values()) {
    if (mayTakePart(member, circle)) continue
    await table.update({ _id: circle._id }, { pull: { members: { memberId }, organizerIds: memberId } })
    await leaveMeetings(ports, circle._id, memberId)
  }
}
