import { mobileMembers as contract } from '../../../../core/people/mobile-members/contract'
import { sayHost } from '../../../../core/people/mobile-members/notices'
import { dateOf } from '../../../../core/shared/calendar'
import { scopesOf } from '../../../../core/shared/scopes'
import { Failure } from '../../../kernel/failure'
import { byText, pageBy } from '../../../kernel/keyset'
import { Members, Organizations, type Member } from '../documents'
import { VOLUNTEERS } from '../identity/volunteers'
import { officersOver } from '../memberships/officers'
import type { Context, Handlers } from '../use-case'
import { MobileMembers, type MobileMember } from './documents'
import { endStay } from './end'
import { exportAway } from './export'
import { itemOf, stayOf } from './item'
import { changeAway, clockAfter, KEPT } from './rows'

const PAGE = 50
/** How often an account may say that people are away: each time others may be told. */
const SAID = { max: 30, windowMs: 60 * 60_000 } as const

/** The person it is about: oneself, an elder one acts for, or a member of the branch whose secretary the caller is. */
const whose = async (
  { store, people, holds }: Pick<Context<'mobile.get'>, 'store' | 'people' | 'holds'>,
  memberId: string,
): Promise<Member> => {
  const own = people.find(one => one._id === memberId)
  if (own) return own
  const member = await store.table(Members).get(memberId)
  if (member?.state !== 'active' || !holds(['secretary'], member.path)) throw new Failure('FORBIDDEN')
  return member
}

/** Members who are away (P07): where they are, who takes them in, when the branch last had word. */
export const handlers: Handlers<typeof contract> = {
  async 'mobile.set'({ memberId, from, until, where, reach, hostBranchId }, context) {
    const { store, openid, actor, now, tell, audit, limit, checkText, fail } = context
    const member = await whose(context, memberId)
    if (member.branchId === VOLUNTEERS) return fail('FORBIDDEN')
    if (until !== undefined && until < from) return fail('INVALID_INPUT', { paths: ['until'] })
    const orgs = await store.table(Organizations).getMany([member.branchId, ...(hostBranchId === undefined ? [] : [hostBranchId])])
    const home = orgs.find(one => one._id === member.branchId)
    const host = orgs.find(one => one._id === hostBranchId && one._id !== member.branchId)
    const isOpen = host?.kind === 'branch' && host.closedAt === undefined
    if (!home || (hostBranchId !== undefined && !isOpen)) return fail('INVALID_INPUT', { paths: ['hostBranchId'] })
    await limit(`${openid}:away`, SAID.max, SAID.windowMs)
    await checkText(where, reach)
    const stay = {
      ...{ name: member.name, branchId: home._id, branchName: home.name, path: home.path },
      scopes: [...new Set([...scopesOf(home.path), ...(host ? scopesOf(host.path) : [])])],
      ...{ away: true, from, where, reach, setBy: actor, setAt: now },
      ...(until === undefined ? {} : { until }),
      ...(host ? { host: { branchId: host._id, name: host.name, path: host.path } } : {}),
    }
    const clock = await clockAfter(store, { branchId: home._id, path: home.path }, dateOf(now), from)
    const fresh: MobileMember = { _id: memberId, ...stay, ...clock, contacts: [], past: [], version: 1 }
    if ((await store.table(MobileMembers).add(fresh)) === 'exists')
      await changeAway(context, memberId, ({ _id, contacts, past, version }) => ({ _id, contacts, past, version, ...stay, ...clock }))
    audit(memberId, 'mobile.set')
    if (host) await tell(await officersOver(store, [host.path], 'secretary', memberId), sayHost({ ...fresh, memberId, at: now }, from))
    return {}
  },

  async 'mobile.end'({ memberId, on }, context) {
    const member = await whose(context, memberId)
    if (await endStay(context, member._id, on)) context.audit(member._id, 'mobile.ended')
    return {}
  },

  async 'mobile.get'({ memberId }, context) {
    const member = await whose(context, memberId ?? context.person._id)
    const row = await context.store.table(MobileMembers).get(member._id)
    return { memberId: member._id, name: member.name, away: row?.away ? stayOf(row) : null }
  },

  async 'mobile.contact'({ memberId, on, by, note = '' }, context) {
    const { store, subject: member, actor, now, holds, audit, checkText, fail } = context
    // Who only takes part here is kept in touch with by their own branch.
    if (!holds(['secretary'], member.path)) return fail('FORBIDDEN')
    const today = dateOf(now)
    if (on > today) return fail('INVALID_INPUT', { paths: ['on'] })
    await checkText(note)
    const row = await store.table(MobileMembers).get(memberId)
    if (!row?.away) return fail('NOT_AWAY')
    const last = row.contacts.at(-1)?.on ?? ''
    const clock = await clockAfter(store, member, on > last ? on : last, row.from)
    const noted = await changeAway(context, memberId, seen => {
      if (!seen.away) return null
      // The same word noted twice is one.
      const others = seen.contacts.filter(one => !(one.on === on && one.by === by && one.note === note))
      const contacts = [...others, { on, by, note, actor }].toSorted((one, next) => one.on.localeCompare(next.on)).slice(-KEPT)
      return { ...seen, contacts, ...clock }
    })
    if (!noted) return fail('NOT_AWAY')
    audit(memberId, 'mobile.contacted')
    return { contactDue: noted.dueOn }
  },

  async 'mobile.list'({ orgId, cursor }, context) {
    const { store } = context
    const { items, cursor: next } = await pageBy(store.table(MobileMembers), { scopes: orgId }, byText('dueOn'), { size: PAGE, cursor })
    const people = await store.table(Members).getMany(items.map(one => one._id))
    return {
      items: items.map(row =>
        itemOf(
          row,
          people.find(one => one._id === row._id),
          context,
        ),
      ),
      cursor: next,
    }
  },

  'mobile.export': exportAway,
}

export { contract }
export { homes } from '../use-case'
