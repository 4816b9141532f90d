import type { identity as contract } from '../../../../core/people/identity/contract'
import { sayHeld } from '../../../../core/people/identity/held-facts'
import { sayLook } from '../../../../core/people/looks/say-look'
import { sayPhone } from '../../../../core/people/roster/phones'
import { announce } from '../../../kernel/announcements'
import { Audit, Messages } from '../../../kernel/documents'
import { HeldAbout } from '../announcements'
import { Organizations } from '../documents'
import type { Handlers } from '../use-case'
import { shownAccount } from './account-ref'
import { accountsOf } from './bonds'

/** As many rows of who looked as are told, the latest. */
const LOOKED = 100

export const data: Handlers<Pick<typeof contract, 'me.data'>> = {
  async 'me.data'(_, context) {
    const { store, person, account } = context
    const memberId = person._id
    const mine = account?.memberId === memberId ? account : null
    const [accounts, organizations, messages, audited, more] = await Promise.all([
      accountsOf(store, memberId),
      store.table(Organizations).getMany([person.branchId, ...person.grants.map(grant => grant.orgId)]),
      store.table(Messages).count({ memberId }),
      store.table(Audit).find({ memberId }, { order: [['at', 'desc']], limit: LOOKED }),
      announce(context, HeldAbout, { memberId }),
    ])
    const nameOf = (orgId: string) => organizations.find(one => one._id === orgId)?.name ?? ''
    const offices = person.grants.map(grant => ({ role: grant.role, orgName: nameOf(grant.orgId) }))
    const known = {
      branchName: nameOf(person.branchId),
      offices,
      doors: mine ? (person.doors ?? []) : [],
      hasPortrait: person.portrait !== undefined,
      hasHome: person.home !== undefined,
      helping: person.helping?.kinds.length ?? 0,
      accounts: mine ? accounts.filter(one => one.memberId === memberId).map(one => shownAccount(memberId, one)) : [],
      messages,
      more: more.flat(),
      account: mine,
    }
    return {
      held: sayHeld(person, known),
      waitingDoors: mine
        ? (person.waitingDoors ?? []).map(({ doorId, number, by, at }) => ({ doorId, phone: sayPhone(number), by: by.name, at }))
        : [],
      looked: audited
        .filter(one => one.by.memberId !== memberId)
        .map(({ at, by, what }) => ({ at, by: by.name === '' ? '系统' : by.name, what: sayLook(what) })),
      helpers: accounts.flatMap(one =>
        one.actingFor
          .filter(bond => bond.memberId === memberId)
          .map(({ bondId, relation, since, consent }) => ({ bondId, name: one.name ?? '', relation, since, consent })),
      ),
    }
  },
}
