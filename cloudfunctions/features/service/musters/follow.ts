import type { OfBranch } from '../../people/public'
import { inGroups } from '../../../kernel/in-groups'
import type { Ports } from '../../../kernel/ports'
import { settleRow } from '../../../kernel/settle'
import { Members } from '../../people/public'
import { MusterCalls, type MusterCall } from './documents'

const AT_A_TIME = 20

/** Whose list a called person stands on follows from the group they are in now. */
export const followMembers = async ({ store, now }: Pick<Ports, 'store' | 'now'>, { branchId }: OfBranch): Promise<void> => {
  const calls = store.table(MusterCalls)
  const rows = await calls.findAll({ branchId, endsAt: { gt: now } })
  if (rows.length === 0) return
  const members = new Map((await store.table(Members).getMany([...new Set(rows.map(one => one.memberId))])).map(one => [one._id, one]))
  const moved = rows.flatMap(row => {
    const member = members.get(row.memberId)
    return member?.branchId === branchId && member.path !== row.path ? [{ row, path: member.path }] : []
  })
  await inGroups(moved, AT_A_TIME, ({ row: seen, path }) =>
    settleRow<MusterCall, true>(
      seen,
      () => calls.get(seen._id),
      async row => !row || row.path === path || (await calls.swap(row, { ...row, path })) || undefined,
    ),
  )
}
