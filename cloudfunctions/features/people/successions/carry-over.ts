import { affiliatesAfter, grantsAfter, placeAfter } from '../../../../core/people/organizations/going'
import { goneOver } from '../../../../core/people/memberships/intervals'
import { scopesOf } from '../../../../core/shared/scopes'
import { announce } from '../../../kernel/announcements'
import { Duplicate } from '../../../kernel/failure'
import { omit } from '../../../../core/shared/fields'
import type { Ports } from '../../../kernel/ports'
import { placeNow, rightsGo, rowsGo, succeed } from '../../../kernel/succession'
import { AccountsChanged, MembersChanged, OfficesChanged, RecordsMerged } from '../announcements'
import { Members, Organizations, type Member } from '../documents'
import { membershipsOf } from '../memberships/log'
import type { StoredSuccession } from './documents'

/** A call that took this long leaves the rest to the timer. */
const BEGINS_MS = 8000
/** More groups and former branches than lie below one branch. */
const MOST_BELOW = 500
/** More officers than one branch and its groups have. */
const MOST_OFFICERS = 500

const entry = ({ at, by, commandId, on, documentNo, fileIds }: StoredSuccession, what: string) => ({
  ...{ at, by: by.memberId ?? by.openid, what, commandId, on },
  ...(documentNo === undefined ? {} : { documentNo }),
  ...(fileIds.length === 0 ? {} : { fileIds }),
})

/** The branch that ends is closed, points on to the one in its place, and lies under it for those who look into the past. */
const close = async ({ store }: Ports, row: StoredSuccession): Promise<void> => {
  const { from, into, fromName, intoName, intoPath, reason, at, on, commandId } = row
  const table = store.table(Organizations)
  await table.update(
    { _id: from, closedAt: { exists: false } },
    {
      set: { closedAt: at, closedOn: on, mergedInto: into, path: `${intoPath}${from}/` },
      inc: { rosterVersion: 1 },
      push: { history: entry(row, `merged: ${intoName}：${reason}`) },
    },
  )
  await table.update(
    { _id: into, 'history.commandId': { not: commandId } },
    { push: { history: entry(row, `absorbed: ${fromName}：${reason}`) } },
  )
}

/** Notes on both branches what was split off; once. */
const noteSplit = async ({ store }: Ports, row: StoredSuccession): Promise<void> => {
  const { from, fromName, intoName, reason, commandId } = row
  await store
    .table(Organizations)
    .update({ _id: from, 'history.commandId': { not: commandId } }, { push: { history: entry(row, `split: ${intoName}：${reason}`) } })
  await store
    .table(Organizations)
    .update(
      { _id: row.into, 'history.what': { not: `split-from: ${fromName}` } },
      { push: { history: entry(row, `split-from: ${fromName}`) } },
    )
}

/** A group that goes over, under its own name where that is free there. */
const moveGroup = async ({ store }: Ports, row: StoredSuccession, _id: string, place: { from: string; into: string }): Promise<void> => {
  const table = store.table(Organizations)
  const group = await table.get(_id)
  if (!group) return
  if (group.path === place.from) {
    // One that was closed before stays a group of the branch that it was closed in.
    const parent = group.closedAt === undefined ? { parentId: row.into } : {}
    const { orgKeys } = await import('../../../../core/people/organizations/found-by')
    const names = [group.name, `原${row.fromName}${group.name}`.slice(0, 40), `原${group.name}${_id.slice(-4)}`]
    for (const name of names) {
      try {
        await table.update(
          { _id, path: place.from },
          {
            set: { ...parent, path: place.into, name, findKeys: orgKeys(name) },
            push: { history: entry(row, `moved: ${row.fromName} → ${row.intoName}`) },
          },
        )
        break
      } catch (error) {
        if (!(error instanceof Duplicate)) throw error
      }
    }
  }
  const moved = await table.get(_id)
  if (moved) await store.table(Members).update({ path: place.into, groupName: { not: moved.name } }, { set: { groupName: moved.name } })
}

/** What lies below the branch goes over: the groups, and the branches that had come to it before. */
const moveBelow = async (ports: Ports, row: StoredSuccession): Promise<void> => {
  const { fromPath, intoPath, paths, from, into, past } = row
  for (const place of paths) {
    const _id = scopesOf(place.from).at(-1)
    if (_id !== undefined && _id !== from) await moveGroup(ports, row, _id, place)
  }
  if (row.kind === 'split') return
  const table = ports.store.table(Organizations)
  // What the branch hosted is hosted by the one in its place.
  await table.update({ hostId: from, _id: { not: into } }, { set: { hostId: into } })
  for (const _id of past) await table.update({ _id, path: `${fromPath}${_id}/` }, { set: { path: `${intoPath}${_id}/` } })
}

