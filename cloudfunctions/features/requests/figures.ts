import { requestKinds, type RequestKind } from '../../../core/requests/kinds'
import { deskKey } from '../../../core/requests/filing'
import { added, nothing, tallyOf, type Tally } from '../../../core/requests/figures'
import type { HelpRequest, RequestFigures } from '../../kernel/documents/requests'
import type { Organization } from '../../kernel/documents/people'
import type { Job } from '../../kernel/jobs'
import { logFault } from '../../kernel/log'
import type { Ports } from '../../kernel/ports'
import type { Store } from '../../kernel/store'

/** The row that holds the load of the moment. */
export const NOW = 'now'
/** As many as one run of the timer counts. */
const EACH_RUN = 200
/** More than stand directly under one organization. */
const MOST_BELOW = 1000

type Load = NonNullable<RequestFigures['load']>
const idle: Load = { unowned: 0, atRisk: 0, running: 0, done: 0 }

export const figuresId = (orgId: string, month: string): string => `${orgId}:${month}`

/** Notes that the figures of an organization and month have to be counted anew. */
const mark = async ({ store, now }: Pick<Ports, 'store' | 'now'>, orgId: string, month: string): Promise<void> => {
  const table = store.table('request-figures')
  const marked = () => table.update({ _id: figuresId(orgId, month) }, { set: { due: now }, inc: { marks: 1 } })
  if ((await marked()) > 0) return
  const blank: RequestFigures = {
    _id: figuresId(orgId, month),
    orgId,
    name: '',
    parentId: null,
    month,
    kinds: {},
    countedAt: now,
    due: now,
    marks: 1,
  }
  if ((await table.add(blank)) === 'exists') await marked()
}

/** Something happened to a request: its branch's month and load are to be counted anew. */
export const markFigures = async (ports: Pick<Ports, 'store' | 'now'>, { branchId, month }: HelpRequest): Promise<void> => {
  await Promise.all([mark(ports, branchId, month), mark(ports, branchId, NOW)])
}

/** How many requests are on each list of an organization. */
export const loadOf = async (store: Store, orgId: string): Promise<Load> => {
  const count = (lane: 'unowned' | 'at-risk' | 'running') => store.table('requests').count({ desks: deskKey(orgId, lane) })
  const waiting = store.table('requests').count({ desks: deskKey(orgId, 'done'), state: 'done' })
  const [unowned, atRisk, running, done] = await Promise.all([count('unowned'), count('at-risk'), count('running'), waiting])
  return { unowned, atRisk, running, done }
}

const sumLoads = (all: readonly Load[]): Load =>
  all.reduce(
    (sum, one) => ({
      unowned: sum.unowned + one.unowned,
      atRisk: sum.atRisk + one.atRisk,
      running: sum.running + one.running,
      done: sum.done + one.done,
    }),
    idle,
  )

type Kinds = Partial<Record<RequestKind, Tally>>
const into = (kinds: Kinds, kind: RequestKind, tally: Tally): Kinds => ({ ...kinds, [kind]: added(kinds[kind] ?? nothing, tally) })

/** A branch is counted from its rows; whatever stands above it from what stands directly under it. */
const countOf = async (store: Store, org: Organization, month: string): Promise<Pick<RequestFigures, 'kinds' | 'load'>> => {
  if (org.kind === 'branch') {
    if (month === NOW) return { kinds: {}, load: await loadOf(store, org._id) }
    const rows = await store.table('requests').findAll({ scopes: org._id, month })
    return { kinds: rows.reduce<Kinds>((kinds, row) => into(kinds, row.kind, tallyOf(row)), {}) }
  }
  const below = await store.table('request-figures').find({ parentId: org._id, month }, { limit: MOST_BELOW })
  if (month === NOW) return { kinds: {}, load: sumLoads(below.flatMap(one => one.load ?? [])) }
  const parts = below.flatMap(({ kinds }) => requestKinds.flatMap(kind => (kinds[kind] ? [{ kind, tally: kinds[kind] }] : [])))
  return { kinds: parts.reduce<Kinds>((kinds, { kind, tally }) => into(kinds, kind, tally), {}) }
}

/** First the figures, then the one above is noted, then the note here is taken away: cut off anywhere, it is done again. */
const recount = async (ports: Ports, row: RequestFigures): Promise<void> => {
  const { store, now } = ports
  const table = store.table('request-figures')
  const org = await store.table('organizations').get(row.orgId)
  if (!org) {
    await table.remove({ _id: row._id })
    return
  }
  const counted = await countOf(store, org, row.month)
  await table.update({ _id: row._id }, { set: { ...counted, name: org.name, parentId: org.parentId, countedAt: now } })
  if (org.parentId !== null) await mark(ports, org.parentId, row.month)
  await table.update({ _id: row._id, marks: row.marks }, { unset: ['due'] })
}

/** Counts what changed, from the branches upwards; a change reaches the top within as many minutes as there are levels. */
export const countRequests: Job = async ports => {
  const due = await ports.store.table('request-figures').find({ due: { lte: ports.now } }, { order: [['due', 'asc']], limit: EACH_RUN })
  let failed = 0
  for (const row of due)
    try {
      await recount(ports, row)
    } catch (error) {
      logFault(error, { job: 'countRequests', orgId: row.orgId })
      failed++
    }
  if (failed > 0) throw new Error(`${failed} of ${due.length} figures could not be counted`)
  return due.length
}
