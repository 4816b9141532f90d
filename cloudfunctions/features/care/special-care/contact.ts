import { CareContacts, CareLog } from './documents'
import { Members } from '../../people/public'
import type { specialCare as contract } from '../../../../core/care/special-care/contract'
import { roles, type Role } from '../../../../core/shared/operation'
import { isFresh, signsIn } from '../../../../core/care/visits/signs'
import { changeCare, contacted } from './care'
import type { CareContact } from './documents'
import type { Member } from '../../people/public'
import { helpersOf } from '../pairings/helpers'
import type { Context, Handlers } from '../use-case'
import { markSpecialCare } from './topic'
import { itemsOf } from './view'

/** Street and bureau look on. */
const near: readonly Role[] = ['secretary', 'leader', 'liaison']
const LATEST = 30
/** A contact may be told this long after. */
const TOLD_WITHIN_MS = 60 * 24 * 60 * 60_000

type Asking = Pick<Context<'care.get'>, 'store' | 'account' | 'people' | 'holds' | 'fail'>

/**
 * The elder, for whoever looks after them or holds an office over them. Others, and who asks for somebody who is not there, hear one answer.
 * One wave.
 */
const elderFor = async (
  { store, account, people, holds, fail }: Asking,
  memberId: string,
  offices: readonly Role[],
): Promise<{ elder: Member; row: CareContact | null }> => {
  const own = people.find(one => one._id === account?.memberId)
  const [elder, row, helpers] = await Promise.all([
    store.table(Members).get(memberId),
    store.table(CareContacts).get(memberId),
    own ? helpersOf(store, [memberId]) : null,
  ])
  const paired = helpers?.get(memberId)?.some(one => one.memberId === own?._id) ?? false
  if (elder?.state !== 'active' || !(paired || holds(offices, elder.path))) return fail('FORBIDDEN')
  return { elder, row }
}

const shown = async (context: Pick<Context<'care.get'>, 'store' | 'now'>, row: CareContact | null) =>
  row?.on ? ((await itemsOf(context.store, [row], context.now))[0] ?? null) : null

export const contacts: Handlers<Pick<typeof contract, 'care.get' | 'care.phone' | 'care.contact'>> = {
  async 'care.get'({ memberId }, context) {
    const { elder, row } = await elderFor(context, memberId, roles)
    const [item, log] = await Promise.all([
      shown(context, row),
      context.store.table(CareLog).find(
        { memberId },
        {
          order: [
            ['at', 'desc'],
            ['_id', 'desc'],
          ],
          limit: LATEST,
        },
      ),
    ])
    return { item, name: elder.name, log: log.map(({ by, reached, note, at, who }) => ({ by, reached, note, at, who })) }
  },

  async 'care.phone'({ memberId }, context) {
    const { elder } = await elderFor(context, memberId, roles)
    context.audit(memberId, 'care.phone')
    return {
      phones: elder.phones,
      emergency: elder.emergencyPhones.map(phone => ({ name: elder.emergencyName ?? '家属', phone })),
    }
  },

  async 'care.contact'({ memberId, by, reached = true, note = '', at }, context) {
    const { store, actor, now, commandId, checkText, fail } = context
    const when = at ?? now
    if (when > now || when < now - TOLD_WITHIN_MS) return fail('INVALID_INPUT', { paths: ['at'] })
    // An elder who is a liaison themselves is heard of by somebody else.
    if (memberId === actor.memberId) return fail('FORBIDDEN')
    const { elder } = await elderFor(context, memberId, near)
    await checkText(note)
    // Whoever stood before them has seen it; what was heard over the telephone, or at a door that nobody opened, is to be seen.
    const seen = by === 'visit' && reached
    const visitSigns = !seen && isFresh(when, now) ? signsIn(note, actor, now) : []
    const log = store.table(CareLog)
    const added = await log.add({
      ...{ _id: commandId, memberId, by, reached, note, at: when, who: actor.name },
      ...(visitSigns.length > 0 ? { visitSigns } : {}),
    })
    const standing = added === 'added' ? null : await log.get(commandId)
    if (standing && (standing.memberId !== memberId || standing.who !== actor.name)) return fail('CONFLICT')
    if (reached) await contacted(context, memberId, by, when)
    await markSpecialCare(context, elder.branchId)
    return { item: await shown(context, await changeCare(context, memberId, () => null)) }
  },
}
