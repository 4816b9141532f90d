import { fact, type HeldFact } from '../../../core/people/public'
import { dateOf } from '../../../core/shared/calendar'
import { titleOf } from '../../../core/help/requests/emergencies'
import type { Ports } from '../../kernel/ports'
import { Requests } from './documents'

/** As many requests as are told one by one, the latest. */
const MOST = 20

/** What a person asked for help with. */
export const heldByHelp = async ({ store }: Pick<Ports, 'store'>, { memberId }: { memberId: string }): Promise<HeldFact[]> => {
  const table = store.table(Requests)
  const [latest, all] = await Promise.all([
    table.find({ memberId }, { order: [['raisedAt', 'desc']], limit: MOST }),
    table.count({ memberId }),
  ])
  if (all === 0) return []
  const told = latest.map(one => `${dateOf(one.raisedAt)}${titleOf(one)}`)
  return [fact('requests', '求助', `${String(all)}件：${told.join('；')}${all > told.length ? '……' : ''}`)]
}
