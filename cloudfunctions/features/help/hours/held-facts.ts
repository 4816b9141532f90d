import { fact, type HeldFact } from '../../../../core/people/public'
import type { Ports } from '../../../kernel/ports'
import { Consultations } from './documents'

/** What a person booked or waits for, and the hours they host. */
export const heldByHours = async ({ store }: Pick<Ports, 'store'>, { memberId }: { memberId: string }): Promise<HeldFact[]> => {
  const table = store.table(Consultations)
  const [booked, waiting, hosting] = await Promise.all([
    table.find({ 'bookings.memberId': memberId }),
    table.count({ 'waiting.memberId': memberId }),
    table.count({ hostIds: memberId }),
  ])
  const times = booked.flatMap(row => row.bookings.filter(one => one.memberId === memberId))
  return [
    ...(times.length > 0 ? [fact('hours', '预约的咨询', `${String(times.length)}次`)] : []),
    ...(waiting > 0 ? [fact('hours-waiting', '候补的咨询', `${String(waiting)}个`)] : []),
    ...(hosting > 0 ? [fact('hours-hosted', '坐班的咨询', `${String(hosting)}个`)] : []),
  ]
}
