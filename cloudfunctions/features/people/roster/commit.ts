import { announce } from '../../../kernel/announcements'
import { windUp } from '../../../kernel/departures'
import { MembersChanged } from '../announcements'
import { Audit } from '../../../kernel/documents'
import { Members, Organizations, RosterPreviews } from '../documents'
import { createHash } from 'node:crypto'
import { nameKey } from '../../../../core/people/names/names'
import type { Answered, Profile, ProfileField, roster } from '../../../../core/people/roster/contract'
import { settled } from '../../../../core/people/roster/answers'
import { countFates } from '../../../../core/people/roster/match'
import { differences, isProfileField, labels, profileOf, sayField, withFields } from '../../../../core/people/roster/profile'
import { omit } from '../../../../core/shared/fields'
import type { Input, Instant, Output } from '../../../../core/shared/operation'
import type { AuditRow } from '../../../kernel/documents'
import type { Member, PreviewedRow, RosterPreview } from '../documents'
import type { Context } from '../use-case'
import { VOLUNTEERS } from '../identity/volunteers'
import { placesFor, type Place } from './groups'

type Commit = (typeof roster)['roster.commit']
type Committing = Context<'roster.commit'>
type Row = PreviewedRow
type ChangedRow = Row & { memberId: string; seenVersion: number; profile: Profile }

/** How often a row is tried again that others keep changing in the same moment. */
const MOST_ROUNDS = 5

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 20)

const isChanged = (row: Row): row is ChangedRow =>
  row.fate === 'changed' && row.memberId !== undefined && row.seenVersion !== undefined && row.profile !== undefined
const fieldsOf = (row: Row): ProfileField[] => (row.changes ?? []).map(change => change.field).filter(isProfileField)

/** The rows as the secretary's answers make them, without those left out. */
const settledRows = (rows: readonly Row[], answers: readonly Answered[]): Row[] =>
  rows.flatMap((row): Row[] => {
    const way = settled(row, answers)
    if (way === 'as-shown') return [row]
    const { fresh } = row
    if (way !== 'as-new' || !fresh) return []
    return [{ ...omit(row, 'fresh', 'memberId', 'seenVersion', 'from', 'changes'), fate: 'new', profile: fresh }]
  })

const answer = ({ rows, answers = [] }: RosterPreview) => {
  const kept = settledRows(rows, answers)
  const counts = countFates(kept)
  const leftOut = rows.length - kept.length
  return { added: counts.new, changed: counts.changed, unchanged: counts.unchanged, ...(leftOut > 0 ? { leftOut } : {}) }
}

/** The answers by which this preview is imported: the first that came stand, so that an import that was cut off is finished as it began. */
const withAnswers = async ({ store, subject, fail }: Committing, answers: Answered[]): Promise<RosterPreview> => {
  if (subject.answers) return subject
  const previews = store.table(RosterPreviews)
  if ((await previews.update({ _id: subject._id, answers: { exists: false } }, { set: { answers } })) > 0) return { ...subject, answers }
  return (await previews.get(subject._id)) ?? fail('NOT_FOUND')
}

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
const letIn = async (context: Committing, rows: readonly Row[]): Promise<void> => {
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

/** A member as a new row makes them. Ids come from the preview and the row, in the file's order, so that running again makes no member twice. */
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
const writeChanged = async (context: Committing, changed: readonly ChangedRow[], placeOf: (profile: Profile) => Place): Promise<void> => {
  const { store, subject, now, fail } = context
  const members = store.table(Members)
  const moved = (row: ChangedRow, profile: Profile) =>
    row.from !== undefined
      ? { ...placeOf(profile), branchId: subject.branchId, since: now }
      : fieldsOf(row).includes('groupName')
        ? placeOf(profile)
        : {}
  const write = async (row: ChangedRow, version: number, profile: Profile): Promise<boolean> =>
    (await members.update(
      { _id: row.memberId, version },
      { set: { ...profile, nameKey: nameKey(profile.name), ...moved(row, profile) }, inc: { version: 1 } },
    )) === 1

  const written = await Promise.all(changed.map(row => write(row, row.seenVersion, row.profile)))
  let left = changed.filter((_, index) => written[index] !== true)
  for (let round = 0; left.length > 0; round += 1) {
    if (round === MOST_ROUNDS) return fail('CONFLICT')
    const present = new Map(
      (
        await membersOf(
          context,
          left.map(row => row.memberId),
        )
      ).map(member => [member._id, member]),
    )
    const done = await Promise.all(
      left.map(async row => {
        const member = present.get(row.memberId)
        if (!member) return true
        const current = profileOf(member)
        const untouched = (row.changes ?? []).filter(
          change => isProfileField(change.field) && sayField(current, change.field) === change.from,
        )
        const merged = withFields(current, row.profile, untouched.map(change => change.field).filter(isProfileField))
        const unchanged = differences(current, merged).length === 0 && (row.from === undefined || member.branchId === subject.branchId)
        return unchanged || write(row, member.version, merged)
      }),
    )
    left = left.filter((_, index) => done[index] !== true)
  }
}

/** What those who came from another branch have under way there ends as it does with a transfer; a volunteer keeps what they serve in. */
const leaveFormer = async (context: Committing, changed: readonly ChangedRow[]): Promise<void> => {
  const movers = changed.flatMap(({ memberId, from }) => (from === undefined || from === VOLUNTEERS ? [] : [{ memberId, from }]))
  for (const { memberId } of movers) await windUp(context, { memberId, why: 'transferred', by: context.actor })
  for (const branchId of new Set(movers.map(one => one.from))) await announce(context, MembersChanged, { branchId })
}

/**
 * Imports a preview. All of it or, where another was first, nothing: after the one write that decides, each further write may be repeated,
 * so that an import cut off half-way is finished by committing again, and a second commit only answers the same counts.
 */
export const commit = async ({ answers = [] }: Input<Commit>, context: Committing): Promise<Output<Commit>> => {
  const { store, actor, now } = context
  const subject = await withAnswers(context, answers)
  if (subject.committedAt !== undefined) return answer(subject)
  const rows = settledRows(subject.rows, subject.answers ?? [])
  await letIn(context, rows)

  const key = hash(subject._id)
  const fresh = rows.filter((row): row is Row & { profile: Profile } => row.fate === 'new' && row.profile !== undefined)
  const changed = rows.filter(isChanged)
  const joining = [...fresh, ...changed.filter(row => row.from !== undefined || fieldsOf(row).includes('groupName'))]
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
    ...changed.map(row =>
      audit(
        row.memberId,
        `导入花名册：${row.from === undefined ? '' : '转入本支部，'}${fieldsOf(row)
          .map(field => labels[field])
          .join('、')}`,
      ),
    ),
  ]
  await Promise.all([store.table(Members).addAll(added), writeChanged(context, changed, placeOf), store.table(Audit).addAll(audits)])
  await leaveFormer(context, changed)
  await announce(context, MembersChanged, { branchId: subject.branchId })
  await store.table(RosterPreviews).update({ _id: subject._id }, { set: { committedAt: now } })
  return answer(subject)
}
