import { heard } from '../../core/special-care/rules'
import type { DateText, Instant } from '../../core/shared/operation'
import type { CareContact } from './documents/care'
import type { Member } from './documents/people'
import { untilFirst } from './overtaken'
import type { Ports } from './ports'

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
  const table = store.table('care-contacts')
  return untilFirst(async () => {
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
export const contacted = async (ports: Pick<Ports, 'store'>, memberId: string, by: 'call' | 'visit', at: Instant): Promise<void> => {
  await changeCare(ports, memberId, row => {
    const next = { ...row, ...heard(row, by, at) }
    return next.lastCallAt === row.lastCallAt && next.lastVisitAt === row.lastVisitAt ? null : next
  })
}

/** The roster of a branch changed, or what special care rests on: the timer looks through it within a minute. Cheap, and marking twice is marking once. */
export const markCare = async ({ store, now }: Pick<Ports, 'store' | 'now'>, branchId: string): Promise<void> => {
  const table = store.table('care-plans')
  const marked = () => table.update({ _id: branchId }, { set: { due: now }, inc: { marks: 1 } })
  if ((await marked()) > 0) return
  const branch = await store.table('organizations').get(branchId)
  if (branch?.kind !== 'branch') return
  if ((await table.add({ _id: branchId, path: branch.path, due: now, marks: 1 })) === 'exists') await marked()
}
