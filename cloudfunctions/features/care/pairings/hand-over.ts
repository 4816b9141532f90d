import type { pairings as contract } from '../../../../core/care/pairings/contract'
import { beginsAfter, loadOf } from '../../../../core/care/pairings/rules'
import { Members } from '../../people/public'
import type { Handlers } from '../use-case'
import { adding, changeCaseload, ending, helperOf } from './caseloads'
import { deliver } from './deliver'
import { type Caseload, Caseloads, Partners } from './documents'

export const handOver: Handlers<Pick<typeof contract, 'pairing.handOver'>> = {
  async 'pairing.handOver'({ helperId, moves, reason }, context) {
    const { store, actor, now, holds, audit, checkText, fail } = context
    if (moves.some(one => one.toHelperId === helperId || one.toHelperId === one.memberId)) return fail('PAIRING_SELF')
    const toIds = [...new Set(moves.map(one => one.toHelperId))]
    const [from, members, partners] = await Promise.all([
      store.table(Caseloads).get(helperId),
      store.table(Members).getMany(toIds),
      store.table(Partners).getMany(toIds),
      checkText(reason),
    ])
    const elders = from?.elders ?? []
    const takers = [...members, ...partners].filter(one => holds(['secretary'], one.path)).flatMap(one => helperOf(one) ?? [])
    if (takers.length < toIds.length) return fail('FORBIDDEN')
    // Each taker's list is one write, which names the former helper: if this is cut off, the timer ends the former pairing.
    const moved = new Set<string>()
    const taken: Caseload[] = []
    for (const taker of takers) {
      const theirs = moves.filter(one => one.toHelperId === taker._id).map(one => one.memberId)
      const entries = elders
        .filter(one => theirs.includes(one.memberId))
        .map(one => ({ ...one, since: beginsAfter(now, [one]), by: actor }))
      if (entries.length === 0) continue
      const changed = await changeCaseload(context, taker, adding(entries, actor, { insteadOf: helperId, reason }))
      if ('refused' in changed) continue
      taken.push(changed)
      for (const { memberId } of entries) {
        moved.add(memberId)
        audit(memberId, 'pairing.handedOver', reason)
      }
    }
    if (from)
      await changeCaseload(
        context,
        from,
        ending(one => (moved.has(one.memberId) ? { cause: 'handed-over', reason } : null), actor),
      )
    for (const id of [helperId, ...taken.map(one => one._id)]) await deliver(context, id)
    const asked = new Set(moves.map(one => one.memberId))
    const left = elders.filter(one => asked.has(one.memberId) && !moved.has(one.memberId))
    return {
      moved: moved.size,
      left: left.map(({ memberId, name }) => ({ memberId, name })),
      takers: taken.map(({ _id, name, elders: theirs }) => ({ helperId: _id, name, load: loadOf(theirs) })),
    }
  },
}
