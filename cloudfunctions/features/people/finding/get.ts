import type { finding as contract } from '../../../../core/people/finding/contract'
import { roleWords } from '../../../../core/shared/role-words'
import { scopesOf } from '../../../../core/shared/scopes'
import { announce } from '../../../kernel/announcements'
import { FactsAbout } from '../announcements'
import { Organizations } from '../documents'
import type { Handlers } from '../use-case'
import { foundOf } from './found'

export const get: Handlers<Pick<typeof contract, 'person.get'>> = {
  async 'person.get'(_, context) {
    const { store, subject: member, now, audit, fail } = context
    if (member.state !== 'active') return fail('NOT_FOUND')
    const scopes = scopesOf(member.path)
    const [orgs, facts] = await Promise.all([
      store.table(Organizations).getMany([...new Set([...scopes, ...member.grants.map(one => one.orgId)])]),
      announce(context, FactsAbout, { member }),
    ])
    const nameOf = (orgId: string) => orgs.find(one => one._id === orgId)?.name
    audit(member._id, 'person.seen')
    return {
      ...foundOf(member, nameOf(member.branchId) ?? '', now),
      ...(member.gender ? { gender: member.gender } : {}),
      ...(member.residence === undefined ? {} : { residence: member.residence }),
      bound: member.bound,
      places: scopes.flatMap(orgId => {
        const name = nameOf(orgId)
        return name === undefined ? [] : [{ orgId, name }]
      }),
      offices: member.grants.map(one => `${nameOf(one.orgId) ?? ''}${roleWords[one.role]}`),
      facts: facts.flat(),
    }
  },
}
