import type { cards as contract } from '../../core/cards/contract'
import { cardOf } from '../../core/cards/rules'
import { roles } from '../../core/shared/operation'
import type { Member } from '../kernel/documents/people'
import type { Context, Handlers } from '../kernel/ports'

/** More officers than a group and its branch have together. */
const MOST_OFFICERS = 50

/** Whose card: one's own, that of an elder one helps, or, by whoever holds an office over them, any member's. */
const elderOf = async ({ memberId }: { memberId?: string | undefined }, context: Context<'card.get'>): Promise<Member> => {
  const { store, person, people, holds, fail } = context
  if (memberId === undefined) return person ?? fail('INVALID_INPUT', { paths: ['memberId'] })
  const mine = people.find(one => one._id === memberId)
  if (mine) return mine
  // Strangers and people who are not there get one answer, so that nobody learns who is on the roster.
  const other = await store.table('members').get(memberId)
  return other?.state === 'active' && holds(roles, other.path) ? other : fail('FORBIDDEN')
}

export const cards: Handlers<typeof contract> = {
  // The numbers are duty numbers of officers, whose office is to be rung by these very people: no audit row.
  async 'card.get'(input, context) {
    const elder = await elderOf(input, context)
    const over = [elder.branchId, ...(elder.groupId === null ? [] : [elder.groupId])]
    const officers = await context.store.table('members').find({ 'grants.orgId': { in: over } }, { limit: MOST_OFFICERS })
    return {
      ...cardOf(
        elder,
        officers.filter(one => one.state === 'active'),
      ),
      teams: [],
      point: null,
    }
  },
}
