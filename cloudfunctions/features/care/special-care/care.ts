import { afterContact, withLastContacts } from '../../../../core/care/special-care/rules'
import type { DateText, Instant } from '../../../../core/shared/operation'
import { byNumber, firstBy } from '../../../kernel/keyset'
import type { Ports } from '../../../kernel/ports'
import { settle } from '../../../kernel/settle'
import type { Member } from '../../people/public'
import { Visits } from '../visits/documents'
import { type CareContact, CareContacts, CareLog } from './documents'

/** Is the member's household in mourning on that date? Greetings and festive visits then leave it in peace (P34). */
export const inMourning = ({ bereaved }: Pick<Member, 'bereaved'>, date: DateText): boolean =>
  (bereaved ?? []).some(({ until }) => date <= until)

/** The place on a list: rows without a rhythm come last. */
export const rankOf = ({ dueAt }: Pick<CareContact, 'dueAt'>): number => dueAt ?? Number.MAX_SAFE_INTEGER

/**
 * Changes the row of one elder by what `make` returns for it; null leaves it. One conditional write decides and is tried again after
 * another write. Null where the elder has no row.
 */
export const changeCare = (
  { store }: Pick<Ports, 'store'>,
  memberId: string,
  make: (row: CareContact) => CareContact | null,
): Promise<CareContact | null> => {
  const table = store.table(CareContacts)
  return settle(async () => {
    const row = await table.get(memberId)
    if (!row) return null
    const next = make(row)
    if (next === null) return row
    const { _id, version, ...set } = { ...next, rank: rankOf(next) }
    return (await table.update({ _id, version }, { set, inc: { version: 1 } })) > 0 ? next : undefined
  })
}

/**
 * A call or visit was made (P43) at `at` (ms): the next ones are due that much later. A visit counts as a call. Elders outside special care
 * and contacts older than the last known change nothing; repeating it changes nothing.
 */
export const noteContact = async (ports: Pick<Ports, 'store'>, memberId: string, by: 'call' | 'visit', at: Instant): Promise<void> => {
  await changeCare(ports, memberId, row => {
    const next = { ...row, ...afterContact(row, by, at) }
    return next.lastCallAt === row.lastCallAt && next.lastVisitAt === row.lastVisitAt ? null : next
  })
}

/** More contacts of one elder than any rhythm asks for in years. */
const MOST_HEARD = 500

/**
 * Takes contacts at these instants back. Where the elder's last call or visit is one of them, the last remaining one is looked up in the
 * log and the visits, so that an elder who was not seen turns red again. Repeating it changes nothing.
 */
export const withdrawContacts = async ({ store }: Pick<Ports, 'store'>, memberId: string, moments: readonly Instant[]): Promise<void> => {
  const table = store.table(CareContacts)
  const rests = (at: Instant | null) => at !== null && moments.includes(at)
  await settle(async () => {
    // The row first: a contact noted during the other reads changes it, and everything is read again.
    const row = await table.get(memberId)
    if (!row || !(rests(row.lastCallAt) || rests(row.lastVisitAt))) return true
    const [log, visits] = await Promise.all([
      firstBy(store.table(CareLog), { memberId }, byNumber('at', 'desc'), MOST_HEARD),
      firstBy(store.table(Visits), { memberId, state: 'done' }, byNumber('record.at', 'desc'), MOST_HEARD),
    ])
    const contacts = [...log.filter(one => one.reached), ...visits.flatMap(one => one.record ?? [])]
    const last = (way: 'call' | 'visit', held: Instant | null): Instant | null => {
      const at = contacts.filter(one => one.by === way).map(one => one.at)
      return rests(held) ? (at.length > 0 ? Math.max(...at) : null) : held
    }
    const known = { lastCallAt: last('call', row.lastCallAt), lastVisitAt: last('visit', row.lastVisitAt) }
    if (known.lastCallAt === row.lastCallAt && known.lastVisitAt === row.lastVisitAt) return true
    const { _id, version, ...next } = { ...row, ...withLastContacts(row, known) }
    return (await table.update({ _id, version }, { set: { ...next, rank: rankOf(next) }, inc: { version: 1 } })) > 0 ? true : undefined
  })
}
