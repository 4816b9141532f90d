import { began } from '../../../../core/people/memberships/intervals'
import type { FoundBy } from '../../../../core/people/finding/found-by'
import { firstDoors } from '../../../../core/people/identity/doors'
import type { joining as contract } from '../../../../core/people/joining/contract'
import { answerFields } from '../../../../core/people/joining/notices'
import { ANSWERED_FOR_MS } from '../../../../core/people/joining/rules'
import { dateOf } from '../../../../core/shared/calendar'
import { standsOver } from '../../../../core/shared/offices'
import type { Instant } from '../../../../core/shared/operation'
import { routes } from '../../../../core/shared/routes'
import { announce } from '../../../kernel/announcements'
import { logFault } from '../../../kernel/log'
import type { Ports } from '../../../kernel/ports'
import { MembersChanged } from '../announcements'
import { Joinings, type Joining } from './documents'
import { Members, Organizations, type Member, type Organization } from '../documents'
import { markCoverage } from '../coverage/marks'
import { newInvite } from '../identity/invites'
import type { Context, Handlers } from '../use-case'
import { tellDesk } from './ask'
import { branchNamed } from './desk'

/** As a new row of the roster makes them: the number WeChat verified is their first, and so a door. */
const memberOf = ({ memberId, name, phone }: Joining, branch: Organization, found: FoundBy, now: Instant): Member => ({
  ...{ _id: memberId, branchId: branch._id, groupId: null, path: branch.path, affiliates: [], grants: [] },
  memberships: began(branch._id, { on: dateOf(now), reason: '书记加进名册' }),
  ...{ state: 'active', version: 1, since: now, bound: false, name, ...found },
  ...{ phones: [phone], doors: firstDoors([phone]), emergencyPhones: [], care: [], skills: [] },
})

/** Tells the account that asked, where it agreed to be told; it sees the answer in any case when it comes back. */
const tellAsker = async ({ wechat, now }: Pick<Ports, 'wechat' | 'now'>, { openid }: Joining, added: boolean): Promise<void> => {
  const message = { kind: 'account-bound' as const, page: routes.bind(), fields: answerFields(added, now) }
  await wechat.send(openid, message).catch((error: unknown) => logFault(error, { joining: 'answer' }))
}

/** One conditional write says yes, once; answers whether this call did, null where it was answered otherwise. */
const sayYes = async ({ store, subject: row, now }: Context<'joining.add'>, addedId: string): Promise<boolean | null> => {
  const joinings = store.table(Joinings)
  const set = { state: 'added' as const, addedId, until: now + ANSWERED_FOR_MS }
  if ((await joinings.update({ _id: row._id, memberId: row.memberId, state: 'open' }, { set })) > 0) return true
  return (await joinings.get(row._id))?.addedId === addedId ? false : null
}

export const answer: Handlers<Pick<typeof contract, 'joining.add' | 'joining.decline' | 'joining.place'>> = {
  async 'joining.add'({ memberId: chosen }, context) {
    const { store, subject: row, people, account, now, audit, fail } = context
    const members = store.table(Members)
    const branch = await store.table(Organizations).get(row.orgId)
    if (branch?.kind !== 'branch' || branch.closedAt !== undefined) return fail('CONFLICT')
    if (chosen !== undefined) {
      const member = await members.get(chosen)
      if (member?.state !== 'active' || member.branchId !== branch._id) return fail('NOT_FOUND')
      // An officer is invited by the office above (docs/decisions/0013-identity.md).
      const own = people.find(one => one._id === account?.memberId)
      if (!standsOver(own?.grants ?? [], member.grants)) return fail('FORBIDDEN')
    }
    const addedId = chosen ?? row.memberId
    const first = await sayYes(context, addedId)
    if (first === null) return fail('CONFLICT')
    const { foundBy } = await import('../../../../core/people/finding/found-by')
    const found = foundBy({ name: row.name, phones: [row.phone] })
    if (chosen === undefined && (await members.add(memberOf(row, branch, found, now))) === 'added') {
      audit(addedId, 'roster.added')
      // A file that is being looked at meanwhile would bring them a second time.
      await store.table(Organizations).update({ _id: branch._id }, { inc: { rosterVersion: 1 } })
      await announce(context, MembersChanged, { branchId: branch._id })
    }
    const { inviteCode } = await newInvite(context, { memberId: addedId, as: { kind: 'self' } })
    await store.table(Joinings).update({ _id: row._id, addedId }, { set: { inviteCode } })
    audit(addedId, 'roster.invite')
    if (first) await tellAsker(context, row, true)
    return { memberId: addedId }
  },
  async 'joining.decline'(_, context) {
    const { store, subject: row, now } = context
    const set = { state: 'declined' as const, until: now + ANSWERED_FOR_MS }
    if ((await store.table(Joinings).update({ _id: row._id, memberId: row.memberId, state: 'open' }, { set })) > 0)
      await tellAsker(context, row, false)
    if (!row.toBranch) await markCoverage(context, [row.orgId])
    return {}
  },
  async 'joining.place'({ branch: said }, context) {
    const { store, subject: row, people, account, fail } = context
    const own = people.find(one => one._id === account?.memberId)
    const branch = await branchNamed(store, said)
    const within = own?.grants.some(grant => branch?.path.startsWith(grant.path)) ?? false
    if (!branch || !within) return fail('BRANCH_UNCLEAR')
    const set = { orgId: branch._id, path: branch.path, toBranch: true }
    if ((await store.table(Joinings).update({ _id: row._id, memberId: row.memberId, state: 'open' }, { set })) > 0)
      await tellDesk(context, branch, row)
    await markCoverage(context, [row.orgId])
    return { branchName: branch.name }
  },
}
