import { claimFiles } from '../../../kernel/files'
import { Members, Progress, RosterPreviews } from '../documents'
import type { roster } from '../../../../core/people/roster/contract'
import { countFates, judgeRows, type HeldMember, type JudgedRow } from '../../../../core/people/roster/match'
import { profileOf } from '../../../../core/people/roster/profile'
import { readRoster } from '../../../../core/people/roster/read'
import { dateOf } from '../../../../core/shared/calendar'
import { standsLevel } from '../../../../core/shared/offices'
import type { Output } from '../../../../core/shared/operation'
import type { Member, PreviewedRow, RosterPreview } from '../documents'
import { abroadReader } from '../abroad'
import { peopleElsewhere } from './elsewhere'
import type { ProgressMark } from '../documents'
import type { Context } from '../use-case'

type Previewing = Context<'roster.preview'>
type Previewed = Output<(typeof roster)['roster.preview']>

/** A file of more people is no roster of one branch (S0: a community of 530), and its preview would not fit WeChat's 1 MB of a reply. */
const MOST_PEOPLE = 2000

/** A roster that is not imported goes with its preview. */
const DAY = 24 * 60 * 60_000

const missing = (error: unknown): boolean => {
  const text = error instanceof Error ? `${error.message} ${JSON.stringify(error)}` : JSON.stringify(error)
  return /NONEXIST|-503003|no such file|not exist|invalid.*file_?id|\b404\b/i.test(text)
}

/** The sheets of the uploaded file; the parts that read spreadsheets are loaded here, and by no other request. */
const sheetsOf = async (context: Previewing, fileId: string) => {
  const { files, fail, commandId, now } = context
  await claimFiles(context, [fileId], { purpose: 'roster', about: commandId, endsAt: now + DAY })
  const content = await files.read(fileId).catch((error: unknown) => {
    if (missing(error)) return fail('ROSTER_FILE_UNREADABLE', { message: '没有找到这个文件，可能没有传完。请重新选择' })
    throw error
  })
  const { readWorkbook, UnreadableWorkbook } = await import('../../../spreadsheets/read')
  return readWorkbook(content).catch((error: unknown) => {
    if (error instanceof UnreadableWorkbook) return fail('ROSTER_FILE_UNREADABLE', { message: error.message })
    throw error
  })
}

const heldOf = (member: Member): HeldMember => ({
  memberId: member._id,
  profile: profileOf(member),
  ...(member.state === 'active' ? {} : { gone: member.state }),
})

/** A row of a person whose office ranks above the caller's: nothing of it is written. */
const outOfReach = ({ row, sheet, name }: JudgedRow): PreviewedRow => ({
  row,
  ...(sheet === undefined ? {} : { sheet }),
  name,
  fate: 'error',
  errors: [{ column: '姓名', cell: name, message: '这位同志担任上级职务，资料由上级党组织来改，这一行没有导入' }],
})

const shownOf = ({ _id, rows, ignored, unread = [] }: RosterPreview): Previewed => ({
  previewId: _id,
  rows: rows.map(({ row, sheet, name, fate, changes, errors, warnings, asks, memberId, fresh }) => ({
    row,
    ...(sheet === undefined ? {} : { sheet }),
    name,
    fate,
    ...(changes ? { changes } : {}),
    ...(errors ? { errors } : {}),
    ...(warnings ? { warnings } : {}),
    ...(asks ? { asks } : {}),
    // Who it is, unless that is what is asked.
    ...(memberId !== undefined && fresh === undefined ? { memberId } : {}),
  })),
  counts: countFates(rows),
  ignored,
  unread,
})

/**
 * Reads an uploaded workbook and keeps what each row would do, under the command's id: the same command sent again answers the same preview.
 * Nothing of the roster is written.
 */
export const preview = async ({ fileId }: { fileId: string }, context: Previewing): Promise<Previewed> => {
  const { store, subject: branch, commandId, openid, actor, now, fail } = context
  const previews = store.table(RosterPreviews)
  const mark = (done: number, total: number): Promise<void> => {
    const progress: ProgressMark = { _id: commandId, done, total, at: now }
    return store.table(Progress).put(progress)
  }
  const answer = (one: RosterPreview | null) =>
    one?.branchId === branch._id && one.createdBy.openid === openid ? shownOf(one) : fail('CONFLICT')
  const earlier = await previews.get(commandId)
  if (earlier) return answer(earlier)

  const [sheets] = await Promise.all([sheetsOf(context, fileId), mark(0, 0)])
  const reading = readRoster(sheets, dateOf(now), await abroadReader())
  if (!reading.found) return fail('ROSTER_NO_HEADER')
  const total = reading.people.length
  if (total > MOST_PEOPLE) return fail('ROSTER_TOO_LONG', { most: MOST_PEOPLE, found: total })
  const [members, elsewhere] = await Promise.all([
    store.table(Members).findAll({ branchId: branch._id }),
    peopleElsewhere(
      context,
      reading.people.flatMap(one => one.facts?.said.phones ?? []),
    ),
    mark(Math.floor(total / 2), total),
  ])

  const own = context.people.find(one => one._id === context.account?.memberId)
  const known = new Map([...members, ...elsewhere.map(one => one.member)].map(member => [member._id, member]))
  const others = elsewhere.map(({ member, home }) => ({ ...heldOf(member), home }))
  const rows = judgeRows(reading.people, members.map(heldOf), others).map((row): PreviewedRow => {
    const member = row.memberId === undefined ? undefined : known.get(row.memberId)
    if (!member) return row
    if (row.fate === 'changed' && !standsLevel(own?.grants ?? [], member.grants)) return outOfReach(row)
    return { ...row, seenVersion: member.version, ...(member.branchId === branch._id ? {} : { from: member.branchId }) }
  })
  const made: RosterPreview = {
    _id: commandId,
    branchId: branch._id,
    path: branch.path,
    rosterVersion: branch.rosterVersion,
    rows,
    ignored: reading.ignored,
    unread: reading.unread,
    createdBy: actor,
    createdAt: now,
  }
  const [added] = await Promise.all([previews.add(made), mark(total, total)])
  return answer(added === 'added' ? made : await previews.get(commandId))
}
