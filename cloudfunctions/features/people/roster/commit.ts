import { announce } from '../../../kernel/announcements'
import { MembersChanged } from '../announcements'
import { Audit } from '../../../kernel/documents'
import { Members, Organizations, RosterPreviews } from '../documents'
import { createHash } from 'node:crypto'
import { nameKey } from '../../../../core/people/names/names'
import type { Profile, ProfileField } from '../../../../core/people/roster/contract'
import { countFates } from '../../../../core/people/roster/match'
import { differences, isProfileField, labels, profileOf, sayField, withFields } from '../../../../core/people/roster/profile'
import type { Instant } from '../../../../core/shared/operation'
import type { AuditRow } from '../../../kernel/documents'
import type { Member, RosterPreview } from '../documents'
import type { Context } from '../use-case'
import { placesFor, type Place } from './groups'

type Committing = Context<'roster.commit'>
type Row = RosterPreview['rows'][number]
type ChangedRow = Row & { memberId: string; seenVersion: number; profile: Profile }

/** How often a row is tried again that others keep changing in the same moment. */
const MOST_ROUNDS = 5

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 20)

const isChanged = (row: Row): row is ChangedRow =>
  row.fate === 'changed' && row.memberId !== undefined && row.seenVersion !== undefined && row.profile !== undefined
const fieldsOf = (row: Row): ProfileField[] => (row.changes ?? []).map(change => change.field).filter(isProfileField)
const answer = (rows: readonly Row[]) => {
  const counts = countFates(rows)
  return { added: counts.new, changed: counts.changed, unchanged: counts.unchanged }
}

/**
 * Lets this preview be the one that is imported. One conditional write on the branch decides; a preview that has been let in before (a second tap,
 * or one whose server died half-way) may go on. Ends with ROSTER_CHANGED where another import, or a change of a person it would change, came between.
 */
const letIn = async ({ store, subject, fail }: Committing): Promise<void> => {
  const organizations = store.table(Organizations)
  const changed = subject.rows.filter(isChanged)
  const [branch, members] = await Promise.all([
    organizations.get(subject.branchId),
    changed.length > 0 ? store.table(Members).findAll({ branchId: subject.branchId }) : [],
  ])
  if (!branch) return fail('NOT_FOUND')
  if (branch.rosterCommit === subject._id) return
  const versions = new Map(members.map(member => [member._id, member.version]))
  if (branch.rosterVersion !== subject.rosterVersion || changed.some(row => versions.get(row.memberId) !== row.seenVersion))
    return fail('ROSTER_CHANGED')
  const decided = await organizations.update(
    { _id: branch._id, rosterVersion: subject.rosterVersion },
    { inc: { rosterVersion: 1 }, set: { rosterCommit: subject._id } },
  )
  if (decided === 1) return
  const after = await organizations.get(branch._id)
  if (after?.rosterCommit !== subject._id) return fail('ROSTER_CHANGED')
}

/** A member as a new row makes them. Ids come from the preview and the row, in the file's order, so that running again makes nobody twice. */
const memberOf = (subject: RosterPreview, row: Row, profile: Profile, place: Place, since: Instant): Member => {
  const importedBy = `${hash(subject._id + (row.sheet ?? ''))}-${String(row.row).padStart(5, '0')}`
  return {
    ...profile,
    ...place,
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
 * the fields that still are as the preview showed them are taken: what the person said since then stands.
 */
const writeChanged = async ({ store, subject, fail }: Committing, placeOf: (profile: Profile) => Place): Promise<void> => {
  const members = store.table(Members)
  const moved = (row: ChangedRow, profile: Profile) => (fieldsOf(row).includes('groupName') ? placeOf(profile) : {})
  const write = async (row: ChangedRow, version: number, profile: Profile): Promise<boolean> =>
    (await members.update({ _id: row.memberId, version }, { set: { ...profile, nameKey: nameKey(profile.name), ...moved(row, profile) }, inc: { version: 1 } })) === 1

  const rows = subject.rows.filter(isChanged)
  const written = await Promise.all(rows.map(row => write(row, row.seenVersion, row.profile)))
  let left = rows.filter((_, index) => written[index] !== true)
  for (let round = 0; left.length > 0; round += 1) {
    if (round === MOST_ROUNDS) return fail('CONFLICT')
    const present = new Map((await members.findAll({ branchId: subject.branchId })).map(member => [member._id, member]))
    const done = await Promise.all(
      left.map(async row => {
        const member = present.get(row.memberId)
        if (!member) return true
        const current = profileOf(member)
        const untouched = (row.changes ?? []).filter(
          change => isProfileField(change.field) && sayField(current, change.field) === change.from,
        )
        const merged = withFields(current, row.profile, untouched.map(change => change.field).filter(isProfileField))
        return differences(current, merged).length === 0 || write(row, member.version, merged)
      }),
    )
    left = left.filter((_, index) => done[index] !== true)
  }
}

/**
 * Imports a preview. All of it or, where someone else was first, nothing: after the one write that decides, every further write may be repeated, so
 * that an import cut off half-way is finished by committing again, and a second commit only answers the same counts.
 */
export const commit = async (
  _input: { previewId: string },
  context: Committing,
): Promise<{ added: number; changed: number; unchanged: number }> => {
  const { store, subject, actor, now } = context
  if (subject.committedAt !== undefined) return answer(subject.rows)
  await letIn(context)

  const key = hash(subject._id)
  const fresh = subject.rows.filter((row): row is Row & { profile: Profile } => row.fate === 'new' && row.profile !== undefined)
  const joining = [...fresh, ...subject.rows.filter(isChanged).filter(row => fieldsOf(row).includes('groupName'))]
  const names = new Set(joining.flatMap(row => row.profile.groupName ?? []))
  const place = await placesFor(context, names, name => `g-${hash(`${subject.branchId}/${name}`)}`)
  const placeOf = (profile: Profile) => place(profile.groupName)
  const added = fresh.map(row => memberOf(subject, row, row.profile, placeOf(row.profile), now))

  const audit = (memberId: string, why: string): AuditRow => ({
    _id: `${key}:${memberId}`,
    memberId,
    what: 'roster.commit',
    why,
    by: actor,
    at: now,
  })
  const audits = [
    ...added.map(member => audit(member._id, '导入花名册：新增')),
    ...subject.rows.filter(isChanged).map(row =>
      audit(
        row.memberId,
        `导入花名册：${fieldsOf(row)
          .map(field => labels[field])
          .join('、')}`,
      ),
    ),
  ]
  await Promise.all([store.table(Members).addAll(added), writeChanged(context, placeOf), store.table(Audit).addAll(audits)])
  await announce(context, MembersChanged, { branchId: subject.branchId })
  await store.table(RosterPreviews).update({ _id: subject._id }, { set: { committedAt: now } })
  return answer(subject.rows)
}
