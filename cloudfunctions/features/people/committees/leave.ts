import type { committees as contract } from '../../../../core/people/committees/contract'
import { isLeading } from '../../../../core/people/committees/posts'
import { dateOf } from '../../../../core/shared/calendar'
import type { Ports } from '../../../kernel/ports'
import type { Context, Handlers } from '../use-case'
import { openBranch } from './branch'
import { Committees, type Term } from './documents'
import { belongsTo, seatedIn } from './facts'
import { holdersOver } from './offices'
import { changing, write } from './write'

/** A term without these seats, which are noted with their end. */
const without = (
  term: Term,
  leaving: Term['seats'],
  end: Pick<NonNullable<Term['left']>[number], 'until' | 'reason' | 'documentNo' | 'by'>,
): Term => ({
  ...term,
  seats: term.seats.filter(seat => !leaving.includes(seat)),
  left: [...(term.left ?? []), ...leaving.map(seat => ({ ...seat, ...end }))],
})

/** Who is dismissed from the secretary's office leaves the post that it came with, since it would come back with it. Nothing where it came by appointment. */
export const vacatePost = async (context: Ports & Pick<Context<'org.dismiss'>, 'subject' | 'actor'>, memberId: string): Promise<void> => {
  const { store, now, actor, subject } = context
  if ((await store.table(Committees).count({ _id: subject._id, 'term.seats.memberId': memberId })) === 0) return
  await changing(context, async row => {
    const leaving = row.term?.seats.filter(seat => seat.memberId === memberId && isLeading(seat.post)) ?? []
    if (!row.term || leaving.length === 0) return true
    const term = without(row.term, leaving, { until: dateOf(now), reason: '免去职务', by: actor })
    return (await write(context, row, { set: { term } })) || undefined
  })
}

export const leave: Handlers<Pick<typeof contract, 'committee.leave'>> = {
  async 'committee.leave'({ memberId, post, reason, documentNo, anyway = false }, context) {
    const { store, now, actor, holds, audit, checkText, fail } = context
    const branch = openBranch(context)
    await checkText(reason)
    const left = await changing(context, async row => {
      const { term } = row
      const leaving = term?.seats.filter(seat => seat.memberId === memberId && (post === undefined || seat.post === post)) ?? []
      // Left already.
      if (!term || leaving.length === 0) return []
      if (leaving.some(seat => isLeading(seat.post)) && !holds(['street', 'bureau'], branch.path)) return fail('ROLE_NOT_YOURS_TO_GIVE')
      const next = without(term, leaving, { until: dateOf(now), reason, by: actor, ...(documentNo === undefined ? {} : { documentNo }) })
      if (!anyway && leaving.some(seat => isLeading(seat.post))) {
        const [holders, seated] = await Promise.all([holdersOver(store, branch._id), seatedIn(store, next)])
        const leads = next.seats.some(
          seat => isLeading(seat.post) && seated.some(one => one._id === seat.memberId && belongsTo(one, branch._id)),
        )
        const isAppointed = holders.some(
          one =>
            one.state === 'active' &&
            one.grants.some(grant => grant.orgId === branch._id && grant.role === 'secretary' && grant.post === undefined),
        )
        if (!leads && !isAppointed) return fail('COMMITTEE_LAST_OFFICER')
      }
      return (await write(context, row, { set: { term: next } })) ? leaving : undefined
    })
    for (const seat of left) audit(memberId, 'committee.left', seat.post)
    return {}
  },
}
