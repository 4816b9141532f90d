import { exports as contract } from '../../../../core/upkeep/exports/contract'
import type { Table } from '../../../kernel/store'
import { Organizations } from '../../people/public'
import { HandOvers, type HandOver } from '../documents'
import type { Handlers } from '../use-case'

const DAY = 24 * 60 * 60_000
/** The zips stay for a fortnight, so that they can be fetched, opened and confirmed. */
const STAYS = 14 * DAY
const MOST = 20

/** Handing on: an officer leaves, or a system changes. */
export const handlers: Handlers<typeof contract> = {
  async 'upkeep.export'({ orgId }, { store, subject, now, actor, commandId, fail }) {
    const table = store.table(HandOvers)
    if (await table.get(commandId)) return { exportId: commandId }
    const latest = await latestOf(table, orgId)
    // The same command at the same moment.
    if (latest.some(one => one._id === commandId)) return { exportId: commandId }
    if (latest.some(one => one.finishedAt === undefined && one.endsAt > now)) return fail('EXPORT_RUNNING')
    const total = await store.table(Organizations).count({ path: { startsWith: subject.path }, kind: 'branch' })
    const row: HandOver = {
      ...{ _id: commandId, orgId, path: subject.path, name: subject.name, by: actor, at: now, due: now, after: '', written: false },
      total,
      ...{ workbooks: [], zipped: 0, zips: [], endsAt: now + STAYS, version: 1 },
    }
    await table.add(row)
    return { exportId: commandId }
  },

  async 'upkeep.exports'({ orgId }, { store, files }) {
    const rows = await latestOf(store.table(HandOvers), orgId)
    const urls = await files.addresses(rows.flatMap(one => one.zips.map(zip => zip.fileId)))
    return {
      items: rows.map(one => ({
        ...{ exportId: one._id, by: one.by.name, startedAt: one.at, done: one.workbooks.length, total: one.total, endsAt: one.endsAt },
        // A file that has ended is not there any more.
        files: one.zips.flatMap(zip => (urls[zip.fileId] === undefined ? [] : [{ ...zip, url: urls[zip.fileId] ?? '' }])),
        ...(one.finishedAt === undefined ? {} : { finishedAt: one.finishedAt }),
        ...(one.confirmedAt === undefined ? {} : { confirmedAt: one.confirmedAt }),
      })),
    }
  },

  async 'upkeep.confirm'({ exportId }, { store, subject, now, actor, fail }) {
    if (subject.finishedAt === undefined) return fail('EXPORT_UNFINISHED')
    await store
      .table(HandOvers)
      .update({ _id: exportId, confirmedAt: { exists: false } }, { set: { confirmedAt: now, confirmedBy: actor }, inc: { version: 1 } })
    return {}
  },
}

const latestOf = (table: Table<HandOver>, orgId: string): Promise<HandOver[]> =>
  table.find({ orgId }, { order: [['at', 'desc']], limit: MOST })

export { contract }
export { homes } from '../use-case'
