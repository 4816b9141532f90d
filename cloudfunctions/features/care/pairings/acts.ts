import { Caseloads, Partners } from './documents'
import { Members } from '../../people/public'
import type { pairings as contract } from '../../../../core/care/pairings/contract'
import { beginsAfter, isForElders, loadOf, standing, type PairingKind } from '../../../../core/care/pairings/rules'
import type { Instant } from '../../../../core/shared/operation'
import { adding, changeCaseload, deliver, ending, type Helper } from './caseloads'
import type { Caseload, Partner } from './documents'
import type { Member } from '../../people/public'
import type { Actor } from '../../../kernel/identity'
import { caseloadsOf } from './helpers'
import type { Handlers } from '../use-case'
import { isElder } from './people'

type Acting = Handlers<Pick<typeof contract, 'pairing.set' | 'pairing.end' | 'pairing.handOver'>>

/** A member or a partner unit as the owner of a list; null for whoever is there no more. */
export const helperOf = (one: Member | Partner): Helper | null => {
  const { _id, name, branchId, path } = one
  if ('offers' in one) return one.endedAt === undefined ? { _id, name, branchId, path, partner: true } : null
  return one.state === 'active' ? { _id, name, branchId, path, partner: false } : null
}

const entry = ({ _id: memberId, name, branchId }: Member, kind: PairingKind, since: Instant, by: Actor) => ({
  memberId,
  name,
  branchId,
  kind,
  since,
  by,
})

export const acts: Acting = {
  async 'pairing.set'({ helperId, elderIds, kind }, context) {
    const { store, subject, actor, now, commandId, holds, audit, fail } = context
    const helper = helperOf(subject)
    if (!helper) return fail('NOT_FOUND')
    if (elderIds.includes(helperId)) return fail('PAIRING_SELF')
    const [elders, lists] = await Promise.all([store.table(Members).getMany(elderIds), caseloadsOf(store, elderIds)])
    const held = lists.flatMap(one => one.elders)
    const begins = (memberId: string) =>
      beginsAfter(
        now,
        held.filter(one => one.memberId === memberId),
      )
    // Who is not there and who is not the secretary's get one answer.
    const mine = elders.filter(one => one.state === 'active' && holds(['secretary'], one.path))
    if (mine.length < new Set(elderIds).size) return fail('FORBIDDEN')
    if (isForElders(kind) && !mine.every(isElder)) return fail('PAIRING_NOT_ELDER')
    const inTurn = elderIds.flatMap(id => mine.find(one => one._id === id) ?? [])
    const changed = await changeCaseload(
      context,
      helper,
      adding(
        inTurn.map(one => entry(one, kind, begins(one._id), actor)),
        actor,
      ),
      commandId,
    )
    if ('refused' in changed) return fail(changed.refused)
    for (const id of new Set(elderIds)) audit(id, 'pairing.set', helperId)
    await deliver(context, helperId)
    return standing(changed.elders, kind)
  },

  async 'pairing.end'({ helperId, elderIds, reason }, context) {
    const { store, actor, subject, audit, checkText } = context
    const [had] = await Promise.all([store.table(Caseloads).get(helperId), checkText(reason)])
    const ids = new Set(elderIds)
    const helper = had ?? { ...subject, partner: 'offers' in subject }
    const changed = await changeCaseload(
      context,
      helper,
      ending(one => (ids.has(one.memberId) ? { cause: 'ended', reason } : null), actor),
    )
    if ('refused' in changed) return { count: 0 }
    for (const one of had?.elders ?? []) if (ids.has(one.memberId)) audit(one.memberId, 'pairing.ended', reason)
    await deliver(context, helperId)
    return { count: changed.elders.length }
  },

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
    // Each taker's list is one write, which says from whom it takes: cut off after it, the timer ends the former pairing.
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
