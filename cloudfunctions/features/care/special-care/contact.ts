import type { specialCare as contract } from '../../../../core/care/special-care/contract'
import { isFresh, signsIn } from '../../../../core/care/visits/signs'
import type { Role } from '../../../../core/shared/operation'
import type { Handlers } from '../use-case'
import { changeCare, noteContact } from './care'
import { CareLog } from './documents'
import { elderFor } from './elder'
import { itemFor } from './items'
import { markSpecialCare } from './topic'

/** Roles that make contacts; street and bureau only watch. */
const near: readonly Role[] = ['secretary', 'leader', 'liaison']
/** How long after a contact it can still be noted. */
const TOLD_WITHIN_MS = 60 * 24 * 60 * 60_000

export const contact: Handlers<Pick<typeof contract, 'care.contact'>> = {
  async 'care.contact'({ memberId, by, reached = true, note = '', at }, context) {
    const { store, actor, now, commandId, checkText, fail } = context
    const when = at ?? now
    if (when > now || when < now - TOLD_WITHIN_MS) return fail('INVALID_INPUT', { paths: ['at'] })
    // An elder who is a liaison cannot note a contact with themselves.
    if (memberId === actor.memberId) return fail('FORBIDDEN')
    const { elder } = await elderFor(context, memberId, near)
    await checkText(note)
    // A visitor who met the elder has seen their state. Words heard by telephone, or at a door that stayed closed, are to bring a visit.
    const seen = by === 'visit' && reached
    const visitSigns = !seen && isFresh(when, now) ? signsIn(note, actor, now) : []
    const log = store.table(CareLog)
    const added = await log.add({
      ...{ _id: commandId, memberId, by, reached, note, at: when, who: actor.name },
      ...(visitSigns.length > 0 ? { visitSigns } : {}),
    })
    const existing = added === 'added' ? null : await log.get(commandId)
    if (existing && (existing.memberId !== memberId || existing.who !== actor.name)) return fail('CONFLICT')
    if (reached) await noteContact(context, memberId, by, when)
    await markSpecialCare(context, elder.branchId)
    return { item: await itemFor(context, await changeCare(context, memberId, () => null)) }
  },
}
