import { hoursAt, type Arrival } from '../../../../core/service/musters/rules'
import { credited, signedIn } from '../../../../core/service/posts/service-row'
import type { Ports } from '../../../kernel/ports'
import { grouped } from '../../../../core/shared/grouped'
import { decideServices } from '../posts/services'
import type { Muster, MusterCall } from './documents'

/** The kind of service by which its hours stand in a volunteer's record. */
const MUSTER_SERVICE = '应急集结'

/** Credits the hours of people who were there, once: from their coming until they left, were relieved, or the muster ended. */
export const creditThose = async (ports: Pick<Ports, 'store' | 'now'>, muster: Muster, rows: readonly MusterCall[]): Promise<void> => {
  const { ended } = muster
  if (!ended) return
  const served = { _id: muster._id, kind: MUSTER_SERVICE, title: muster.title, muster: true as const }
  const there = rows.flatMap(({ memberId, arrivals }) => arrivals.map(arrival => ({ memberId, arrival })))
  for (const [cell, some] of grouped(there, one => one.arrival.cell)) {
    const hours = hoursAt(muster, cell)
    if (!hours) continue
    const arrivalOf = new Map<string, Arrival>(some.map(one => [one.memberId, one.arrival]))
    await decideServices(ports, served, { shiftId: cell, ...hours }, [...arrivalOf.keys()], (row, memberId) => {
      const arrival = arrivalOf.get(memberId)
      if (!arrival || row?.state === 'served') return row
      const left = Math.min(arrival.leftAt ?? ended.at, hours.endsAt)
      return credited(signedIn(row, hours, ended.by, arrival.at), hours, ports.now, left)
    })
  }
}
