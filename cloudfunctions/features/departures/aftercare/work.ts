import { windUp } from '../../../kernel/departures'
import { announce } from '../../../kernel/announcements'
import { MembersChanged, Members, Organizations, PublicCards } from '../../people/public'
import { Accounts } from '../../../kernel/identity'
import { Farewells } from '../documents'
import { scopesOf } from '../../../../core/shared/scopes'
import { officesNotice } from '../../../../core/departures/aftercare/notices'
import { roleWords } from '../../../../core/shared/role-words'
import { careQuiet } from '../../../../core/care/public'
import { quietEnds } from '../../../../core/shared/quiet-hours'
import { changeCare, restorePairingsOf, markBenefits, chainOf, markSpecialCare } from '../../care/public'
import type { Farewell } from '../documents'
import type { Member } from '../../people/public'
import type { Grant } from '../../../kernel/identity'
import type { Ports } from '../../../kernel/ports'
import type { Store } from '../../../kernel/store'
import { tell } from '../../../kernel/tell'
import { tellOfDeath, tellOfMistake } from './concerned'
import { notePlaces, rejoinQueues } from './places'

/** Offices in words: 第一党小组 党小组长. */
export const officesIn = async (store: Store, grants: readonly Grant[]) => {
  const orgs = await store.table(Organizations).getMany([...new Set(grants.map(one => one.orgId))])
  return grants.map(({ role, orgId }) => ({ role, orgId, orgName: orgs.find(one => one._id === orgId)?.name ?? '' }))
}

/** Everything that is worked out from the people of a branch is worked out anew. */
const recount = (ports: Ports, branchId: string) =>
  Promise.all([announce(ports, MembersChanged, { branchId: branchId }), markSpecialCare(ports, branchId), markBenefits(ports, branchId)])

/** Takes the offices of the dead away and says which are empty. What they were is kept first, once. */
const liftOffices = async (ports: Ports, row: Farewell, member: Member): Promise<void> => {
  const { store, now } = ports
  const table = store.table(Farewells)
  await table.update({ _id: row._id, grants: { exists: false } }, { set: { grants: member.grants } })
  const held = (await table.get(row._id))?.grants ?? []
  await store.table(Members).update({ _id: row._id }, { set: { grants: [] } })
  if (held.length === 0) return
  const commandId = `aftercare-${row._id}-${String(row.round)}`
  await Promise.all(
    held.map(({ role, orgId }) =>
      store
        .table(Organizations)
        .update(
          { _id: orgId, 'history.what': { not: `died: ${role} ${row._id} ${String(row.round)}` } },
          { push: { history: { at: now, by: row.markedBy.name, what: `died: ${role} ${row._id} ${String(row.round)}`, commandId } } },
        ),
    ),
  )
  const offices = await officesIn(store, held)
  const chain = await chainOf(store, member)
  // Whoever appoints: the secretary for the groups; for the secretary's own office, the street.
  const own = held.some(grant => grant.role === 'secretary')
  const whom = [...(own ? [] : chain.secretary), ...(own || chain.secretary.length === 0 ? chain.street : [])]
  await tell(
    ports,
    whom.map(one => one.memberId).filter(id => id !== row._id),
    officesNotice(
      row,
      offices.map(one => `${one.orgName}${roleWords[one.role]}`),
      now,
    ),
  )
}

/** Notes what the person had, once, before it is taken: an undo gives it back. */
const noteAll = async (ports: Ports, row: Farewell): Promise<void> => {
  const { store } = ports
  const rows = store.table(Farewells)
  const [found, card] = await Promise.all([
    store.table(Accounts).find({ people: row._id }, { limit: 100 }),
    store.table(PublicCards).get(row._id),
  ])
  const hadCard = card !== null && card.content !== null
  await Promise.all([
    rows.update({ _id: row._id, openids: { exists: false } }, { set: { openids: found.map(one => one._id) } }),
    rows.update({ _id: row._id, hadCard: { exists: false } }, { set: { hadCard } }),
    notePlaces(ports, row._id),
  ])
}

