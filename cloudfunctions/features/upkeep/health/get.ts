import { dateOf, monthOf } from '../../../../core/shared/calendar'
import { templateNames, type TemplateName } from '../../../../core/shared/notices'
import type { Output } from '../../../../core/shared/operation'
import { templateGuide } from '../../../../core/shared/template-guide'
import type { health as contract } from '../../../../core/upkeep/health/contract'
import { jobTitles } from '../../../../core/upkeep/health/jobs'
import { Messages, RollupDrifts, RollupNights, Rollups, StoredFiles, TimerRuns, type TimerRun } from '../../../kernel/documents'
import { Deployments, PackageUses } from '../../../kernel/deployments'
import type { Ports } from '../../../kernel/ports'
import { nightOf } from '../../../kernel/rollup-night'
import { rollupId, valueOf } from '../../../kernel/rollups'
import { talliesOf, type Tally } from '../../../kernel/tallies'
import { Requests, requestsTopic, totalOf } from '../../help/public'
import { Organizations } from '../../people/public'
import type { Handlers } from '../use-case'

type Health = Output<(typeof contract)['health.get']>

const MESSAGE_DAYS = 30
const TROUBLE_DAYS = 7
const DAY = 24 * 60 * 60_000

const jobsOf = (timer: TimerRun | null): Health['timer']['jobs'] =>
  Object.entries(timer?.jobs ?? {})
    .map(([name, { failed = false, ...run }]) => ({
      name,
      title: Object.entries(jobTitles).find(([one]) => one === name)?.[1] ?? name,
      failed,
      ...run,
    }))
    .sort((a, b) => b.at - a.at)

/** Since when the oldest of each kind has been waiting. */
const behindOf = async ({ store, now }: Ports): Promise<Health['behind']> => {
  const [[message], [figure], [request], [file]] = await Promise.all([
    store.table(Messages).find({ push: 'due' }, { order: [['at', 'asc']], limit: 1 }),
    store.table(Rollups).find({ due: { lt: now } }, { order: [['due', 'asc']], limit: 1 }),
    store.table(Requests).find({ nextDueAt: { lt: now } }, { order: [['nextDueAt', 'asc']], limit: 1 }),
    store.table(StoredFiles).find({ endsAt: { lt: now } }, { order: [['endsAt', 'asc']], limit: 1 }),
  ])
  const waiting = { messages: message?.at, figures: figure?.due, requests: request?.nextDueAt, files: file?.endsAt }
  return (['messages', 'figures', 'requests', 'files'] as const).flatMap(what => {
    const since = waiting[what]
    return since === undefined || since === null ? [] : [{ what, since }]
  })
}

interface Trouble {
  op: string
  times: number
  worstMs: number
}

const troublesOf = (tallies: readonly Tally[], what: 'slow' | 'fault', from: string): Trouble[] => {
  const troubles = new Map<string, Trouble>()
  for (const tally of tallies) {
    if (tally.what !== what || tally.day < from) continue
    const { times, worstMs } = troubles.get(tally.of) ?? { times: 0, worstMs: 0 }
    troubles.set(tally.of, { op: tally.of, times: times + tally.count, worstMs: Math.max(worstMs, tally.worst ?? 0) })
  }
  return [...troubles.values()].sort((a, b) => b.times - a.times)
}

const messagesOf = (tallies: readonly Tally[], there: (name: TemplateName) => boolean): Health['messages'] =>
  templateNames.map(template => {
    const times = (what: Tally['what']) =>
      tallies.reduce((sum, one) => (one.what === what && one.of === template ? sum + one.count : sum), 0)
    return {
      template,
      title: templateGuide[template].title,
      there: there(template),
      accepted: times('accepted'),
      sent: times('sent'),
      refused: times('refused'),
      failed: times('failed'),
      missing: times('no-template'),
    }
  })

/** This month's promises, as the boards of the top count them. */
const promisesOf = async ({ store, now }: Ports): Promise<Health['promises']> => {
  const roots = await store.table(Organizations).find({ parentId: null })
  const rows = await store.table(Rollups).getMany(roots.map(root => rollupId(requestsTopic.name, root._id, monthOf(now))))
  const totals = rows.flatMap(row => (row.value === null ? [] : [totalOf(valueOf(requestsTopic, row))]))
  return {
    kept: totals.reduce((sum, one) => sum + one.kept, 0),
    broken: totals.reduce((sum, one) => sum + one.broken, 0),
  }
}

const comparedOf = async ({ store, now }: Ports): Promise<Health['compared']> => {
  const date = nightOf(now)
  const [night, repaired] = await Promise.all([
    store.table(RollupNights).get(date),
    store.table(RollupDrifts).count({ _id: { gte: `${date}:`, lt: `${date};` } }),
  ])
  return { state: night === null ? 'none' : night.finishedAt === undefined ? 'running' : 'done', repaired }
}

/** How the environment runs, from what it notes of itself. */
export const healthOf = async (ports: Ports): Promise<Health> => {
  const { store, now, environment } = ports
  const [timer, behind, tallies, promises, compared, [deployment], use] = await Promise.all([
    store.table(TimerRuns).get('timer'),
    behindOf(ports),
    talliesOf(ports, MESSAGE_DAYS),
    promisesOf(ports),
    comparedOf(ports),
    store.table(Deployments).find({ _id: { gt: '' } }, { order: [['_id', 'desc']], limit: 1 }),
    store.table(PackageUses).get('latest'),
  ])
  const from = dateOf(now - (TROUBLE_DAYS - 1) * DAY)
  const { templates } = environment()
  return {
    now,
    timer: { ...(timer ? { beatAt: timer.beatAt } : {}), jobs: jobsOf(timer) },
    behind,
    slow: troublesOf(tallies, 'slow', from),
    faults: troublesOf(tallies, 'fault', from).map(({ op, times }) => ({ op, times })),
    messages: messagesOf(tallies, name => templates[name] !== undefined),
    ...(deployment ? { deployed: { version: deployment.version, at: deployment.at } } : {}),
    ...(use ? { package: { at: use.at, used: use.used, ...(use.has ? { has: use.has } : {}) } } : {}),
    promises,
    compared,
  }
}

export const get: Handlers<typeof contract> = { 'health.get': (_, context) => healthOf(context) }
