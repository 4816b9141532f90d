import * as z from 'zod'
import { addMembers, countMembers, type MemberFigures, nobody } from '../../../../core/figures/boards/figures'
import { dateOf, monthOf } from '../../../../core/shared/calendar'
import type { Topic } from '../../../kernel/rollups'
import { Members, MEMBERS } from '../../people/public'

/** The people of each branch as they stand in a month; the last count of a month is what is kept of it. */
export const membersTopic: Topic<MemberFigures> = {
  name: MEMBERS,
  shape: z.object({ count: z.number(), retired: z.number(), alone: z.number(), elderly: z.number(), bound: z.number() }),
  nothing: nobody,
  added: addMembers,
  periods: now => [monthOf(now)],
  async countBranch(store, branch, _period, at) {
    const members = await store.table(Members).findAll({ branchId: branch._id })
    return countMembers(
      members.filter(member => member.state === 'active'),
      dateOf(at),
    )
  },
  worry: () => 0,
  ages: true,
}
