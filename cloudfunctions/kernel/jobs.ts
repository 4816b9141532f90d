import type { Ports } from './ports'
import { sendDue } from './tell'

/** Something the timer does each minute. Safe to run twice and to be cut off anywhere; answers how much it did. */
export type Job = (ports: Ports) => Promise<number>

const sendDueMessages: Job = ports => sendDue(ports, { limit: 100 })

/** Jobs of the kernel itself; capabilities add theirs in `timer/index.ts`. */
export const kernelJobs: Record<string, Job> = { sendDueMessages }

/** Runs every job; one that fails is logged and does not keep the others from running. Answers how much each did. */
export const runJobs = async (jobs: Record<string, Job>, ports: Ports): Promise<Record<string, number | 'failed'>> => {
  const done: Record<string, number | 'failed'> = {}
  for (const [name, job] of Object.entries(jobs)) {
    try {
      done[name] = await job(ports)
    } catch (error) {
      done[name] = 'failed'
      console.error(JSON.stringify({ job: name, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }))
    }
  }
  return done
}
