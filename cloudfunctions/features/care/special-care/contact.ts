import type { specialCare as contract } from '../../../../core/care/special-care/contract'
import { isFresh, signsIn } from '../../../../core/care/visits/signs'
import type { Instant, Role } from '../../../../core/shared/operation'
import { type Heard, heardAt } from '../../../../core/shared/phone-clock'
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

/** When a contact was, by our clock; an hour that only a wrong clock can give is taken for now, and what the phone gave stays beside it. */
const contactHeard = (at: Instant | undefined, sentAt: Instant | undefined, now: Instant): Heard => {
  if (at === undefined) return { at: now }
  const heard = heardAt(at, sentAt, now)
  return sentAt !== undefined && heard.at < now - TOLD_WITHIN_MS ? { at: now, said: at } : heard
}

export const contact: Handlers<Pick<typeof contract, 'care.contact'>> = {
  async 'care.contact'({ memberId, by, reached = true, note = '', at, sentAt }, context) {
    const { store, actor, now, commandId, checkText, audit, fail } = context
    const heard = contactHeard(at, sentAt, now)
    const when = heard.at
    if (when < now - TOLD_WITHIN_MS) return fail('INVALID_INPUT', { paths: ['at'] })
    // An elder who is a liaison cannot note a contact with themselves.
    if (memberId === actor.memberId) return fail('FORBIDDEN')
    const { elder } = await elderFor(context, memberId, near)
    await checkText(note)
    // A visitor who met the elder has seen their state. Words heard by telephone, or at a door that stayed closed, are to bring a visit.
    const seen = by === 'visit' && reached
    const visitSigns = !seen && isFresh(when, now) ? signsIn(note, actor, now) : []
    const log = store.table(CareLog)
    const added = await log.add({
      ...{ _id: commandId, memberId, by, reached, note, ...heard, who: actor.name },
      ...(visitSigns.length > 0 ? { visitSigns } : {}),
    })
    const existing = added === 'added' ? null : await log.get(commandId)
    if (existing && (existing.memberId !== memberId || existing.who !== actor.name)) return fail('CONFLICT')
    if (!existing) audit(memberId, 'care.contacted', by)
    if (reached) await noteContact(context, memberId, by, when)
    await markSpecialCare(context, elder.branchId)
    return { item: await itemFor(context, await changeCare(context, memberId, () => null)) }
  },
}
