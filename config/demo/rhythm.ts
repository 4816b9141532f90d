import { Activities } from '../../cloudfunctions/features/life/documents'
import { backfill } from '../../cloudfunctions/features/life/rhythm/backfill'
import { BranchRhythms, Meetings } from '../../cloudfunctions/features/life/rhythm/documents'
import { judge } from '../../cloudfunctions/features/life/rhythm/judge'
import { settleRhythm } from '../../cloudfunctions/features/life/rhythm/settle'
import type { Organization } from '../../cloudfunctions/features/people/documents'
import type { Ports } from '../../cloudfunctions/kernel/ports'
import { dateOf } from '../../core/shared/calendar'
import { scopesOf } from '../../core/shared/scopes'

/** What a branch of the demo has held and is late with, worked out as the timer does; its secretary has heard of what ends soon, so that a story begins in silence. */
export const beginRhythm = async (acting: Pick<Ports, 'store' | 'now'>, branch: Organization): Promise<void> => {
  const { store, now } = acting
  await store.table(BranchRhythms).add({ _id: branch._id, scopes: scopesOf(branch.path), reminded: [], begun: true, marks: 1 })
  await backfill(acting, branch._id, Number(dateOf(now).slice(0, 4)))
  for (const row of await store.table(Meetings).findAll({ branchId: branch._id }))
    await judge(acting, row, (await store.table(Activities).get(row._id)) ?? undefined)
  const row = await store.table(BranchRhythms).get(branch._id)
  if (row) await settleRhythm(acting, row, branch, () => Promise.resolve())
}
