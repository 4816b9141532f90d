import { firstDoors } from '../../../../core/people/identity/doors'
import { began } from '../../../../core/people/memberships/intervals'
import { foundBy } from '../../../../core/people/finding/found-by'
import type { Profile, ProfileField } from '../../../../core/people/roster/contract'
import { differences, isProfileField, profileOf, sayField, withFields } from '../../../../core/people/roster/profile'
import { dateOf } from '../../../../core/shared/calendar'
import { standsLevel } from '../../../../core/shared/offices'
import { announce } from '../../../kernel/announcements'
import { windUp } from '../../../kernel/departures'
import { Failure } from '../../../kernel/failure'
import { MembersChanged } from '../announcements'
import { Members, Organizations, type Member } from '../documents'
import type { PreviewedRow } from './documents'
import { tellDoors, withNumbers } from '../identity/new-doors'
import { VOLUNTEERS } from '../identity/volunteers'
import { comingTo } from '../memberships/coming'
import type { Place } from './groups'
import type { Importing, Part } from './importing'
import { createHash } from 'node:crypto'

type ChangedRow = PreviewedRow & { memberId: string; seenVersion: number; profile: Profile }

/** Why a membership began that came with a roster. */
const BY_ROSTER = '名册导入'
/** How often a row is tried again that others keep changing in the same moment. */
const MOST_ROUNDS = 5

export const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 20)

export const isChanged = (row: PreviewedRow): row is ChangedRow =>
  row.fate === 'changed' && row.memberId !== undefined && row.seenVersion !== undefined && row.profile !== undefined

export const fieldsOf = (row: PreviewedRow): ProfileField[] => (row.changes ?? []).map(change => change.field).filter(isProfileField)

/** Members by their ids, 1000 at a time. */
const membersOf = async (store: Importing['store'], ids: readonly string[]): Promise<Member[]> => {
  const found: Member[] = []
  for (let start = 0; start < ids.length; start += 1000) found.push(...(await store.table(Members).getMany(ids.slice(start, start + 1000))))
  return found
}

/**
 * Whether people are still as a preview saw them: none that it would change was changed, none has an office by now that is out of the officer's reach.
 */
export const areAsSeen = async ({ store, grants }: Importing, rows: readonly PreviewedRow[]): Promise<boolean> => {
  const changed = rows.filter(isChanged)
  const members = await membersOf(
    store,
    changed.map(row => row.memberId),
  )
  const versions = new Map(members.map(member => [member._id, member.version]))
  return changed.every(row => versions.get(row.memberId) === row.seenVersion) && members.every(member => standsLevel(grants, member.grants))
}

/**
 * Lets a preview be the one that is imported into a branch. One conditional write on the branch decides; one that has been let in before (a second tap, or an
 * import whose server died half-way) may go on.
 */
export const isLetIn = async ({ store, previewId }: Importing, { branchId, rosterVersion }: Part): Promise<boolean> => {
  const organizations = store.table(Organizations)
  const decided = await organizations.update(
    { _id: branchId, rosterVersion, closedAt: { exists: false } },
    { inc: { rosterVersion: 1 }, set: { rosterCommit: previewId } },
  )
  return decided === 1 || (await organizations.get(branchId))?.rosterCommit === previewId
}

/** A member as a new row makes them. Ids come from the preview and the row, in the file's order, so that running again makes no member twice. */
export const memberOf = (
  { previewId, now: since }: Pick<Importing, 'previewId' | 'now'>,
  branchId: string,
  row: PreviewedRow,
  profile: Profile,
  place: Place,
): Member => {
  const importedBy = `${hash(previewId + (row.sheet ?? ''))}-${String(row.row).padStart(5, '0')}`
  return {
    ...profile,
    ...place,
    doors: firstDoors(profile.phones),
    ...foundBy(profile),
    _id: importedBy,
    branchId,
    affiliates: [],
    memberships: began(branchId, { on: dateOf(since), reason: BY_ROSTER }),
    grants: [],
    state: 'active',
    version: 1,
    importedBy,
    since,
    bound: false,
  }
}

/**
 * Writes the changed rows, each on the version that the preview saw. Where a person changed in the moment between the decision and this write, only
 * the fields that still are as the preview showed them are taken: what the person said since then stands. Answers how many people have new numbers that wait
 * for a word.
 */
export const writeChanged = async (
  context: Importing,
  { branchId }: Part,
  changed: readonly ChangedRow[],
  placeOf: (profile: Profile) => Place,
): Promise<number> => {
  const { store, actor, grants, previewId, now } = context
  const members = store.table(Members)
  let waiting = 0
  const placed = (row: ChangedRow, member: Member, profile: Profile) =>
    row.from !== undefined
      ? comingTo(member, { ...placeOf(profile), branchId }, { on: dateOf(now), at: now, reason: BY_ROSTER })
      : fieldsOf(row).includes('groupName')
        ? placeOf(profile)
        : {}
  const write = async (row: ChangedRow, member: Member, profile: Profile): Promise<boolean> => {
    const doors = withNumbers(context, member, profile.phones, actor, 'keeper')
    const written = await members.update(
      { _id: row.memberId, version: member.version },
      { set: { ...profile, ...doors.set, ...foundBy(profile), ...placed(row, member, profile) }, inc: { version: 1 } },
    )
    if (written === 0) return false
    await tellDoors(context, member, doors, actor, previewId, true)
    if (doors.waits.length > 0) waiting += 1
    return true
  }

  let left = [...changed]
  for (let round = 0; left.length > 0; round += 1) {
    if (round === MOST_ROUNDS) throw new Failure('CONFLICT')
    const ids = left.map(row => row.memberId)
    const present = new Map((await membersOf(store, ids)).map(member => [member._id, member]))
    const done = await Promise.all(
      left.map(async row => {
        const member = present.get(row.memberId)
        // An office that was given in the meantime puts its holder out of reach.
        if (!member || !standsLevel(grants, member.grants)) return true
        if (member.version === row.seenVersion) return write(row, member, row.profile)
        const current = profileOf(member)
        const untouched = (row.changes ?? []).filter(
          change => isProfileField(change.field) && sayField(current, change.field) === change.from,
        )
        const merged = withFields(current, row.profile, untouched.map(change => change.field).filter(isProfileField))
        const unchanged = differences(current, merged).length === 0 && (row.from === undefined || member.branchId === branchId)
        return unchanged || write(row, member, merged)
      }),
    )
    left = left.filter((_, index) => done[index] !== true)
  }
  return waiting
}

/** What those who came from another branch have under way there ends as it does with a transfer; a volunteer keeps what they serve in. */
export const leaveFormer = async (context: Importing, changed: readonly ChangedRow[]): Promise<void> => {
  const movers = changed.flatMap(({ memberId, from }) => (from === undefined || from === VOLUNTEERS ? [] : [{ memberId, from }]))
  for (const { memberId } of movers) await windUp(context, { memberId, why: 'transferred', by: context.actor })
  for (const branchId of new Set(movers.map(one => one.from))) await announce(context, MembersChanged, { branchId })
}
