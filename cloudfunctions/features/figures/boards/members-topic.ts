import * as z from 'zod'
import { addMembers, countMembers, type MemberFigures, noMembers } from '../../../../core/figures/boards/figures'
import { dateOf, monthOf } from '../../../../core/shared/calendar'
import type { Topic } from '../../../kernel/rollups'
import { Members, MEMBERS } from '../../people/public'

/** The members of a branch in a month; the last count of a month is kept. */
export const membersTopic: Topic<MemberFigures> = {
  name: MEMBERS,
  shape: z.object({ count: z.number(), retired: z.number(), alone: z.number(), elderly: z.number(), bound: z.number() }),
  nothing: noMembers,
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
