import { officesNotice } from '../../../../core/departures/aftercare/notices'
import { roleWords } from '../../../../core/shared/role-words'
import type { Grant } from '../../../kernel/identity'
import type { Ports } from '../../../kernel/ports'
import type { Store } from '../../../kernel/store'
import { tell } from '../../../kernel/tell'
import { chainOf } from '../../care/public'
import { type Member, Members, Organizations } from '../../people/public'
import { type Farewell, Farewells } from '../documents'

/** The offices with the names of their organizations: 第一党小组 党小组长. */
export const officesIn = async (store: Store, grants: readonly Grant[]) => {
  const orgs = await store.table(Organizations).getMany([...new Set(grants.map(one => one.orgId))])
  return grants.map(({ role, orgId }) => ({ role, orgId, orgName: orgs.find(one => one._id === orgId)?.name ?? '' }))
}

/** Takes the offices of the dead away and tells which are vacant. The grants are noted first, once. */
export const liftOffices = async (ports: Ports, row: Farewell, member: Member): Promise<void> => {
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
  // The secretary fills offices of groups; the street fills the secretary's own office.
  const own = held.some(grant => grant.role === 'secretary')
  const told = [...(own ? [] : chain.secretary), ...(own || chain.secretary.length === 0 ? chain.street : [])]
  await tell(
    ports,
    told.map(one => one.memberId).filter(id => id !== row._id),
    officesNotice(
      row,
      offices.map(one => `${one.orgName}${roleWords[one.role]}`),
      now,
    ),
  )
}

/** Offices with a single holder. */
const single: readonly Grant['role'][] = ['secretary', 'leader']

/** Of the offices of a member restored to life: those that are still free, and those that another member holds by now. */
export const officesLeft = async (store: Store, row: Farewell): Promise<{ free: Grant[]; filled: Grant[] }> => {
  const held = row.grants ?? []
  const ones = held.filter(grant => single.includes(grant.role)).map(grant => grant.orgId)
  const officers = ones.length === 0 ? [] : await store.table(Members).find({ 'grants.orgId': { in: ones } }, { limit: 1000 })
  const others = officers.filter(one => one.state === 'active' && one._id !== row._id).flatMap(one => one.grants)
  const isFilled = (grant: Grant) =>
    single.includes(grant.role) &&
    others.some(other => other.role === grant.role && other.orgId === grant.orgId && other.post === grant.post)
  return { free: held.filter(grant => !isFilled(grant)), filled: held.filter(isFilled) }
}
