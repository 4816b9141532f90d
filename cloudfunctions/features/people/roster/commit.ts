import { settled } from '../../../../core/people/roster/answers'
import type { Answered, Profile, roster } from '../../../../core/people/roster/contract'
import { sayImportedDoors } from '../../../../core/people/identity/notices'
import { countFates } from '../../../../core/people/roster/match'
import { labels } from '../../../../core/people/roster/profile'
import { omit } from '../../../../core/shared/fields'
import type { Input, Output } from '../../../../core/shared/operation'
import { announce } from '../../../kernel/announcements'
import { Audit, type AuditRow } from '../../../kernel/documents'
import { endFiles } from '../../../kernel/files'
import { MembersChanged } from '../announcements'
import { Members, RosterPreviews, type PreviewedRow, type RosterPreview } from '../documents'
import { secretariesOf } from '../identity/keepers'
import { placesFor } from './groups'
import { type Committing, letIn, hash, isChanged, fieldsOf, memberOf, writeChanged, leaveFormer } from './write-members'

type Commit = (typeof roster)['roster.commit']

/** The rows as the secretary's answers make them, without those left out. */
const settledRows = (rows: readonly PreviewedRow[], answers: readonly Answered[]): PreviewedRow[] =>
  rows.flatMap((row): PreviewedRow[] => {
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

/**
 * Imports a preview. All of it or, where another was first, nothing: after the one write that decides, each further write may be repeated,
 * so that an import cut off half-way is finished by committing again, and a second commit only answers the same counts.
 */
export const commit = async ({ answers = [] }: Input<Commit>, context: Committing): Promise<Output<Commit>> => {
  const { store, actor, now, tell } = context
  const subject = await withAnswers(context, answers)
  if (subject.committedAt !== undefined) return answer(subject)
  const rows = settledRows(subject.rows, subject.answers ?? [])
  await letIn(context, rows)

  const key = hash(subject._id)
  const fresh = rows.filter((row): row is PreviewedRow & { profile: Profile } => row.fate === 'new' && row.profile !== undefined)
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
  const [waiting] = await Promise.all([
    writeChanged(context, changed, placeOf),
    store.table(Members).addAll(added),
    store.table(Audit).addAll(audits),
  ])
  if (waiting > 0) await tell(await secretariesOf(store, subject), sayImportedDoors(waiting, now, subject._id))
  await leaveFormer(context, changed)
  await announce(context, MembersChanged, { branchId: subject.branchId })
  await endFiles(context, { purpose: 'roster', about: subject._id })
  await store.table(RosterPreviews).update({ _id: subject._id }, { set: { committedAt: now } })
  return answer(subject)
}
