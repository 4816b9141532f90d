import type { activities as contract } from '../../../../core/life/activities/contract'
import { beganSince } from '../../../../core/life/activities/rules'
import { roles } from '../../../../core/shared/operation'
import { belongs } from '../../../kernel/access'
import { byNumber, lastSeen, pageBy, pageOver } from '../../../kernel/keyset'
import type { Filter } from '../../../kernel/store'
import { Activities, type Activity } from '../documents'
import type { Handlers } from '../use-case'
import { themeAt } from '../strands/themes'
import { itemOf } from './item'

const PAGE = 20

export const list: Handlers<Pick<typeof contract, 'activity.list'>> = {
  async 'activity.list'({ branchId, from, before, cursor }, { store, person, now, holds }) {
    const own = [person.branchId, ...person.affiliates.map(one => one.branchId)]
    // What is over may have been held by a branch that went over to theirs since; of one that they left, they read nothing.
    const former = before === undefined ? [] : (person.memberships ?? []).map(one => one.branchId).filter(id => !own.includes(id))
    const branches = branchId === undefined ? [...new Set([...own, ...former])] : [branchId]
    // None lasts longer than 31 days, so that the end asked for bounds the start, by which the index goes.
    const backwards = before !== undefined
    const soonest = byNumber('startsAt', backwards ? 'desc' : 'asc')
    const [began] = lastSeen(soonest, cursor) ?? []
    const earliest = Math.max(from === undefined ? 0 : beganSince(from), backwards ? 0 : (began ?? 0))
    const latest = Math.min(before ?? Infinity, backwards ? (began ?? Infinity) + 1 : Infinity)
    const times: Filter<Activity> = {
      startsAt: latest === Infinity ? { gte: earliest } : { gte: earliest, lt: latest },
      ...(before !== undefined
        ? { endsAt: from === undefined ? { lt: before } : { gte: from, lt: before } }
        : from !== undefined
          ? { endsAt: { gte: from } }
          : {}),
    }
    const [{ items, cursor: next }, theme] = await Promise.all([
      // What circles hold is for their members, of whatever branch; of a branch that is named, its officers see it too.
      branchId === undefined
        ? pageOver(
            store.table(Activities),
            [
              { branchId: { in: branches }, party: { exists: false }, ...times },
              { party: person._id, ...times },
            ],
            soonest,
            { size: PAGE, cursor },
          )
        : pageBy(store.table(Activities), { branchId, ...times }, soonest, { size: PAGE, cursor }),
      themeAt(store, branchId ?? person.branchId, now),
    ])
    const read = items.filter(one =>
      one.party
        ? one.party.includes(person._id) || holds(roles, one.path)
        : branchId !== undefined || own.includes(one.branchId) || belongs(person, one),
    )
    return { items: read.map(one => itemOf(one, person._id)), cursor: next, ...(theme === null ? {} : { theme }) }
  },
}
