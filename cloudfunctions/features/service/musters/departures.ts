import type { WindUp } from '../../../kernel/departures'
import type { Ports } from '../../../kernel/ports'
import { settleRow } from '../../../kernel/settle'
import { Members } from '../../people/public'
import { giveBack } from './answer'
import { MusterCalls, Musters, type MusterCall } from './documents'
import { markBranches } from './figures'

/** Whose list a called person stands on follows from where they belong now. */
export const goAlong = async (
  { store }: Pick<Ports, 'store'>,
  seen: MusterCall,
  { path, branchId }: Pick<MusterCall, 'path' | 'branchId'>,
): Promise<void> => {
  const calls = store.table(MusterCalls)
  await settleRow<MusterCall, true>(
    seen,
    () => calls.get(seen._id),
    async row => !row || row.path === path || (await calls.swap(row, { ...row, path, branchId })) || undefined,
  )
}

/** More musters than one person is called to at a time. */
const MOST = 100

/** A person who departs is called no more, and their cells are free; one who only went to another branch of the same scope stays called. */
export const leaveMusters: WindUp = async (ports, { memberId, why, by }) => {
  const { store, now } = ports
  const calls = store.table(MusterCalls)
  const [member, rows] = await Promise.all([
    why === 'transferred' ? store.table(Members).get(memberId) : null,
    calls.find({ memberId, endsAt: { gt: now } }, { limit: MOST }),
  ])
  const musters = new Map((await store.table(Musters).getMany(rows.map(one => one.musterId))).map(one => [one._id, one]))
  for (const seen of rows) {
    const muster = musters.get(seen.musterId)
    if (!muster) continue
    const stays = member?.state === 'active' && member.path.startsWith(muster.path) ? member : null
    await markBranches(ports, muster, stays ? [seen, stays] : [seen])
    if (stays) {
      await goAlong(ports, seen, stays)
      continue
    }
    await settleRow<MusterCall, true>(
      seen,
      () => calls.get(seen._id),
      async row => {
        if (!row || row.answer === 'gone') return true
        const history = [...row.history, { answer: row.answer, cells: row.cells, at: now, by }]
        return (await calls.swap(row, { ...row, answer: 'gone', cells: [], history, version: row.version + 1 })) || undefined
      },
    )
    await giveBack(store, muster, memberId, seen.cells)
  }
}
