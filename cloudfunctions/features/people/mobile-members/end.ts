import { omit } from '../../../../core/shared/fields'
import { dateOf } from '../../../../core/shared/calendar'
import type { DateText } from '../../../../core/shared/operation'
import type { WindUp } from '../../../kernel/departures'
import type { Ports } from '../../../kernel/ports'
import { Members } from '../documents'
import { changeAffiliation } from '../memberships/affiliates'
import { membershipsOf } from '../memberships/log'
import type { MobileMember } from './documents'
import { changeAway, KEPT } from './rows'

/** Why a branch near them takes a member in who is away; by it the affiliation ends with the stay. */
export const HOSTED = '外出期间参加活动'

const backOn = (row: MobileMember, on: DateText): MobileMember => ({
  ...omit(row, 'reminder', 'remindAt', 'until', 'host'),
  ...{ away: false, scopes: [] },
  past: [...row.past, { from: row.from, until: on < row.from ? row.from : on, where: row.where }].slice(-KEPT),
})

/** The stay is over from that day on, and with it what the branch near them took them in for. Safe to repeat. Answers whether there was one. */
export const endStay = async (ports: Ports, memberId: string, on: DateText): Promise<boolean> => {
  let host: MobileMember['host']
  const row = await changeAway(ports, memberId, seen => {
    host = seen.host
    return seen.away ? backOn(seen, on) : null
  })
  if (host === undefined) return row !== null
  const { branchId } = host
  const member = await ports.store.table(Members).get(memberId)
  const isGuest = member && membershipsOf(member).some(one => one.branchId === branchId && one.until === null && one.reason === HOSTED)
  if (isGuest)
    await changeAffiliation(ports, memberId, { _id: branchId, name: host.name, path: host.path }, { comes: false, reason: '外出结束' })
  return row !== null
}

/** Who died or belongs to another branch now is on the list of this one no more. */
export const leaveAway: WindUp = async (ports, { memberId }) => {
  await endStay(ports, memberId, dateOf(ports.now))
}
