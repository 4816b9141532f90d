import { arrearsNotice } from '../../../../core/means/dues/notices'
import { nextReminder, remindedOf } from '../../../../core/means/dues/reminders'
import { dateOf } from '../../../../core/shared/calendar'
import { periodOn } from '../../../../core/shared/obligations/periods'
import { isWaking } from '../../../../core/shared/quiet-hours'
import { grouped } from '../../../../core/shared/grouped'
import { inGroups } from '../../../kernel/in-groups'
import type { Job } from '../../../kernel/jobs'
import type { Ports } from '../../../kernel/ports'
import { remembering } from '../../../kernel/remembering'
import { tellEach } from '../../../kernel/tell'
import { inCare } from '../../care/public'
import { Members, Organizations } from '../../people/public'
import { settlePayments } from './account'
import { type DuesAccount, DuesAccounts } from './documents'
import { type Place, placeOf } from './here'

const EACH_RUN = 200
/** The call that decided has this long to put it into the book itself. */
const AFTER = 60_000
/** People who are looked at in one run, and how many rows are written at a time. */
const [REMINDED, AT_A_TIME] = [100, 20] as const

/** Puts into the book what was decided and cut off, and takes off the accounts what is there. */
const bookDues: Job = async ports => {
  const { store, now } = ports
  // In no order: an index of what stands in a list has none, and all that is found is taken off it.
  const rows = await store.table(DuesAccounts).find({ 'pending.at': { lte: now - AFTER } }, { limit: EACH_RUN })
  await settlePayments(
    ports,
    rows.flatMap(row => row.pending),
  )
  return rows.length
}

/** The branches of these people, with the rules that hold there: as many requests for a hundred branches as for one. */
export const placesOf = async ({ store, now }: Pick<Ports, 'store' | 'now'>, branchIds: readonly string[]): Promise<Map<string, Place>> => {
  const read = remembering(store)
  const branches = await read.table(Organizations).getMany([...new Set(branchIds)])
  const places = await Promise.all(branches.map(branch => placeOf(read, branch, now)))
  return new Map(places.map(place => [place.branch._id, place]))
}

/**
 * Tells people gently, once a quarter at most, what is open of the quarters before (P70). Those in special care or ill, and those who are relieved, are told nothing: about
 * them the secretary speaks in person. What was cut off is found again, and telling twice is telling once.
 */
const remindOfDues: Job = async ports => {
  const { store, now } = ports
  if (!isWaking(now)) return 0
  const accounts = store.table(DuesAccounts)
  const rows = await accounts.find({ remindAt: { lte: now } }, { order: [['remindAt', 'asc'], ['_id', 'asc']], limit: REMINDED }) // prettier-ignore
  if (rows.length === 0) return 0
  const ids = rows.map(one => one._id)
  const [members, spared] = await Promise.all([store.table(Members).getMany(ids), inCare(ports, ids)])
  const owing = new Map(members.flatMap(one => (one.state === 'active' && !spared.has(one._id) ? [[one._id, one.branchId]] : [])))
  const places = await placesOf(ports, [...owing.values()])
  const today = dateOf(now)
  const branchOf = new Map(members.map(one => [one._id, one.branchId]))
  const next = ({ _id }: DuesAccount) => nextReminder(today, branchOf.get(_id) ?? _id)
  const tellings = rows.flatMap(account => {
    const place = places.get(owing.get(account._id) ?? '')
    if (!place?.collects) return []
    const { months, fen } = remindedOf(place.book, account, today)
    const telling = arrearsNotice(months, fen, place.branch, periodOn('quarter', today), now)
    return months.length === 0 ? [] : [{ memberId: account._id, telling }]
  })
  await tellEach(ports, tellings)
  const told = new Set(tellings.map(one => one.memberId))
  const noted = grouped(rows, one => `${String(told.has(one._id))} ${String(next(one))}`)
  await inGroups([...noted.values()], AT_A_TIME, some => {
    const [first] = some
    if (!first) return Promise.resolve(0)
    const set = { remindAt: next(first), ...(told.has(first._id) ? { remindedOn: today } : {}) }
    return accounts.update({ _id: { in: some.map(one => one._id) }, remindAt: { lte: now } }, { set, inc: { version: 1 } })
  })
  return rows.length
}

export const duesJobs = { bookDues, remindOfDues }
