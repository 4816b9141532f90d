import { dateOf } from '../../../../core/shared/calendar'
import type { Output } from '../../../../core/shared/operation'
import type { roster } from '../../../../core/people/roster/contract'
import { countFates } from '../../../../core/people/roster/match'
import { readRoster, type RosterReading } from '../../../../core/people/roster/read'
import { claimFiles } from '../../../kernel/files'
import { inGroups } from '../../../kernel/in-groups'
import { Members } from '../documents'
import { Progress, RosterPreviews, type RosterPreview } from './documents'
import { abroadReader } from '../abroad'
import { judgeByBranch, type Judged } from './by-branch'
import { peopleElsewhere } from './elsewhere'
import { judgeFor, type Previewing } from './judge'
import { partsOf, previewShown, putPart } from './shown'

type Previewed = Output<(typeof roster)['roster.preview']>

/** A list of more people is no roster of one branch (S0: a community of 530). */
const MOST_OF_A_BRANCH = 2000
/** Nor is this of one file, half as many again as a district (S0: 10,193 people in 121 branches): what one call reads in its time. */
const MOST_OF_A_FILE = 15_000

/** Parts that are written at a time. */
const AT_A_TIME = 8

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

/** A file whose people all belong to the branch. */
const judgeIntoBranch = async (context: Previewing, reading: RosterReading): Promise<Judged[]> => {
  const { store, subject: branch } = context
  const [members, elsewhere] = await Promise.all([
    store.table(Members).findAll({ branchId: branch._id }),
    peopleElsewhere(
      context,
      reading.people.flatMap(one => one.facts?.said.phones ?? []),
    ),
  ])
  const { _id: branchId, name, path, rosterVersion } = branch
  return [{ branchId, name, path, rosterVersion, rows: judgeFor(context, reading.people, { branchId, members, elsewhere }) }]
}

/** The reading of a file that may be previewed, or why it may not. */
const readingOf = async (context: Previewing, fileId: string, byBranch: boolean): Promise<RosterReading> => {
  const { now, fail } = context
  const reading = readRoster(await sheetsOf(context, fileId), dateOf(now), { byBranch, abroad: await abroadReader() })
  const { found, people } = reading
  if (!found) return fail('ROSTER_NO_HEADER')
  if (byBranch && people.length > 0 && people.every(one => !one.branch)) return fail('ROSTER_NO_BRANCH_COLUMN')
  const most = byBranch ? MOST_OF_A_FILE : MOST_OF_A_BRANCH
  return people.length > most ? fail('ROSTER_TOO_LONG', { most, found: people.length }) : reading
}

/**
 * Reads an uploaded workbook and keeps what each row would do, under the command's id: the same command sent again answers the same preview.
 * Nothing of the roster is written. The rows of each branch are a document of their own; the preview is there once all of them are.
 */
export const preview = async ({ fileId }: { fileId: string }, context: Previewing): Promise<Previewed> => {
  const { store, subject: org, commandId, openid, actor, now, fail } = context
  if (org.kind === 'group') return fail('INVALID_INPUT', { paths: ['orgId'] })
  const byBranch = org.kind !== 'branch'
  const previews = store.table(RosterPreviews)
  const earlier = await previews.get(commandId)
  const known = async (one: RosterPreview | null) =>
    one?.orgId === org._id && one.createdBy.openid === openid
      ? previewShown(one, await partsOf(store, one, one.branches))
      : fail('CONFLICT')
  if (earlier) return known(earlier)
  if (org.closedAt !== undefined) return fail('CONFLICT')

  const mark = (done: number, total: number): Promise<void> => store.table(Progress).put({ _id: commandId, done, total, at: now })
  const [reading] = await Promise.all([readingOf(context, fileId, byBranch), mark(0, 0)])
  const total = reading.people.length
  await mark(Math.floor(total / 3), total)
  const judged = await (byBranch ? judgeByBranch(context, reading) : judgeIntoBranch(context, reading))
  const long = judged.find(one => one.rows.length > MOST_OF_A_BRANCH && one.name !== '')
  if (long) return fail('ROSTER_TOO_LONG', { most: MOST_OF_A_BRANCH, found: long.rows.length, branchName: long.name })

  const parts = judged.map(({ rows, ...branch }) => ({
    branch: { ...branch, counts: countFates(rows), asked: rows.filter(row => row.asks && row.fate !== 'unchanged').length },
    rows,
  }))
  let written = 0
  await mark(Math.floor(total / 2), total)
  await inGroups(parts, AT_A_TIME, async ({ branch, rows }) => {
    await putPart(store, commandId, { branchId: branch.branchId, rows, at: now })
    written += rows.length
  })
  const made: RosterPreview = {
    _id: commandId,
    orgId: org._id,
    path: org.path,
    byBranch,
    branches: parts.map(one => one.branch),
    ignored: reading.ignored,
    unread: reading.unread,
    createdBy: actor,
    createdAt: now,
  }
  const [added] = await Promise.all([previews.add(made), mark(total, total)])
  return added === 'added' ? previewShown(made, parts) : known(await previews.get(commandId))
}
