import { windUp } from '../../../kernel/departures'
import { announce } from '../../../kernel/announcements'
import { AccountsChanged, HeldAbout } from '../announcements'
import { Accounts } from '../../../kernel/identity'
import { Messages } from '../../../kernel/documents'
import { Members, Organizations } from '../documents'
import type { identity as contract } from '../../../../core/people/identity/contract'
import { correctable, keptAfterWithdrawal, readCorrectedPhones, sayHeld } from '../../../../core/people/identity/held'
import type { Member } from '../documents'
import type { Handlers } from '../use-case'
import { abroadReader } from '../abroad'
import { VOLUNTEERS } from './volunteers'
import { accountsOf, endBond } from './bonds'

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

export const data: Pick<Handlers<typeof contract>, 'me.data' | 'me.correct' | 'me.withdraw'> = {
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

  async 'me.correct'(input, { store, person, checkText, audit, fail }) {
    const abroad = await abroadReader()
    const phones = readCorrectedPhones(input.phones, abroad)
    if ('wrong' in phones) return fail('PHONE_INVALID', { field: 'phones', index: phones.wrong, message: phones.message })
    const emergencyPhones = readCorrectedPhones(input.emergencyPhones, abroad)
    if ('wrong' in emergencyPhones)
      return fail('PHONE_INVALID', { field: 'emergencyPhones', index: emergencyPhones.wrong, message: emergencyPhones.message })
    await checkText(input.residence, input.emergencyName, ...(input.skills ?? []))

    const { residence, emergencyName, skills } = input
    const said: Partial<Member> = {
      ...(phones.numbers ? { phones: phones.numbers } : {}),
      ...(emergencyPhones.numbers ? { emergencyPhones: emergencyPhones.numbers } : {}),
      ...(skills ? { skills: [...new Set(skills)] } : {}),
      ...(residence ? { residence } : {}),
      ...(emergencyName ? { emergencyName } : {}),
    }
    const emptied = [...(residence === '' ? (['residence'] as const) : []), ...(emergencyName === '' ? (['emergencyName'] as const) : [])]
    const differs = correctable.some(field => said[field] !== undefined && !same(said[field], person[field]))
    if (!differs && emptied.every(field => person[field] === undefined)) return {}
    const changed = await store
      .table(Members)
      .update({ _id: person._id, state: 'active' }, { set: said, unset: emptied, inc: { version: 1 } })
    if (changed === 0) return fail('NOT_FOUND')
    audit(person._id, 'data.corrected', [...Object.keys(said), ...emptied].join(' '))
    return {}
  },

  // The places first, then everything but the account, and the account last: cut off half-way, the same tap finds it again and goes on.
  async 'me.withdraw'(_, context) {
    const { store, openid, account, people, actor, audit } = context
    const own = people.find(one => one._id === account?.memberId)
    if (own) {
      const memberId = own._id
      await windUp(context, { memberId, why: 'withdrew', by: actor })
      await store.table(Members).update(
        { _id: memberId },
        // No branch must keep the number of a person who stands on no roster.
        {
          set: { bound: false, skills: [], ...(own.branchId === VOLUNTEERS ? { phones: [] } : {}) },
          unset: ['health', 'note', 'home', 'helping'],
          inc: { version: 1 },
        },
      )
      await announce(context, AccountsChanged, { branchId: own.branchId })
      audit(memberId, 'account.withdrawn')
    }
    await Promise.all((account?.actingFor ?? []).map(bond => endBond(store, { _id: openid }, bond.memberId)))
    await store.table(Accounts).remove({ _id: openid })
    return { kept: own ? [...keptAfterWithdrawal] : [] }
  },
}
