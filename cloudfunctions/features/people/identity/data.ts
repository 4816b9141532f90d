import type { identity as contract } from '../../../../core/people/identity/contract'
import { sayHeld } from '../../../../core/people/identity/held-facts'
import { announce } from '../../../kernel/announcements'
import { Messages } from '../../../kernel/documents'
import { HeldAbout } from '../announcements'
import { Organizations } from '../documents'
import type { Handlers } from '../use-case'
import { accountsOf } from './bonds'

export const data: Handlers<Pick<typeof contract, 'me.data'>> = {
  async 'me.data'(_, context) {
    const { store, person, account } = context
    const memberId = person._id
    const mine = account?.memberId === memberId ? account : null
    const [accounts, organizations, messages, more] = await Promise.all([
      accountsOf(store, memberId),
      store.table(Organizations).getMany([person.branchId, ...person.grants.map(grant => grant.orgId)]),
      store.table(Messages).count({ memberId }),
      announce(context, HeldAbout, { memberId }),
    ])
    const nameOf = (orgId: string) => organizations.find(one => one._id === orgId)?.name ?? ''
    const offices = person.grants.map(grant => ({ role: grant.role, orgName: nameOf(grant.orgId) }))
    return {
      held: sayHeld(person, { branchName: nameOf(person.branchId), offices, messages, more: more.flat(), account: mine }),
      helpers: accounts.flatMap(one =>
        one.actingFor
          .filter(bond => bond.memberId === memberId)
          .map(({ bondId, relation, since, consent }) => ({ bondId, name: one.name ?? '', relation, since, consent })),
      ),
    }
  },
}
