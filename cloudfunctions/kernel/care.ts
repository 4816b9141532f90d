import { heard } from '../../core/special-care/rules'
import type { DateText, Instant } from '../../core/shared/operation'
import type { CareContact } from './documents/care'
import type { Member, Organization } from './documents/people'
import { Failure } from './failure'
import type { Ports } from './ports'

/** How often a row is tried that others keep changing. */
const MOST_ROUNDS = 8

/** Does a member of that household mourn on that date, so that greetings and festive visits leave them in peace (P34)? */
export const inMourning = ({ bereaved }: Pick<Member, 'bereaved'>, date: DateText): boolean =>
  (bereaved ?? []).some(({ until }) => date <= until)

/** Changes the care of one person by what is made of the row as it stands; null leaves it. One conditional write decides, tried again where another came between. */
export const changeCare = async (
  { store }: Pick<Ports, 'store'>,
  memberId: string,
  make: (row: CareContact) => CareContact | null,
): Promise<CareContact | null> => {
  const table = store.table('care-contacts')
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const row = await table.get(memberId)
    if (!row) return null
    const next = make(row)
    if (next === null) return row
    const { _id, version, ...set } = next
    if ((await table.update({ _id, version }, { set, inc: { version: 1 } })) > 0) return next
  }
  throw new Failure('CONFLICT')
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
export const markCare = async ({ store, now }: Pick<Ports, 'store' | 'now'>, branch: Pick<Organization, '_id' | 'path'>): Promise<void> => {
  const table = store.table('care-plans')
  const marked = () => table.update({ _id: branch._id }, { set: { due: now }, inc: { marks: 1 } })
  if ((await marked()) > 0) return
  if ((await table.add({ _id: branch._id, path: branch.path, due: now, marks: 1 })) === 'exists') await marked()
}
