import { settle } from '../../../kernel/settle'
import { Services } from '../documents'
import { claimKey, type Shift } from '../../../../core/service/posts/rules'
import { creditedOnce, type ServiceRow } from '../../../../core/service/posts/service-row'
import type { Hours } from '../../../../core/shared/hours'
import type { Actor } from '../../../kernel/identity'
import type { Post, Service } from '../documents'
import type { Ports } from '../../../kernel/ports'
import { markHours } from '../honours/proposals'
import { slicesOf } from '../../../kernel/in-groups'
import type { Store } from '../../../kernel/store'

/** People in one look-up. */
const BATCH = 200
/** Rows of so many people around one shift: no person is on more than a few at a time. */
const MOST = 1000
/** No shift lasts longer, so that one which shares hours began at most this long before. */
const LONGEST = 24 * 60 * 60_000

export const serviceId = (postId: string, shiftId: string, memberId: string): string => `${postId}:${claimKey(shiftId, memberId)}`

/** What hours are credited for: a post or a muster. */
type Served = Pick<Post, '_id' | 'kind' | 'title'> & { muster?: true }
/** The hours of one shift of it. */
type Turn = Pick<Shift, 'shiftId' | 'startsAt' | 'endsAt'>

/** Whose row it is, and of what. */
export const whoseRow = (
  { _id: postId, kind, title, muster }: Served,
  { shiftId, startsAt }: Pick<Turn, 'shiftId' | 'startsAt'>,
  memberId: string,
) => ({
  ...{ _id: serviceId(postId, shiftId, memberId), postId, shiftId, memberId, kind, title, startsAt },
  ...(muster ? { muster } : {}),
})

/** The rows of one shift. */
export const servicesOf = (store: Store, postId: string, shiftId: string): Promise<Service[]> =>
  store.table(Services).findAll({ postId, _id: { startsWith: serviceId(postId, shiftId, '') } })

/** What these people did on any shift that may share hours with these, or with one that shares hours with them. */
const around = async (store: Store, memberIds: readonly string[], { startsAt, endsAt }: Hours): Promise<Service[]> => {
  const near = { gte: startsAt - 2 * LONGEST, lt: endsAt + LONGEST }
  const found = await Promise.all(
    slicesOf(memberIds, BATCH).map(ids => store.table(Services).find({ memberId: { in: ids }, startsAt: near }, { limit: MOST })),
  )
  return found.flat()
}

const byMember = (rows: readonly Service[]): Map<string, Service[]> => {
  const groups = new Map<string, Service[]>()
  for (const row of rows) groups.set(row.memberId, [...(groups.get(row.memberId) ?? []), row])
  return groups
}

const sameVersion = ({ _id, version }: Service) => ({ _id, version: version ?? null })

/**
 * Credits no person with an hour of the clock twice: looks at all that these people did around these hours, and writes the minutes that each row is due where
 * it says others. Two sign-outs at the same moment cannot see each other as they write; each looks here afterwards, and the later look sees both.
 */
const creditOnce = async ({ store }: Pick<Ports, 'store'>, memberIds: readonly string[], hours: Hours): Promise<Map<string, number>> =>
  settle(async () => {
    const rows = await around(store, memberIds, hours)
    const due = new Map([...byMember(rows).values()].flatMap(theirs => [...creditedOnce(theirs)]))
    const wrong = rows.filter(row => row.state === 'served' && due.get(row._id) !== row.minutes)
    const written = await Promise.all(
      wrong.map(row => store.table(Services).update(sameVersion(row), { set: { minutes: due.get(row._id) ?? 0 }, inc: { version: 1 } })),
    )
    return written.every(changed => changed > 0) ? due : undefined
  })

const optional = ['signedInAt', 'signedOutAt', 'reason', 'saidAt', 'commandId', 'held', 'creditedAt', 'history'] as const

const write = async (store: Store, seen: Service | null, next: Service): Promise<boolean> => {
  const services = store.table(Services)
  if (!seen) return (await services.add(next)) === 'added'
  const { state, minutes, by, startsAt } = next
  const kept = Object.fromEntries(optional.flatMap(field => (next[field] === undefined ? [] : [[field, next[field]]])))
  const unset = optional.filter(field => next[field] === undefined)
  return (await services.update(sameVersion(seen), { set: { state, minutes, by, startsAt, ...kept }, unset, inc: { version: 1 } })) > 0
}

/** What became of one person's row. */
export interface Decided {
  memberId: string
  before: Service | null
  after: Service | null
}

/**
 * Brings the rows of people on one shift to what `decide` makes of each: of the row as it stands (null where there is none), the same to leave it, null for
 * none. Hours that are credited to them elsewhere are not credited again. One conditional write decides for each person; where another was faster it is
 * decided again.
 */
export const decideServices = async (
  ports: Pick<Ports, 'store' | 'now'>,
  post: Served,
  shift: Turn,
  memberIds: readonly string[],
  decide: (row: Service | null, memberId: string) => ServiceRow<Actor> | null,
): Promise<Decided[]> => {
  const { store } = ports
  const idOf = (memberId: string) => serviceId(post._id, shift.shiftId, memberId)
  const [rows, others] = await Promise.all([store.table(Services).getMany(memberIds.map(idOf)), around(store, memberIds, shift)])
  const rowOf = new Map(rows.map(row => [row.memberId, row]))
  const othersOf = byMember(others.filter(row => row.postId !== post._id || row.shiftId !== shift.shiftId))

  const one = async (memberId: string): Promise<Decided> => {
    let row = rowOf.get(memberId) ?? null
    return settle(async () => {
      const wanted = decide(row, memberId)
      if (!wanted || wanted === row) return { memberId, before: row, after: row }
      const next: Service = { ...wanted, ...whoseRow(post, shift, memberId) }
      const minutes = creditedOnce([...(othersOf.get(memberId) ?? []), next]).get(next._id) ?? 0
      if (await write(store, row, { ...next, minutes })) return { memberId, before: row, after: { ...next, minutes } }
      row = await store.table(Services).get(next._id)
      return undefined
    })
  }
  const decided = await Promise.all(memberIds.map(one))
  const touched = decided.filter(({ before, after }) => before !== after && (before?.state === 'served' || after?.state === 'served'))
  if (touched.length === 0) return decided
  const whose = touched.map(({ memberId }) => memberId)
  const [due] = await Promise.all([creditOnce(ports, whose, shift), markHours(ports, whose)])
  return decided.map(({ memberId, before, after }) => ({
    ...{ memberId, before },
    after: after?.state === 'served' ? { ...after, minutes: due.get(after._id) ?? after.minutes } : after,
  }))
}
