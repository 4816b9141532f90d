import type { pairings as contract } from '../../../../core/care/pairings/contract'
import type { Instant } from '../../../../core/shared/operation'
import { byNumber, firstBy } from '../../../kernel/keyset'
import type { Store } from '../../../kernel/store'
import { Members } from '../../people/public'
import { CareContacts } from '../special-care/documents'
import type { Handlers } from '../use-case'
import { type VisitRecord, Visits } from '../visits/documents'
import { careOf, loadWithWords } from './branch-pairings'
import { Caseloads } from './documents'
import { helpersOf } from './helpers'

/** The record of the member's last visit; special care keeps only those of its own elders. */
const lastRecord = async (store: Store, memberId: string): Promise<VisitRecord | undefined> => {
  const [visit] = await firstBy(store.table(Visits), { memberId, state: 'done' }, byNumber('record.at', 'desc'), 1)
  return visit?.record
}

const latest = (one: Instant | null | undefined, other: Instant | null): Instant | null =>
  typeof one === 'number' && other !== null ? Math.max(one, other) : (one ?? other)

export const mine: Handlers<Pick<typeof contract, 'pairing.mine'>> = {
  async 'pairing.mine'(_, { store, person }) {
    const [own, helpers] = await Promise.all([store.table(Caseloads).get(person._id), helpersOf(store, [person._id])])
    const ids = (own?.elders ?? []).map(one => one.memberId)
    const [members, contacts, seen] = await Promise.all([
      store.table(Members).getMany(ids),
      store.table(CareContacts).getMany(ids),
      Promise.all(ids.map(id => lastRecord(store, id))),
    ])
    const byId = new Map(members.map(one => [one._id, one]))
    const contactById = new Map(contacts.map(one => [one._id, one]))
    const records = new Map(ids.map((id, index) => [id, seen[index]]))
    return {
      elders: (own?.elders ?? []).map(({ memberId, name, kind, since }) => {
        const member = byId.get(memberId)
        const { lastCallAt, lastVisitAt } = contactById.get(memberId) ?? {}
        const record = records.get(memberId)
        const calledAt = latest(lastCallAt, record?.by === 'call' ? record.at : null)
        const visitedAt = latest(lastVisitAt, record?.by === 'visit' ? record.at : null)
        return {
          memberId,
          name: member?.name ?? name,
          kind,
          since,
          care: member ? careOf(member) : [],
          ...(member?.residence === undefined ? {} : { residence: member.residence }),
          ...(member?.portrait === undefined ? {} : { portrait: member.portrait }),
          ...(calledAt === null ? {} : { lastCallAt: calledAt }),
          ...(visitedAt === null ? {} : { lastVisitAt: visitedAt }),
        }
      }),
      helpers: (helpers.get(person._id) ?? []).map(({ memberId, name, kind, since }) => ({ memberId, name, kind, since })),
      load: loadWithWords(own ?? undefined),
      ...(person.portrait === undefined ? {} : { portrait: person.portrait }),
    }
  },
}
