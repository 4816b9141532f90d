import { Commands, Limits, TimerRuns, type JobRun } from './documents'
import { inGroups } from './in-groups'
import { removeEnded } from './files'
import { logFault } from './log'
import { AtRest } from './peeking'
import type { Ports } from './ports'
import { forgetTallies } from './tallies'
import { sendDue } from './tell'

/** A job of the timer, run each minute. Safe to run twice and to be cut off anywhere; answers how much it did. */
export type Job = (ports: Ports) => Promise<number>

/** More messages than one run of the timer sends within its minute. */
const EACH_MINUTE = 1000
const MINUTE = 60_000

/** The same job every so many minutes: for work that can wait, since each run reads the database. */
export const every =
  (minutes: 5 | 60, job: Job): Job =>
  ports =>
    Math.floor(ports.now / MINUTE) % minutes === 0 ? job(ports) : Promise.resolve(0)

const sendDueMessages: Job = ports => sendDue(ports, EACH_MINUTE)

/** Removes counted tries whose window is over, and kept replies that no phone asks for any more. */
const forgetTraces: Job = async ({ store, now }) => {
  const over = { until: { lt: now } }
  const [tries, replies, tallies] = await Promise.all([
    store.table(Limits).remove(over),
    store.table(Commands).remove(over),
    forgetTallies({ store, now }),
  ])
  return tries + replies + tallies
}

/**
 * Runs `act` for each row, `atATime` at once. A failing row is logged, does not stop the others and is tried again by the next run. Answers
 * how many rows there were; throws where any failed.
 */
export const eachRow = async <R extends { _id: string }>(
  rows: readonly R[],
  job: string,
  act: (row: R, nth: number) => Promise<void>,
  atATime = 1,
): Promise<number> => {
  let failed = 0
  const tryOne = async (row: R, nth: number) => {
    try {
      await act(row, nth)
    } catch (error) {
      logFault(error, { job, id: row._id })
      failed++
    }
  }
  await inGroups(rows, atATime, tryOne)
  if (failed > 0) throw new Error(`${job}: ${String(failed)} of ${String(rows.length)} failed`)
  return rows.length
}

/** The kernel's own jobs; capabilities add theirs in `timer/jobs.ts`. */
export const kernelJobs = { sendDueMessages, removeEnded, forgetTraces: every(60, forgetTraces) } satisfies Record<string, Job>

/** The timer tells that it lives at least this often, though it found nothing to do. */
const BEAT_MINUTES = 5

/**
 * Runs all jobs at once; what one makes due for another is found a minute later. A failing job is logged and does not stop the others. What did something
 * or failed is noted for the technician. Answers how much each did.
 */
export const runJobs = async (jobs: Record<string, Job>, ports: Ports): Promise<Record<string, number | 'failed'>> => {
  const runs = await Promise.all(Object.entries(jobs).map(([name, job]) => runOne(name, job, ports)))
  const worth = runs.filter(({ run }) => run.failed === true || run.did > 0)
  if (worth.length > 0 || Math.floor(ports.now / MINUTE) % BEAT_MINUTES === 0) await noteRuns(ports, worth)
  return Object.fromEntries(runs.map(({ name, run }) => [name, run.failed === true ? 'failed' : run.did]))
}

const runOne = async (name: string, job: Job, ports: Ports): Promise<{ name: string; run: JobRun }> => {
  const began = performance.now()
  const ended = () => ({ at: ports.now, ms: Math.round(performance.now() - began) })
  try {
    const did = await job(ports)
    return { name, run: { did, ...ended() } }
  } catch (error) {
    if (error instanceof AtRest) return { name, run: { did: 0, ...ended() } }
    logFault(error, { job: name })
    return { name, run: { did: 0, failed: true, ...ended() } }
  }
}

/** Notes runs for the technician. Never fails: what it is a remark on has happened. */
const noteRuns = async ({ store, now }: Ports, runs: readonly { name: string; run: JobRun }[]): Promise<void> => {
  const jobs = Object.fromEntries(runs.map(({ name, run }) => [name, run]))
  const set = Object.fromEntries(runs.map(({ name, run }) => [`jobs.${name}`, run]))
  try {
    const timer = store.table(TimerRuns)
    if ((await timer.update({ _id: 'timer' }, { set: { ...set, beatAt: now } })) === 0) await timer.add({ _id: 'timer', beatAt: now, jobs })
  } catch (error) {
    logFault(error, { job: 'noteRuns' })
  }
}
