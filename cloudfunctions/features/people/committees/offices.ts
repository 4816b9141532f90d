import { sayOfficeAccounts } from '../../../../core/people/identity/notices'
import type { LeadingPost, Seat } from '../../../../core/people/committees/posts'
import { officesOf } from '../../../../core/people/committees/rules'
import { announce } from '../../../kernel/announcements'
import { auditRows } from '../../../kernel/audit'
import { Audit } from '../../../kernel/documents'
import type { Actor, Grant } from '../../../kernel/identity'
import type { Ports } from '../../../kernel/ports'
import { settleRow } from '../../../kernel/settle'
import type { Store } from '../../../kernel/store'
import { tell } from '../../../kernel/tell'
import { OfficesChanged, StandingChanged } from '../announcements'
import { Members, Organizations, type Member, type Organization } from '../documents'
import { Invites } from '../identity/documents'
import { ownAccounts } from '../identity/own-accounts'
import { belongsTo } from './facts'

/** More offices than one branch has. */
const MOST_OFFICERS = 100

/** The members who hold an office over exactly that branch. */
export const holdersOver = (store: Store, orgId: string): Promise<Member[]> =>
  store.table(Members).find({ 'grants.orgId': orgId }, { limit: MOST_OFFICERS })

const isSecretary = (orgId: string) => (grant: Grant) => grant.role === 'secretary' && grant.orgId === orgId

/**
 * The grants of a person as a post makes them: with the post, the office of the secretary comes by it, also where it was given by appointment before, so that it ends
 * with the post; without one, what came by a post is gone.
 */
const grantsWith = (member: Member, { _id: orgId, path }: Pick<Organization, '_id' | 'path'>, post: LeadingPost | undefined): Grant[] => {
  const over = isSecretary(orgId)
  if (post) return [...member.grants.filter(grant => !over(grant)), { role: 'secretary', orgId, path, post }]
  return member.grants.filter(grant => !over(grant) || grant.post === undefined)
}

const same = (one: readonly Grant[], other: readonly Grant[]) =>
  one.length === other.length && one.every(a => other.some(b => a.role === b.role && a.orgId === b.orgId && a.post === b.post))

/** What came of it for one person. */
type Change = 'gained' | 'lost' | null

const settleOne = (store: Store, branch: Organization, wanted: ReadonlyMap<string, LeadingPost>, member: Member): Promise<Change> => {
  const members = store.table(Members)
  const holds = ({ grants }: Pick<Member, 'grants'>) => grants.some(isSecretary(branch._id))
  return settleRow<Member, Change>(
    member,
    () => members.get(member._id),
    async before => {
      if (!before) return null
      // Who died or left meanwhile gets nothing.
      const grants = grantsWith(before, branch, belongsTo(before, branch._id) ? wanted.get(before._id) : undefined)
      if (same(before.grants, grants)) return null
      if (!(await members.swap(before, { ...before, grants }))) return undefined
      return holds(before) === holds({ grants }) ? null : holds({ grants }) ? 'gained' : 'lost'
    },
  )
}

/**
 * Lets the offices of a branch be those of its posts: who holds the post of secretary or deputy has the secretary's office, who holds none any more has lost it; an
 * appointment by itself stays. Looks at the people as they are, so that repeating it changes nothing.
 */
export const settleOffices = async (ports: Ports, branch: Organization, seats: readonly Seat[], by: Actor): Promise<void> => {
  const { store, now } = ports
  const ids = seats.map(seat => seat.memberId)
  const [holders, seated] = await Promise.all([holdersOver(store, branch._id), ids.length === 0 ? [] : store.table(Members).getMany(ids)])
  const people = [...new Map([...holders, ...seated].map(one => [one._id, one])).values()]
  const here = people.filter(one => belongsTo(one, branch._id)).map(one => ({ memberId: one._id }))
  const held = branch.closedAt === undefined ? officesOf(seats, here) : []
  const wanted = new Map(held.map(one => [one.memberId, one.post]))
  const changes = await Promise.all(people.map(async member => ({ member, change: await settleOne(store, branch, wanted, member) })))
  const of = (change: Change) => changes.filter(one => one.change === change).map(one => one.member)
  const [gained, lost] = [of('gained'), of('lost')]
  if (gained.length + lost.length === 0) return

  const why = `secretary of ${branch._id} by post`
  const audits = [
    ...gained.map(one => ({ memberId: one._id, what: 'office.given' as const, why })),
    ...lost.map(one => ({ memberId: one._id, what: 'office.taken' as const, why })),
  ]
  const lostIds = lost.map(one => one._id)
  const history = audits.map(({ memberId, what }) => ({
    ...{ at: now, by: by.memberId ?? by.openid },
    what: `${what === 'office.given' ? 'appointed' : 'dismissed'}: secretary ${memberId}`,
  }))
  const organizations = store.table(Organizations)
  await Promise.all([
    store.table(Audit).addAll(auditRows(audits, by, ports)),
    ...history.map(row => organizations.update({ _id: branch._id }, { push: { history: row } })),
    // A code that was not used to the end must not give the office back.
    lostIds.length === 0 ? 0 : store.table(Invites).remove({ memberId: { in: lostIds }, 'as.orgId': branch._id }),
  ])
  await Promise.all([
    announce(ports, OfficesChanged, { branchId: branch._id }),
    lostIds.length === 0 ? [] : announce(ports, StandingChanged, { memberIds: lostIds }),
    ...gained.map(async ({ _id: memberId, name }) => {
      const accounts = await ownAccounts(store, memberId)
      await tell(ports, [memberId], sayOfficeAccounts({ memberId, name, at: now }, accounts.length))
    }),
  ])
}