const goesOver = (row: StoredSuccession) => {
  const [groups, chosen] = [new Set(row.groupIds), new Set(row.memberIds)]
  return ({ _id, groupId }: Member) => row.kind === 'merge' || chosen.has(_id) || (groupId !== null && groups.has(groupId))
}

/** The people go over, with what each takes part in elsewhere; those who died or left stay where they were, under the rights of the one in its place. */
const moveMembers = async (ports: Ports, row: StoredSuccession): Promise<void> => {
  const { from, into } = row
  const table = ports.store.table(Members)
  const goes = goesOver(row)
  const going = (await table.findAll({ branchId: from, state: 'active' })).filter(goes)
  await rowsGo(ports, Members, going, member => {
    if (member.branchId !== from || member.state !== 'active') return undefined
    const place = placeAfter(member, row)
    return {
      ...(place.groupId === null ? omit(member, 'groupName') : member),
      ...place,
      affiliates: affiliatesAfter(member.affiliates, into, row),
      memberships: goneOver(membershipsOf(member), from, into, row),
      version: member.version + 1,
    }
  })
  await rightsGo(ports, Members, { branchId: from, state: { in: ['dead', 'moved'] } }, row)
  if (row.kind === 'split') return
  const beside = await table.findAll({ 'affiliates.branchId': from })
  await rowsGo(ports, Members, beside, member => ({
    ...member,
    affiliates: affiliatesAfter(member.affiliates, member.branchId, row),
    memberships: goneOver(membershipsOf(member), from, into, row),
    version: member.version + 1,
  }))
}

/** Offices over what went over go on. */
const moveOffices = async (ports: Ports, row: StoredSuccession): Promise<void> => {
  const over = row.paths.flatMap(one => scopesOf(one.from).at(-1) ?? [])
  const officers = await ports.store.table(Members).find({ 'grants.orgId': { in: over } }, { limit: MOST_OFFICERS })
  await rowsGo(ports, Members, officers, member => {
    const held = member.grants.some(grant => placeNow(row, grant.path) !== undefined)
    return held ? { ...member, grants: grantsAfter(member.grants, row), version: member.version + 1 } : undefined
  })
}

/** Groups that were made in the moment in which the branch was closed go over with the others. */
const withStragglers = async ({ store }: Ports, row: StoredSuccession): Promise<StoredSuccession> => {
  if (row.kind === 'split') return row
  const below = await store.table(Organizations).find({ path: { startsWith: row.fromPath } }, { limit: MOST_BELOW })
  const missing = below.filter(one => one.kind === 'group' && !row.paths.some(({ from }) => from === one.path))
  const paths = [...row.paths, ...missing.map(one => ({ from: one.path, into: `${row.intoPath}${one._id}/` }))]
  return { ...row, paths }
}

/** The people who came over to a branch from the other. */
export const cameOver = async (
  { store }: Pick<Ports, 'store'>,
  { from, into }: Pick<StoredSuccession, 'from' | 'into'>,
): Promise<string[]> => {
  const there = await store.table(Members).findAll({ branchId: into, state: 'active' })
  const cameFrom = (one: Member) => membershipsOf(one).some(({ branchId, kind, until }) => branchId === from && kind === 'primary' && until)
  return there.filter(cameFrom).map(one => one._id)
}

/**
 * Brings over what goes from one branch to the other: the tree, the people and their offices, then the rows of every collection. Safe to repeat and to
 * be cut off anywhere: what is left is found again.
 * @returns who came over, and whether all of it is done
 */
export const carryOver = async (ports: Ports, stored: StoredSuccession): Promise<{ memberIds: string[]; done: boolean }> => {
  const { from, into } = stored
  if (stored.kind === 'merge') await close(ports, stored)
  else await noteSplit(ports, stored)
  const row = await withStragglers(ports, stored)
  await moveBelow(ports, row)
  await moveMembers(ports, row)
  await moveOffices(ports, row)
  const memberIds = await cameOver(ports, row)
  const { fromName, intoName, paths, past } = row
  // A call begins nothing more when its time is up; the timer goes on.
  if (ports.elapsed() > BEGINS_MS) return { memberIds, done: false }
  await succeed(ports, { from, fromName, into, intoName, paths, past, memberIds })
  for (const branchId of [from, into])
    await Promise.all([MembersChanged, AccountsChanged, OfficesChanged, RecordsMerged].map(one => announce(ports, one, { branchId })))
  return { memberIds, done: true }
}
