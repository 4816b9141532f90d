import { afterContact, withLastContacts } from '../../../../core/care/special-care/rules'
import type { DateText, Instant } from '../../../../core/shared/operation'
import { byNumber, firstBy } from '../../../kernel/keyset'
import type { Ports } from '../../../kernel/ports'
import { settle } from '../../../kernel/settle'
import type { Member } from '../../people/public'
import { Visits } from '../visits/documents'
import { type CareContact, CareContacts, CareLog } from './documents'

/** Does a member of that household mourn on that date, so that greetings and festive visits leave them in peace (P34)? */
export const inMourning = ({ bereaved }: Pick<Member, 'bereaved'>, date: DateText): boolean =>
  (bereaved ?? []).some(({ until }) => date <= until)

/** Where it stands on a list: what no rhythm asks for comes last. */
export const rankOf = ({ dueAt }: Pick<CareContact, 'dueAt'>): number => dueAt ?? Number.MAX_SAFE_INTEGER

/** Changes the care of one person by what is made of the row as it stands; null leaves it. One conditional write decides, tried again where another came between. */
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
 * Somebody was rung or visited (P43): their next call and visit are due that much later. A visit counts as a call. Whom special care does not
 * concern, and an older contact than is known, change nothing; told twice is told once. `at` in ms.
 */
export const noteContact = async (ports: Pick<Ports, 'store'>, memberId: string, by: 'call' | 'visit', at: Instant): Promise<void> => {
  await changeCare(ports, memberId, row => {
    const next = { ...row, ...afterContact(row, by, at) }
    return next.lastCallAt === row.lastCallAt && next.lastVisitAt === row.lastVisitAt ? null : next
  })
}

/** More calls and visits of one person than any rhythm asks for in years. */
const MOST_HEARD = 500

/**
 * What was told of these moments is taken back: where the last call or visit that is known of somebody rests on one of them, it is found anew among the
 * contacts and visits that are still on record, so that whom nobody has seen turns red again. Done again, it changes nothing.
 */
export const withdrawContacts = async ({ store }: Pick<Ports, 'store'>, memberId: string, moments: readonly Instant[]): Promise<void> => {
  const table = store.table(CareContacts)
  const rests = (at: Instant | null) => at !== null && moments.includes(at)
  await settle(async () => {
    // The row first: whoever is heard of while the others are read changes it, and all is read again.
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
