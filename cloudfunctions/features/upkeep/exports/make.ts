import { zipSync } from 'fflate'
import { routes } from '../../../../core/shared/routes'
import { shanghai } from '../../../../core/shared/calendar'
import type { Telling } from '../../../../core/shared/notices'
import { exportPath, writeKept } from '../../../kernel/files'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { Organizations, type Organization } from '../../people/public'
import { HandOvers, type HandOver } from '../documents'
import { workbookOf } from './workbook'

const DAY = 24 * 60 * 60_000
/** Organizations that one run looks at, workbooks it writes, and how long one zip may be: a function has 20 s and 256 MB. */
const [LOOKED_AT, WRITTEN, ZIP_BYTES] = [50, 4, 20_000_000]

/** Names of files, without what a path or Windows does not take. */
const fileName = (name: string) => name.replace(/[^\p{Script=Han}\p{L}\p{N}_-]/gu, '').slice(0, 60)

/** Changes the row as it was read; null where another run was faster. */
const change = async (
  { store }: Pick<Ports, 'store'>,
  row: HandOver,
  set: Partial<HandOver>,
  over: readonly 'due'[] = [],
): Promise<HandOver | null> => {
  const { _id, version } = row
  const changed = await store.table(HandOvers).update({ _id, version }, { set, unset: over, inc: { version: 1 } })
  return changed === 0 ? null : { ...row, ...set, version: version + 1 }
}

/** Makes the next part of an export: workbooks of branches, then zips of them, then the word to the officer. Safe to be cut off and to run twice. */
export const continueExport = async (ports: Ports, row: HandOver): Promise<void> => {
  if (!row.written) await writeBranches(ports, row)
  else if (row.zipped < row.workbooks.length) await zipSome(ports, row)
  else await finish(ports, row)
}

const writeBranches = async (ports: Ports, first: HandOver): Promise<void> => {
  const { store, now } = ports
  // Everything below the organization, in the order of paths; itself may be a branch.
  const after =
    first.after === '' ? { gte: first.path, lt: `${first.path}\uffff` } : { gte: `${first.after}\u0000`, lt: `${first.path}\uffff` }
  const orgs = await store.table(Organizations).find({ path: after }, { order: [['path', 'asc']], limit: LOOKED_AT })
  let row: HandOver | null = first
  let written = 0
  for (const org of orgs) {
    if (written === WRITTEN) return
    const workbooks: HandOver['workbooks'] = org.kind === 'branch' ? [...row.workbooks, await writeBranch(ports, row, org)] : row.workbooks
    if (org.kind === 'branch') written++
    else if (org !== orgs.at(-1)) continue
    row = await change(ports, row, { workbooks, after: org.path, due: now })
    if (!row) return
  }
  if (orgs.length < LOOKED_AT) await change(ports, row, { written: true, due: now })
}

const writeBranch = async (ports: Ports, row: HandOver, branch: Organization): Promise<HandOver['workbooks'][number]> => {
  const content = await workbookOf(ports, row, branch)
  const name = `${String(row.workbooks.length + 1).padStart(3, '0')}-${fileName(branch.name)}.xlsx`
  const path = exportPath(ports, name)
  const fileId = await writeKept(ports, { path, purpose: 'export', about: row._id, content, endsAt: ports.now + 2 * DAY })
  return { fileId, name, bytes: content.length }
}

const zipSome = async (ports: Ports, row: HandOver): Promise<void> => {
  const { files } = ports
  const some: HandOver['workbooks'] = []
  let bytes = 0
  for (const one of row.workbooks.slice(row.zipped)) {
    if (some.length > 0 && bytes + one.bytes > ZIP_BYTES) break
    some.push(one)
    bytes += one.bytes
  }
  const contents: Record<string, Uint8Array> = {}
  for (const one of some) contents[one.name] = await files.read(one.fileId)
  // Workbooks are packed already.
  const content = zipSync(contents, { level: 0 })
  const name = `${fileName(row.name)}-${shanghai(row.at).format('YYYY-MM-DD')}-${String(row.zips.length + 1)}.zip`
  const fileId = await writeKept(ports, { path: exportPath(ports, name), purpose: 'export', about: row._id, content, endsAt: row.endsAt })
  await change(ports, row, {
    zips: [...row.zips, { fileId, name, bytes: content.length }],
    zipped: row.zipped + some.length,
    due: ports.now,
  })
}

const readyNotice = ({ _id, name, zips, at }: HandOver): Telling => ({
  kind: 'export-ready',
  about: _id,
  title: '数据导出做好了',
  text: `${name}的全部数据已导出，共${String(zips.length)}个压缩包，两周内可以下载。请打开看过，确认收好。`,
  page: routes.health(),
  fields: { what: '数据导出做好了', when: shanghai(at).format('YYYY-MM-DD HH:mm'), where: name, note: '两周内下载' },
})

const finish = async (ports: Ports, row: HandOver): Promise<void> => {
  // Told first: the inbox row has a natural key, and an end that is cut off is made again.
  if (row.by.memberId !== null) await tell(ports, [row.by.memberId], readyNotice(row), { quiet: true })
  await change(ports, row, { finishedAt: ports.now }, ['due'])
}
