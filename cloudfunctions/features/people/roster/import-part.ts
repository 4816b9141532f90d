import { settled } from '../../../../core/people/roster/answers'
import type { Answered, Profile } from '../../../../core/people/roster/contract'
import { sayImportedDoors } from '../../../../core/people/identity/notices'
import { countFates } from '../../../../core/people/roster/match'
import { labels } from '../../../../core/people/roster/profile'
import { omit } from '../../../../core/shared/fields'
import { announce } from '../../../kernel/announcements'
import { Audit, type AuditRow } from '../../../kernel/documents'
import { tell } from '../../../kernel/tell'
import { MembersChanged } from '../announcements'
import { Members, Organizations, type Organization } from '../documents'
import type { Imported, PreviewedRow } from './documents'
import { secretariesOf } from '../identity/keepers'
import { placesFor } from './groups'
import type { Importing, Part } from './importing'
import { fieldsOf, hash, isChanged, isLetIn, leaveFormer, memberOf, writeChanged } from './write-members'

/** The rows as the officer's answers make them, without those left out. */
export const settledRows = (rows: readonly PreviewedRow[], answers: readonly Answered[]): PreviewedRow[] =>
  rows.flatMap((row): PreviewedRow[] => {
    const way = settled(row, answers)
    if (way === 'as-shown') return [row]
    const { fresh } = row
    if (way !== 'as-new' || !fresh) return []
    return [{ ...omit(row, 'fresh', 'memberId', 'seenVersion', 'from', 'changes'), fate: 'new', profile: fresh }]
  })

/**
 * A branch that the file names and that is not there; safe to repeat. A branch of that name made by others meanwhile is not this one. That its figures are
 * counted follows from its first members.
 */
const found = async ({ store, actor, now }: Importing, { branchId, name, path, parentId }: Part & { parentId: string }): Promise<void> => {
  const { orgKeys } = await import('../../../../core/people/organizations/found-by')
  const branch: Organization = {
    _id: branchId,
    name,
    kind: 'branch',
    branchKind: 'established',
    parentId,
    path,
    rosterVersion: 0,
    findKeys: orgKeys(name),
    history: [{ at: now, by: actor.memberId ?? actor.openid, what: `created: ${name}` }],
  }
  await store.table(Organizations).add(branch)
}

const isFounding = (part: Part): part is Part & { parentId: string } => part.parentId !== undefined

/**
 * Imports the rows of one branch. All of it or, where another was first, nothing: after the one write that decides, each further write may be repeated, so
 * that an import cut off half-way is finished by running again, and one that was finished is only counted. Rows that change nothing touch nothing.
 */
export const importPart = async (
  importing: Importing,
  part: Part,
  all: readonly PreviewedRow[],
  answers: readonly Answered[],
): Promise<Imported> => {
  const { store, actor, previewId, now } = importing
  const { branchId } = part
  const rows = settledRows(all, answers)
  const counts = countFates(rows)
  const imported = { added: counts.new, changed: counts.changed, unchanged: counts.unchanged, leftOut: all.length - rows.length }
  if (counts.new + counts.changed === 0) return imported
  if (isFounding(part)) await found(importing, part)
  if (!(await isLetIn(importing, part))) return { added: 0, changed: 0, unchanged: 0, leftOut: 0, overtaken: true }

  const fresh = rows.filter((row): row is PreviewedRow & { profile: Profile } => row.fate === 'new' && row.profile !== undefined)
  const changed = rows.filter(isChanged)
  const joining = [...fresh, ...changed.filter(row => row.from !== undefined || fieldsOf(row).includes('groupName'))]
  const names = new Set(joining.flatMap(row => row.profile.groupName ?? []))
  const place = await placesFor(importing, part, names, name => `g-${hash(`${branchId}/${name}`)}`)
  const placeOf = (profile: Profile) => place(profile.groupName)
  const added = fresh.map(row => memberOf(importing, branchId, row, row.profile, placeOf(row.profile)))

  const key = hash(previewId)
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
    writeChanged(importing, part, changed, placeOf),
    store.table(Members).addAll(added),
    store.table(Audit).addAll(audits),
  ])
  if (waiting > 0) await tell(importing, await secretariesOf(store, part), sayImportedDoors(waiting, now, `${previewId}:${branchId}`))
  await leaveFormer(importing, changed)
  await announce(importing, MembersChanged, { branchId })
  return imported
}
