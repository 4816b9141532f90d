import type { setup as contract } from '../../../../core/people/setup/contract'
import { announce } from '../../../kernel/announcements'
import { FirstNotice } from '../announcements'
import { Members } from '../documents'
import type { Handlers } from '../use-case'

export const firstDay: Handlers<Pick<typeof contract, 'setup.firstDay'>> = {
  async 'setup.firstDay'({ branchId }, context) {
    const members = context.store.table(Members)
    const active = { branchId, state: 'active' } as const
    const [all, bound, noticed] = await Promise.all([
      members.count(active),
      members.count({ ...active, bound: true }),
      announce(context, FirstNotice, { branchIds: [branchId] }),
    ])
    return { members: all, bound, notice: noticed.includes(true) }
  },
}