/** Lets festive things leave these people in peace until the end of their time; those no longer named are free again. */
export const mourn = async (
  ports: Ports,
  row: Pick<Farewell, '_id' | 'branchId' | 'quietUntil'>,
  bereavedIds: readonly string[],
): Promise<void> => {
  const members = ports.store.table(Members)
  const { _id: of, quietUntil: until } = row
  const branch = await members.findAll({ branchId: row.branchId })
  // Whoever is no longer named, and whoever was named until another day.
  const outdated = branch.filter(one =>
    one.bereaved?.some(each => each.of === of && (each.until !== until || !bereavedIds.includes(one._id))),
  )
  await Promise.all(outdated.map(one => members.update({ _id: one._id }, { pull: { bereaved: { of } } })))
  await Promise.all(bereavedIds.map(_id => members.update({ _id, 'bereaved.of': { not: of } }, { push: { bereaved: { of, until } } })))
}

/**
 * Stops everything that is for the living. Each step is safe to repeat, and what is taken is noted before it is taken: cut off anywhere, it is
 * done again by the timer. The state of the member comes first, since everything else looks at it.
 */
export const stop = async (ports: Ports, row: Farewell): Promise<void> => {
  const { store } = ports
  const members = store.table(Members)
  await members.update({ _id: row._id, state: 'active' }, { set: { state: 'dead', diedOn: row.diedOn }, inc: { version: 1 } })
  const member = await members.get(row._id)
  if (member?.state !== 'dead') return
  // Before the pairings end: afterwards nobody knows who looked after them.
  await tellOfDeath(ports, member, row)
  await noteAll(ports, row)
  await Promise.all([
    liftOffices(ports, row, member),
    mourn(ports, row, row.bereavedIds),
    windUp(ports, { memberId: row._id, why: 'died', by: row.markedBy }),
  ])
  await recount(ports, row.branchId)
  await store.table(Farewells).update({ _id: row._id, round: row.round }, { unset: ['dueAt'] })
}

/** Offices that one person holds. */
const single: readonly Grant['role'][] = ['secretary', 'leader']

/** Of the offices of whoever lives after all, those that can be given back, and those that somebody else holds by now. */
const officesLeft = async (store: Store, row: Farewell): Promise<{ free: Grant[]; filled: Grant[] }> => {
  const held = row.grants ?? []
  const ones = held.filter(grant => single.includes(grant.role)).map(grant => grant.orgId)
  const officers = ones.length === 0 ? [] : await store.table(Members).find({ 'grants.orgId': { in: ones } }, { limit: 1000 })
  const others = officers.filter(one => one.state === 'active' && one._id !== row._id).flatMap(one => one.grants)
  const isFilled = (grant: Grant) =>
    single.includes(grant.role) && others.some(other => other.role === grant.role && other.orgId === grant.orgId)
  return { free: held.filter(grant => !isFilled(grant)), filled: held.filter(isFilled) }
}

/** Gives back what stopped. Answers, in words, what could not be. */
export const restore = async (ports: Ports, row: Farewell): Promise<string[]> => {
  const { store, now } = ports
  const members = store.table(Members)
  await members.update({ _id: row._id, state: 'dead' }, { set: { state: 'active' }, unset: ['diedOn'], inc: { version: 1 } })
  const { free, filled } = await officesLeft(store, row)
  for (const grant of free) await members.update({ _id: row._id }, { include: { grants: grant } })
  const member = await members.get(row._id)
  if (member?.state !== 'active') return []
  const accounts = await store.table(Accounts).getMany(row.openids ?? [])
  const still = accounts.filter(one => one.memberId === row._id || one.actingFor.some(bond => bond.memberId === row._id))
  const [lost] = await Promise.all([
    rejoinQueues(ports, row),
    ...still.map(one => store.table(Accounts).update({ _id: one._id }, { include: { people: row._id } })),
    changeCare(ports, row._id, care =>
      care.on
        ? null
        : {
            ...care,
            on: true,
            lists: scopesOf(member.path),
            lookAt: care.dueAt === null ? null : quietEnds(careQuiet, Math.max(care.dueAt, now)),
          },
    ),
    mourn(ports, row, []),
    restorePairingsOf(ports, row._id, row.markedAt, row.undoneBy ?? row.markedBy),
  ])
  await tellOfMistake(ports, member, row)
  await recount(ports, row.branchId)
  await store.table(Farewells).update({ _id: row._id, round: row.round }, { unset: ['dueAt'] })
  const taken = (await officesIn(store, filled)).map(one => `${one.orgName}${roleWords[one.role]}已经由别人担任`)
  return [...taken, ...lost, ...(row.hadCard ? ['“亮身份”的名片要本人重新亮出来'] : [])]
}
