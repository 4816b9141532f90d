import type { Shelf } from './functions/deployed'
import type { MayInvoke } from './functions/rules'
import { sendJson, type Route } from './http/exchange'
import type { Files } from './storage/files'
import type { Schedule } from './timers/schedule'

interface Parts {
  shelf: Pick<Shelf, 'list'>
  /** Takes notice of functions that have come, changed or gone. */
  look: () => void
  mayInvoke: MayInvoke
  schedule: Pick<Schedule, 'upcoming'>
  files: Pick<Files, 'list'>
  now: () => number
}

/** What this cloud is made of: its functions and their limits, when each timer is due, the files that were stored last. */
export function overviewRoutes({ shelf, look, mayInvoke, schedule, files, now }: Parts): Route[] {
  const overview = () => {
    look()
    return {
      functions: shelf.list().map(({ name, config: { timeout, memorySize } }) => ({ name, timeout, memorySize, phones: mayInvoke(name) })),
      timers: schedule.upcoming(now()).map(({ trigger, at }) => ({ ...trigger, at })),
      files: files.list(),
    }
  }
  return [{ method: 'GET', pattern: /^\/overview$/, handle: ({ res }) => sendJson(res, overview()) }]
}
