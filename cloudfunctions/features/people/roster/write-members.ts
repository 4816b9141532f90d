import { firstDoors } from '../../../../core/people/identity/doors'
import { nameKey } from '../../../../core/people/names/names'
import type { Profile, ProfileField } from '../../../../core/people/roster/contract'
import { differences, isProfileField, profileOf, sayField, withFields } from '../../../../core/people/roster/profile'
import { standsLevel } from '../../../../core/shared/offices'
import type { Instant } from '../../../../core/shared/operation'
import { announce } from '../../../kernel/announcements'
import { windUp } from '../../../kernel/departures'
import { MembersChanged } from '../announcements'
import { Members, Organizations, type Member, type PreviewedRow, type RosterPreview } from '../documents'
import { tellDoors, withNumbers } from '../identity/new-doors'
import { VOLUNTEERS } from '../identity/volunteers'
import type { Context } from '../use-case'
import type { Place } from './groups'
import { createHash } from 'node:crypto'

export type Committing = Context<'roster.commit'>

type ChangedRow = PreviewedRow & { memberId: string; seenVersion: number; profile: Profile }

/** How often a row is tried again that others keep changing in the same moment. */
const MOST_ROUNDS = 5

export const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 20)

export const isChanged = (row: PreviewedRow): row is ChangedRow =>
  row.fate === 'changed' && row.memberId !== undefined && row.seenVersion !== undefined && row.profile !== undefined

export const fieldsOf = (row: PreviewedRow): ProfileField[] => (row.changes ?? []).map(change => change.field).filter(isProfileField)

/** Members by their ids, 1000 at a time. */
const membersOf = async ({ store }: Pick<Committing, 'store'>, ids: readonly string[]): Promise<Member[]> => {
  const found: Member[] = []
  for (let start = 0; start < ids.length; start += 1000) found.push(...(await store.table(Members).getMany(ids.slice(start, start + 1000))))
  return found
}

/**
 * Lets this preview be the one that is imported. One conditional write on the branch decides; a preview that has been let in before (a second tap,
 * or one whose server died half-way) may go on. Ends with ROSTER_CHANGED where another import, or a change of a person it would change, came between.
 */
export const letIn = async (context: Committing, rows: readonly PreviewedRow[]): Promise<void> => {
  const { store, subject, fail } = context
  const organizations = store.table(Organizations)
  const changed = rows.filter(isChanged)
  const [branch, members] = await Promise.all([
    organizations.get(subject.branchId),
    membersOf(
      context,
      changed.map(row => row.memberId),
    ),
  ])
  if (!branch) return fail('NOT_FOUND')
  if (branch.rosterCommit === subject._id) return
  const versions = new Map(members.map(member => [member._id, member.version]))
  // An office given since the preview puts its holder out of reach.
  const own = context.people.find(one => one._id === context.account?.memberId)
  if (
    branch.rosterVersion !== subject.rosterVersion ||
    changed.some(row => versions.get(row.memberId) !== row.seenVersion) ||
    !members.every(member => standsLevel(own?.grants ?? [], member.grants))
  )
    return fail('ROSTER_CHANGED')
  const decided = await organizations.update(
    { _id: branch._id, rosterVersion: subject.rosterVersion },
    { inc: { rosterVersion: 1 }, set: { rosterCommit: subject._id } },
  )
  if (decided === 1) return
  const after = await organizations.get(branch._id)
  if (after?.rosterCommit !== subject._id) return fail('ROSTER_CHANGED')
}

/** A member as a new row makes them. Ids come from the preview and the row, in the file's order, so that running again makes no member twice. */
export const memberOf = (subject: RosterPreview, row: PreviewedRow, profile: Profile, place: Place, since: Instant): Member => {
  const importedBy = `${hash(subject._id + (row.sheet ?? ''))}-${String(row.row).padStart(5, '0')}`
  return {
    ...profile,
    ...place,
    doors: firstDoors(profile.phones),
    nameKey: nameKey(profile.name),
    _id: importedBy,
    branchId: subject.branchId,
    affiliates: [],
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
  context: Committing,
  changed: readonly ChangedRow[],
  placeOf: (profile: Profile) => Place,
): Promise<number> => {
  const { store, subject, actor, commandId, now, fail } = context
  const members = store.table(Members)
  let waiting = 0
  const moved = (row: ChangedRow, profile: Profile) =>
    row.from !== undefined
      ? { ...placeOf(profile), branchId: subject.branchId, since: now }
      : fieldsOf(row).includes('groupName')
        ? placeOf(profile)
        : {}
  const write = async (row: ChangedRow, member: Member, profile: Profile): Promise<boolean> => {
    const doors = withNumbers(context, member, profile.phones, actor, 'keeper')
    const written = await members.update(
      { _id: row.memberId, version: member.version },
      { set: { ...profile, nameKey: nameKey(profile.name), ...doors.set, ...moved(row, profile) }, inc: { version: 1 } },
    )
    if (written === 0) return false
    await tellDoors(context, member, doors, actor, commandId, true)
    if (doors.waits.length > 0) waiting += 1
    return true
  }

  let left = [...changed]
  for (let round = 0; left.length > 0; round += 1) {
    if (round === MOST_ROUNDS) return fail('CONFLICT')
    const ids = left.map(row => row.memberId)
    const present = new Map((await membersOf(context, ids)).map(member => [member._id, member]))
    const done = await Promise.all(
      left.map(async row => {
        const member = present.get(row.memberId)
        if (!member) return true
        if (member.version === row.seenVersion) return write(row, member, row.profile)
        const current = profileOf(member)
        const untouched = (row.changes ?? []).filter(
          change => isProfileField(change.field) && sayField(current, change.field) === change.from,
        )
        const merged = withFields(current, row.profile, untouched.map(change => change.field).filter(isProfileField))
        const unchanged = differences(current, merged).length === 0 && (row.from === undefined || member.branchId === subject.branchId)
        return unchanged || write(row, member, merged)
      }),
    )
    left = left.filter((_, index) => done[index] !== true)
  }
  return waiting
}

/** What those who came from another branch have under way there ends as it does with a transfer; a volunteer keeps what they serve in. */
export const leaveFormer = async (context: Committing, changed: readonly ChangedRow[]): Promise<void> => {
  const movers = changed.flatMap(({ memberId, from }) => (from === undefined || from === VOLUNTEERS ? [] : [{ memberId, from }]))
  for (const { memberId } of movers) await windUp(context, { memberId, why: 'transferred', by: context.actor })
  for (const branchId of new Set(movers.map(one => one.from))) await announce(context, MembersChanged, { branchId })
}
