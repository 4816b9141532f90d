import { ended } from '../../../../core/people/public'
import { announce } from '../../../kernel/announcements'
import { windUp } from '../../../kernel/departures'
import { Accounts } from '../../../kernel/identity'
import type { Ports } from '../../../kernel/ports'
import { settle } from '../../../kernel/settle'
import { markBenefits, markSpecialCare } from '../../care/public'
import { Members, MembersChanged, membershipsOf, PublicCards } from '../../people/public'
import { type Farewell, Farewells } from '../documents'
import { mourn } from './mourn'
import { liftOffices } from './offices'
import { notePlaces } from './queues'
import { tellOfDeath } from './telling'

/** Marks everything that is derived from the members of a branch to be worked out again. */
export const recount = (ports: Ports, branchId: string) =>
  Promise.all([announce(ports, MembersChanged, { branchId: branchId }), markSpecialCare(ports, branchId), markBenefits(ports, branchId)])

/** Notes what the person had, once, before it is taken away, so that an undo can give it back. */
const noteAll = async (ports: Ports, row: Farewell): Promise<void> => {
  const { store } = ports
  const rows = store.table(Farewells)
  const [found, card] = await Promise.all([
    store.table(Accounts).find({ people: row._id }, { limit: 100 }),
    store.table(PublicCards).get(row._id),
  ])
  const hadCard = card !== null && card.content !== null
  await Promise.all([
    rows.update({ _id: row._id, openids: { exists: false } }, { set: { openids: found.map(one => one._id) } }),
    rows.update({ _id: row._id, hadCard: { exists: false } }, { set: { hadCard } }),
    notePlaces(ports, row._id),
  ])
}

/**
 * Stops everything that is for the living. Each part is safe to repeat, and everything is noted before it is taken; the timer finishes what
 * was cut off. The member's state changes first, because everything else looks at it.
 */
export const stop = async (ports: Ports, row: Farewell): Promise<void> => {
  const { store } = ports
  const members = store.table(Members)
  const member = await settle(async () => {
    const living = await members.get(row._id)
    if (living?.state !== 'active') return living
    const set = { state: 'dead' as const, diedOn: row.diedOn, memberships: ended(membershipsOf(living), { on: row.diedOn }) }
    const written = await members.update({ _id: row._id, state: 'active', version: living.version }, { set, inc: { version: 1 } })
    return written === 1 ? members.get(row._id) : undefined
  })
  if (member?.state !== 'dead') return
  // Before the pairings end, which tell who looked after the member.
  await tellOfDeath(ports, member, row)
  await noteAll(ports, row)
  await Promise.all([
    liftOffices(ports, row, member),
    mourn(ports, row, row.bereavedIds),
    windUp(ports, { memberId: row._id, why: 'died', by: row.markedBy }),
  ])
  await recount(ports, row.branchId)
  await store.table(Farewells).update({ _id: row._id, round: row.round }, { unset: ['dueAt'] })
}
