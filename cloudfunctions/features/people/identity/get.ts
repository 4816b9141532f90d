import type { Environment } from '../../../../core/shared/environment'
import type { identity as contract } from '../../../../core/people/identity/contract'
import { PRIVACY_VERSION } from '../../../../core/people/identity/rules'
import { Messages } from '../../../kernel/documents'
import { Organizations, type Member, type Organization } from '../documents'
import { readableBy } from '../messages/readable'
import { setupStanding } from '../setup/standing'
import type { Handlers } from '../use-case'

const nameOf = (organizations: readonly Organization[], orgId: string | null) => organizations.find(one => one._id === orgId)?.name

const personOf = (member: Member, organizations: readonly Organization[]) => {
  const groupName = nameOf(organizations, member.groupId)
  return {
    memberId: member._id,
    name: member.name,
    branchId: member.branchId,
    branchName: nameOf(organizations, member.branchId) ?? '',
    ...(groupName === undefined ? {} : { groupName }),
  }
}

/** What the phone has to know of the environment. */
const shownEnvironment = ({ names, templates, on }: Environment) => ({
  ...names,
  templates: Object.fromEntries(Object.entries(templates).map(([name, { id }]) => [name, id])),
  phoneBinding: on.phoneBinding,
})

export const get: Handlers<Pick<typeof contract, 'me.get'>> = {
  async 'me.get'(_, { store, openid, account, people, environment, now }) {
    const own = people.find(one => one._id === account?.memberId)
    const helped = people.flatMap(member => {
      const bond = member === own ? undefined : account?.actingFor.find(one => one.memberId === member._id)
      return bond ? [{ member, relation: bond.relation }] : []
    })
    const wanted = [...people.flatMap(one => [one.branchId, one.groupId ?? one.branchId]), ...(own?.grants.map(grant => grant.orgId) ?? [])]
    const [setup, organizations, ...unread] = await Promise.all([
      people.length === 0 ? setupStanding(store) : null,
      store.table(Organizations).getMany([...new Set(wanted)]),
      ...readableBy(account, people).map(filter => store.table(Messages).count({ ...filter, read: false })),
    ])
    return {
      openid,
      member: own ? personOf(own, organizations) : null,
      grants: (own?.grants ?? []).map(({ role, orgId }) => ({ role, orgId, orgName: nameOf(organizations, orgId) ?? '' })),
      actingFor: helped.map(({ member, relation }) => ({ ...personOf(member, organizations), relation })),
      privacyAgreed: account?.privacy?.version === PRIVACY_VERSION,
      unreadMessages: unread.reduce((sum, count) => sum + count, 0),
      environment: shownEnvironment(environment()),
      ...(setup?.needed ? { setupNeeded: true as const } : {}),
      now,
    }
  },
}
