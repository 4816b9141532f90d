import type { identity as contract } from '../../../../core/people/identity/contract'
import { correctable, keptAfterWithdrawal, readCorrectedPhones, sayHeld } from '../../../../core/people/identity/held'
import type { Member } from '../documents'
import { peopleChanged } from '../roster/people-changed'
import type { Handlers } from '../../../kernel/ports'
import { withdrawPublicCard } from '../public-cards/withdraw'
import { VOLUNTEERS } from '../../service/volunteers/home'
import { accountsOf, endBond } from './bonds'

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

export const data: Pick<Handlers<typeof contract>, 'me.data' | 'me.correct' | 'me.withdraw'> = {
  async 'me.data'(_, { store, person, account }) {
    const memberId = person._id
    const mine = account?.memberId === memberId ? account : null
    const [accounts, organizations, attended, read, messages, served] = await Promise.all([
      accountsOf(store, memberId),
      store.table('organizations').getMany([person.branchId, ...person.grants.map(grant => grant.orgId)]),
      store.table('attendance').count({ memberId }),
      store.table('receipts').count({ memberId }),
      store.table('messages').count({ memberId }),
      store.table('services').count({ memberId }),
    ])
    const nameOf = (orgId: string) => organizations.find(one => one._id === orgId)?.name ?? ''
    const offices = person.grants.map(grant => ({ role: grant.role, orgName: nameOf(grant.orgId) }))
    return {
      held: sayHeld(person, { branchName: nameOf(person.branchId), offices, attended, read, messages, served, account: mine }),
      helpers: accounts.flatMap(one =>
        one.actingFor
          .filter(bond => bond.memberId === memberId)
          .map(({ bondId, relation, since, consent }) => ({ bondId, name: one.name ?? '', relation, since, consent })),
      ),
    }
  },

  async 'me.correct'(input, { store, person, checkText, audit, fail }) {
    const phones = readCorrectedPhones(input.phones)
    if ('wrong' in phones) return fail('PHONE_INVALID', { field: 'phones', index: phones.wrong })
    const emergencyPhones = readCorrectedPhones(input.emergencyPhones)
    if ('wrong' in emergencyPhones) return fail('PHONE_INVALID', { field: 'emergencyPhones', index: emergencyPhones.wrong })
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
      .table('members')
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
      // Loaded here alone: posts and requests would cost every other request its start.
      const [accounts, { releasePlaces }] = await Promise.all([accountsOf(store, memberId), import('../../departures/release')])
      await releasePlaces(context, memberId, actor)
      const others = accounts.filter(one => one._id !== openid)
      await Promise.all([
        store.table('invites').remove({ memberId }),
        store.table('messages').remove({ memberId }),
        withdrawPublicCard(context, memberId),
        ...others.map(one => endBond(store, one, memberId)),
        store.table('members').update(
          { _id: memberId },
          // No branch must keep the number of whoever stands on no roster.
          {
            set: { bound: false, skills: [], ...(own.branchId === VOLUNTEERS ? { phones: [] } : {}) },
            unset: ['health', 'note', 'home', 'helping'],
            inc: { version: 1 },
          },
        ),
      ])
      await peopleChanged(context, own.branchId)
      audit(memberId, 'account.withdrawn')
    }
    await Promise.all((account?.actingFor ?? []).map(bond => endBond(store, { _id: openid }, bond.memberId)))
    await store.table('accounts').remove({ _id: openid })
    return { kept: own ? [...keptAfterWithdrawal] : [] }
  },
}
