import type { memberships as contract } from '../../../../core/people/memberships/contract'
import { affiliated, left } from '../../../../core/people/memberships/intervals'
import { sayAffiliated } from '../../../../core/people/memberships/notices'
import { nameKey } from '../../../../core/people/names/names'
import { dateOf } from '../../../../core/shared/calendar'
import { announce } from '../../../kernel/announcements'
import { byText, pageBy } from '../../../kernel/keyset'
import type { Ports } from '../../../kernel/ports'
import { settle } from '../../../kernel/settle'
import { tell } from '../../../kernel/tell'
import { oneNumber } from '../abroad'
import { MembersChanged } from '../announcements'
import { Members, Organizations, type Member, type Organization } from '../documents'
import { VOLUNTEERS } from '../identity/volunteers'
import type { Context, Handlers } from '../use-case'
import { membershipsOf } from './log'
import { officersOver } from './officers'

const PAGE = 50
/** More people than share a number. */
const SHARERS = 20
/** How often a secretary may look for a person elsewhere. */
const LOOKS = { max: 30, windowMs: 60 * 60_000 } as const

const isOnRoster = (member: Member | null): member is Member => member?.state === 'active' && member.branchId !== VOLUNTEERS

interface Changing {
  comes: boolean
  reason: string | undefined
}

/**
 * Takes a person in as an affiliate of a branch, or lets them go. One write changes their present place and the log together. Answers whether this call did
 * it; null for a person who is on no roster.
 */
export const changeAffiliation = async (
  ports: Ports,
  memberId: string,
  branch: Pick<Organization, '_id' | 'name' | 'path'>,
  { comes, reason }: Changing,
): Promise<boolean | null> => {
  const { store, now } = ports
  const members = store.table(Members)
  const cause = { on: dateOf(now), reason }
  const member = await settle(async () => {
    const seen = await members.get(memberId)
    if (!isOnRoster(seen)) return null
    const log = membershipsOf(seen)
    const next = comes ? affiliated(log, branch._id, cause) : left(log, branch._id, cause)
    if (next === log) return 'as it was' as const
    const others = seen.affiliates.filter(one => one.branchId !== branch._id)
    const affiliates = comes ? [...others, { branchId: branch._id, path: branch.path }] : others
    const after = { ...seen, affiliates, memberships: next, version: seen.version + 1 }
    return (await members.swap(seen, after)) ? after : undefined
  })
  if (member === null) return null
  if (member === 'as it was') return false
  const home = await store.table(Organizations).get(member.branchId)
  const said = sayAffiliated({ memberId, name: member.name, homeName: home?.name ?? '', branchName: branch.name, at: now }, comes)
  await Promise.all([
    tell(ports, [memberId], said.member),
    officersOver(store, [home?.path ?? member.path], 'secretary', memberId).then(ids => tell(ports, ids, said.home)),
    announce(ports, MembersChanged, { branchId: branch._id }),
  ])
  return true
}

type Act = 'membership.affiliate' | 'membership.leave'
const change = async (context: Context<Act>, memberId: string, reason: string | undefined, comes: boolean) => {
  const { subject: branch, checkText, audit, fail } = context
  await checkText(reason)
  if (branch.kind !== 'branch' || (comes && branch.closedAt !== undefined)) return fail('INVALID_INPUT', { paths: ['branchId'] })
  const changed = await changeAffiliation(context, memberId, branch, { comes, reason })
  if (changed === null) return fail('NOT_FOUND')
  if (changed) audit(memberId, comes ? 'membership.affiliated' : 'membership.left', branch.name)
  return {}
}

type Affiliations = Pick<typeof contract, Act | 'membership.affiliates' | 'membership.find'>

export const affiliates: Handlers<Affiliations> = {
  'membership.affiliate': ({ memberId, reason }, context) => change(context, memberId, reason, true),
  'membership.leave': ({ memberId, reason }, context) => change(context, memberId, reason, false),

  async 'membership.affiliates'({ branchId, cursor }, { store, may }) {
    const taking = { 'affiliates.branchId': branchId, state: 'active' } as const
    const { items, cursor: next } = await pageBy(store.table(Members), taking, byText('_id'), { size: PAGE, cursor })
    const homes = await store.table(Organizations).getMany([...new Set(items.map(one => one.branchId))])
    return {
      items: items.map(member => {
        const interval = membershipsOf(member).findLast(one => one.branchId === branchId && one.until === null)
        return {
          memberId: member._id,
          name: member.name,
          homeName: homes.find(one => one._id === member.branchId)?.name ?? '',
          since: interval?.since ?? null,
          ...(interval?.reason === undefined ? {} : { reason: interval.reason }),
        }
      }),
      cursor: next,
      may: may('affiliate', 'leave'),
    }
  },

  async 'membership.find'({ branchId, name, phone }, { store, openid, limit }) {
    await limit(`${openid}:find`, LOOKS.max, LOOKS.windowMs)
    const number = await oneNumber(phone)
    if (number === null) return { people: [] }
    const found = await store.table(Members).find({ phones: number }, { limit: SHARERS })
    const people = found.filter(one => isOnRoster(one) && one.branchId !== branchId && nameKey(one.name) === nameKey(name))
    const homes = await store.table(Organizations).getMany([...new Set(people.map(one => one.branchId))])
    return {
      people: people.map(one => ({
        memberId: one._id,
        name: one.name,
        homeName: homes.find(home => home._id === one.branchId)?.name ?? '',
      })),
    }
  },
}
