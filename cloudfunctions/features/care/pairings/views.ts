import { CareContacts } from '../special-care/documents'
import { Members } from '../../people/public'
import { Caseloads, PairingHistory } from './documents'
import { Visits } from '../visits/documents'
import type { pairings as contract } from '../../../../core/care/pairings/contract'
import { suggest, suggestAll } from '../../../../core/care/pairings/suggest'
import type { Instant } from '../../../../core/shared/operation'
import type { PairingEpisode } from './documents'
import { caseloadsOf, helpersOf } from './helpers'
import type { VisitRecord } from '../visits/documents'
import type { Handlers } from '../use-case'
import type { Store } from '../../../kernel/store'
import { gapsOf, listOf } from './lists'
import { careOf, loadWithWords, wanting, worldOf } from './people'

type Viewing = Handlers<Omit<typeof contract, 'pairing.set' | 'pairing.end' | 'pairing.handOver' | 'pairing.export'>>

/** More pairings than one person ever had. */
const MOST = 1000
/** How many are offered for one elder. */
const OFFERED = 6

const why: Record<PairingEpisode['cause'], string> = {
  ended: '',
  replaced: '改由别的同志联系',
  'handed-over': '交接给别的同志',
  died: '老同志去世',
  'helper-died': '联系人去世',
}

/** How the last visit that somebody recorded went; special care keeps only its own people's. */
const lastRecord = async (store: Store, memberId: string): Promise<VisitRecord | undefined> => {
  const [visit] = await store.table(Visits).find(
    { memberId, state: 'done' },
    {
      order: [
        ['record.at', 'desc'],
        ['_id', 'desc'],
      ],
      limit: 1,
    },
  )
  return visit?.record
}

const latest = (one: Instant | null | undefined, other: Instant | null): Instant | null =>
  typeof one === 'number' && other !== null ? Math.max(one, other) : (one ?? other)

export const views: Viewing = {
  'pairing.gaps': async (_, { store, subject }) => ({ items: gapsOf(await worldOf(store, subject), subject) }),

  'pairing.list': async (_, { store, subject }) => listOf(await worldOf(store, subject), subject),

  async 'pairing.suggest'(_, { store, subject }) {
    const { candidates } = await worldOf(store, { _id: subject.branchId, kind: 'branch', parentId: null })
    return { items: suggest(wanting(subject), candidates).slice(0, OFFERED) }
  },

  async 'pairing.plan'({ helperId }, { store, subject }) {
    const [{ members, candidates }, own] = await Promise.all([
      worldOf(store, { _id: subject.branchId, kind: 'branch', parentId: null }),
      store.table(Caseloads).get(helperId),
    ])
    const elders = own?.elders ?? []
    const others = candidates.filter(one => one.helperId !== helperId)
    const people = new Map(members.map(one => [one._id, one]))
    const wants = elders.map(one => {
      const member = people.get(one.memberId)
      return member ? wanting(member) : { memberId: one.memberId, groupId: null }
    })
    const given = suggestAll(wants, others)
    return {
      name: subject.name,
      items: elders.map(({ memberId, name, kind, since }) => ({ memberId, name, kind, since, to: given.get(memberId) ?? null })),
      others: suggest({ memberId: helperId, groupId: null }, others),
    }
  },

  async 'pairing.history'({ memberId }, { store }) {
    const history = store.table(PairingHistory)
    const [asElder, asHelper, helping, own] = await Promise.all([
      history.find({ memberId }, { limit: MOST }),
      history.find({ helperId: memberId }, { limit: MOST }),
      caseloadsOf(store, [memberId]),
      store.table(Caseloads).get(memberId),
    ])
    const over = [...asElder, ...asHelper].map(one => ({
      helperId: one.helperId,
      helperName: one.helperName,
      memberId: one.memberId,
      name: one.name,
      kind: one.kind,
      since: one.since,
      until: one.until,
      reason: one.reason || why[one.cause],
    }))
    const lasting = [...helping, ...(own ? [own] : [])].flatMap(({ _id, name, elders }) =>
      elders
        .filter(one => _id === memberId || one.memberId === memberId)
        .map(one => ({
          helperId: _id,
          helperName: name,
          memberId: one.memberId,
          name: one.name,
          kind: one.kind,
          since: one.since,
          until: null,
          reason: '',
        })),
    )
    return { items: [...lasting, ...over.sort((one, other) => other.until - one.until)] }
  },

  async 'pairing.mine'(_, { store, person }) {
    const [own, helpers] = await Promise.all([store.table(Caseloads).get(person._id), helpersOf(store, [person._id])])
    const ids = (own?.elders ?? []).map(one => one.memberId)
    const [members, contacts, seen] = await Promise.all([
      store.table(Members).getMany(ids),
      store.table(CareContacts).getMany(ids),
      Promise.all(ids.map(id => lastRecord(store, id))),
    ])
    const people = new Map(members.map(one => [one._id, one]))
    const heard = new Map(contacts.map(one => [one._id, one]))
    const records = new Map(ids.map((id, index) => [id, seen[index]]))
    return {
      elders: (own?.elders ?? []).map(({ memberId, name, kind, since }) => {
        const member = people.get(memberId)
        const { lastCallAt, lastVisitAt } = heard.get(memberId) ?? {}
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
          ...(calledAt === null ? {} : { lastCallAt: calledAt }),
          ...(visitedAt === null ? {} : { lastVisitAt: visitedAt }),
        }
      }),
      helpers: (helpers.get(person._id) ?? []).map(({ memberId, name, kind, since }) => ({ memberId, name, kind, since })),
      load: loadWithWords(own ?? undefined),
      ...(person.portrait === undefined ? {} : { portrait: person.portrait }),
    }
  },

  async 'pairing.phone'({ memberId }, { store, account, audit, fail }) {
    const [own, elder] = await Promise.all([
      account?.memberId ? store.table(Caseloads).get(account.memberId) : null,
      store.table(Members).get(memberId),
    ])
    if (!elder || !own?.elders.some(one => one.memberId === memberId)) return fail('NOT_PAIRED')
    audit(memberId, 'pairing.phone')
    return { phones: elder.phones, emergency: elder.emergencyPhones.map(phone => ({ name: elder.emergencyName ?? '', phone })) }
  },
}
