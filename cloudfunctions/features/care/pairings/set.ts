import type { pairings as contract } from '../../../../core/care/pairings/contract'
import { beginsAfter, isForElders, loadIn, type PairingKind } from '../../../../core/care/pairings/rules'
import type { Instant } from '../../../../core/shared/operation'
import type { Actor } from '../../../kernel/identity'
import { type Member, Members, isElder } from '../../people/public'
import type { Handlers } from '../use-case'
import { adding, changeCaseload, helperOf } from './caseloads'
import { deliver } from './deliver'
import { caseloadsOf } from './helpers'

const entry = ({ _id: memberId, name, branchId }: Member, kind: PairingKind, since: Instant, by: Actor) => ({
  memberId,
  name,
  branchId,
  kind,
  since,
  by,
})

export const set: Handlers<Pick<typeof contract, 'pairing.set'>> = {
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
    // A missing elder and an elder of another secretary get the same answer.
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
    return loadIn(changed.elders, kind)
  },
}
