import type { foundings as contract } from '../../../../core/people/foundings/contract'
import { sayApplied } from '../../../../core/people/foundings/notices'
import { judgeFounding, replyBy } from '../../../../core/people/foundings/rules'
import { mayStandUnder } from '../../../../core/people/organizations/rules'
import { addDays, dateOf, instantOf } from '../../../../core/shared/calendar'
import type { DateText, Instant } from '../../../../core/shared/operation'
import { wakingFrom } from '../../../../core/shared/quiet-hours'
import { scopesOf } from '../../../../core/shared/scopes'
import { officersAbove } from '../committees/told'
import { Organizations } from '../documents'
import { regulationsFor } from '../regulations/book'
import type { Context, Handlers } from '../use-case'
import { Foundings } from './documents'

/** When those who should have answered hear of it: the first day on which it is late. */
export const chasedFrom = (dueOn: DateText): Instant => wakingFrom(instantOf(addDays(dueOn, 1)))

/** Where the branch is to stand: beside the branch that applies, or under the organization that does. */
const underOf = async ({ store, subject: org, fail }: Context<'founding.apply'>) => {
  const under = org.kind === 'branch' && org.parentId !== null ? await store.table(Organizations).get(org.parentId) : org
  if (!under || !mayStandUnder('branch', under.kind)) return fail('ORG_KIND_MISPLACED')
  return org.closedAt === undefined && under.closedAt === undefined ? under : fail('CONFLICT')
}

export const apply: Handlers<Pick<typeof contract, 'founding.apply'>> = {
  async 'founding.apply'({ name, branchKind, units = [], members, reason }, context) {
    const { store, subject: org, actor, now, commandId, tell, checkText, fail, refuse } = context
    const table = store.table(Foundings)
    const made = await table.get(commandId)
    if (made) return { foundingId: commandId, dueOn: made.dueOn }
    const under = await underOf(context)
    const [book, [namesake]] = await Promise.all([
      regulationsFor(store, under.path),
      store.table(Organizations).find({ parentId: under._id, name }, { limit: 1 }),
      checkText(name, reason, ...units),
    ])
    if (namesake) return fail('ORG_NAME_TAKEN')
    const on = dateOf(now)
    const asking = { on, branchKind }
    const verdict = judgeFounding(
      { branchKind, members, units },
      { least: book.number('branch.least-members', asking), mostUnits: book.number('branch.joint-most-units', asking) },
    )
    if (verdict === 'misplaced') return fail('INVALID_INPUT', { paths: ['units'] })
    if (verdict) return refuse(verdict)
    const dueOn = replyBy(on, book.number('branch.founding-reply-months', asking))
    const row = {
      ...{ _id: commandId, orgId: org._id, orgName: org.name, underId: under._id, underName: under.name, path: under.path },
      scopes: [...new Set([under.path, org.path].flatMap(scopesOf))],
      ...{ name, branchKind, units, members, reason, state: 'open' as const, open: true },
      ...{ on, at: now, by: actor, dueOn, chaseAt: chasedFrom(dueOn) },
    }
    if ((await table.add(row)) === 'added') {
      const above = await officersAbove(store, under.path)
      await tell(
        above.filter(one => one !== actor.memberId),
        sayApplied(row, now),
      )
    }
    return { foundingId: commandId, dueOn }
  },
}
